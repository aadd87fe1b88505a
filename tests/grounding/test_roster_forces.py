"""Forces that are described, not named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.roster_forces import ForceRole, force_actor, forces, read_force

WORDS = st.sampled_from(
    ["the", "Peruvian", "government", "troops", "rebel", "fighters", ",", "and", "Chilean", "of", "Peru", "FARC", "army", "-", "backed", "pro-", "'s",
     "500", "Bolivians", "soldiers", "state", "from", "loyal to", "Pol Pot", ".", "\n", "security forces", "anti-", "junta", "İ"]
)  # fmt: skip


@settings(max_examples=150)
@given(
    st.one_of(
        st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join), st.lists(WORDS, max_size=12).map("".join)
    )
)
def test_forces_stand_in_any_text_in_order_without_overlap(text: str) -> None:
    last = 0
    for hit in forces(text):
        assert last <= hit.start < hit.head_end <= hit.end <= len(text)
        last = hit.end


@pytest.mark.parametrize(
    ("phrase", "role", "country", "actor_id"),
    [
        ("Peruvian government forces", ForceRole.GOVERNMENT, "PE", "side:PE:government"),
        ("Nepalese federal troops", ForceRole.GOVERNMENT, "NP", "side:NP:government"),
        ("the army", ForceRole.STATE, None, "military:CO"),
        ("the air force", ForceRole.STATE, None, "airforce:CO"),
        ("the defence ministry", ForceRole.STATE, None, "defence:CO"),
        ("Bolivian soldiers", ForceRole.STATE, "BO", "military:BO"),
        ("soldiers of Bolivia", ForceRole.STATE, "BO", "military:BO"),
        ("Chilean warplanes", ForceRole.STATE, "CL", "airforce:CL"),
        ("rebel fighters", ForceRole.REBELS, None, "side:CO:rebels"),
        ("22 insurgents", ForceRole.REBELS, None, "side:CO:rebels"),
        ("security forces", ForceRole.GOVERNMENT, None, "side:CO:government"),
        ("pro-government militia", ForceRole.GOVERNMENT, None, "side:CO:government"),
        ("the junta's troops", ForceRole.GOVERNMENT, None, "side:CO:government"),
        ("the government", ForceRole.GOVERNMENT, None, "state:CO"),
        ("Polisario fighters", ForceRole.GROUP, "EH", "group:polisario-front"),
        ("fighters from the Polisario Front", ForceRole.GROUP, "EH", "group:polisario-front"),
        ("Pol Pot's forces", ForceRole.GROUP, "KH", "group:khmer-rouge"),
        ("forces loyal to Robert Mugabe", ForceRole.GOVERNMENT, "ZW", "side:ZW:government"),
        ("forces loyal to president Robert Mugabe", ForceRole.GOVERNMENT, "ZW", "side:ZW:government"),
        ("forces loyal to the Zimbabwean leader Robert Mugabe", ForceRole.GOVERNMENT, "ZW", "side:ZW:government"),
        ("forces loyal to President Robert Mugabe", ForceRole.GOVERNMENT, "ZW", "side:ZW:government"),
        ("gunmen", ForceRole.GENERIC, None, None),
        ("the state government", ForceRole.GENERIC, None, None),
    ],
)
def test_whose_a_force_is(phrase: str, role: ForceRole, country: str | None, actor_id: str | None) -> None:
    force = read_force(phrase)
    assert force is not None
    assert (force.role, force.country) == (role, country)
    actor = force_actor(force, country="CO")
    assert (actor.actor_id if actor else None) == actor_id


def test_a_backer_is_no_owner() -> None:
    force = read_force("Cuban-backed rebels")
    assert force is not None
    assert (force.role, force.country, force.backer) == (ForceRole.REBELS, None, "CU")


def test_demonyms_share_a_head() -> None:
    text = "Peruvian, Chilean and Bolivian soldiers crossed"
    assert [h.force.country for h in forces(text)] == ["PE", "CL", "BO"]
    assert {h.force.head for h in forces(text)} == {"soldiers"}


@pytest.mark.parametrize(
    "text", ["an army-held hill", "rebel-held villages", "the group", "a quiet market", "he forced it"]
)
def test_these_are_no_forces(text: str) -> None:
    assert forces(text) == ()


def test_the_open_stays_open_without_a_country() -> None:
    force = read_force("the army")
    assert force is not None
    assert force_actor(force, country=None) is None
