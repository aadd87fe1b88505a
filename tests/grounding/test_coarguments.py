"""Who does something to "them" is not meant by it."""

from __future__ import annotations

import pytest

from tests.grounding.naming import actors


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Four soldiers lay dead in the jeep. M23, whose mine killed them near Goma, was silent.", "soldiers"),
        ("The army left Goma. The rebels attacked them near Sake.", "army"),
        ("The rebels took Goma. The army drove them out on Friday.", "rebels"),
        ("The rebels entered Goma, and villagers greeted them.", "rebels"),
        ("The people of Goma fled. Rebels had chased them from their homes.", None),
    ],
)
def test_whom_them_means(raw: str, name: str | None) -> None:
    assert next((given for said, given in actors(raw) if said == "them"), None) == name


def test_who_is_told_to_have_been_attacked_may_say_so() -> None:
    assert ("it", "army") in actors("The army said that rebels had attacked it near Goma.")
