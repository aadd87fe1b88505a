"""Which of the places of a sentence is taken, left or held."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def places(raw: str, *kinds: str) -> list[str | None]:
    """The places of the claims of these types."""
    return [line.place for line in told(raw) if line.type in kinds]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("The army left Goma, a town south of Bukavu that M23 had taken on Monday.", "capture"),
        ("Fighting went on in Goma, the capital of North Kivu, which M23 took on Monday.", "capture"),
        ("The army bombed Goma, a port on the road from Bukavu to Uvira that is held by M23.", "hold"),
        ("The army was moving on Uvira from Goma, a garrison town recaptured on Monday.", "capture"),
    ],
)
def test_what_a_phrase_tells_of_and_not_the_place_it_ends_with(raw: str, kind: str) -> None:
    assert places(raw, kind) == ["Goma"]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("The army fought near Goma, which M23 had taken.", "Goma"),
        ("After the attack on Goma, the rebels in Bukavu, which M23 had taken, fled.", "Bukavu"),
        ("The army marched from Goma to Bukavu, which M23 had taken.", "Bukavu"),
        ("The governor of Goma, a native of Bukavu, which M23 took in May, resigned.", "Bukavu"),
        ("Goma lies on the road to Bukavu, which M23 took on Monday.", "Bukavu"),
        ("Troops from Goma, M23's main base, moved to Bukavu, which they took.", "Bukavu"),
    ],
)
def test_the_place_right_before_the_pronoun_elsewhere(raw: str, place: str) -> None:
    assert places(raw, "capture") == [place]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("M23 captured a village east of Goma and Bukavu.", ["Bukavu"]),
        (
            "The road was lost with the capture of Goma on October 1 and of Bukavu on November 10.",
            ["Goma", "Bukavu"],
        ),
    ],
)
def test_a_whole_list(raw: str, expected: list[str]) -> None:
    assert places(raw, "capture") == expected


def test_no_list_where_another_noun_stands_between() -> None:
    raw = "The capture of Goma by troops from Bukavu and the attack of M23 on Uvira came on Monday."
    assert places(raw, "capture") == ["Goma"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("The army still holds Goma, most of Uvira and most of Bukavu.", ["Goma", "Uvira", "Bukavu"]),
        ("Goma and the remainder of Bukavu are still in the army's grip.", ["Goma", "Bukavu"]),
        ("M23 took Goma and threatened Bukavu and Uvira.", ["Goma"]),
        ("M23 left Goma and Bukavu for Uvira.", ["Goma", "Bukavu"]),
    ],
)
def test_the_shares_of_a_list(raw: str, expected: list[str]) -> None:
    assert places(raw, "hold", "capture", "withdraw") == expected


@pytest.mark.parametrize(
    "raw",
    [
        "M23 fought on Idjwi. Its stronghold on Idjwi, Kalehe, was lost to the army in May.",
        "Its men beat back an attempt to storm Kalehe, a village seized on Monday.",
    ],
)
def test_the_name_of_a_stronghold_or_a_village(raw: str) -> None:
    assert places(raw, "capture") == ["Kalehe"]


def test_its_centre_is_still_a_share_of_the_town() -> None:
    assert places("Goma is the capital of North Kivu. Its centre was taken by M23.", "capture") == ["centre of Goma"]
