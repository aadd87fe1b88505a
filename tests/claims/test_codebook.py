"""The code book holds together: what it names exists, and what a frame needs it looks for."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from fogline.claims.codebook import Frame, codebook
from fogline.records import ClaimType

TABLE = tomllib.loads(files("fogline.claims").joinpath("data/codebook.toml").read_text(encoding="utf-8"))
ENTRIES = [(kind, entry) for kind in ("verb", "noun", "state") for entry in TABLE[kind]]
FRAMES = [
    frame
    for words in (codebook().verbs, codebook().nouns, codebook().states)
    for frames in words.values()
    for frame in frames
]
GRAMMAR = {"subject", "object", "iobj", "agent", "poss", "cop", "appos", "bare"}
MADE = {"lightsubject", "lighttarget", "keepsubject", "between+", "purpose", "located"}
PREPOSITIONS = {
    "about", "across", "against", "along", "among", "and", "around", "as far as", "at", "away from", "between", "by",
    "east of", "for", "from", "in", "inside", "into", "near", "north of", "of", "on", "onto", "out of", "outside",
    "over", "south of", "through", "to", "toward", "towards", "upon", "west of", "with", "within",
}  # fmt: skip
OBJECTS = {
    "place",
    "actor",
    "access",
    "people",
    "any",
    "none",
    "being",
    "force",
    "group",
    "aid",
    "pact",
    "post",
    "weapons",
}
FIELDS = ("actor", "target", "place")


def shown(entry: tuple[str, dict[str, object]]) -> str:
    kind, frame = entry
    return f"{kind}-{frame['type']}-{frame['words'][0]}"


@pytest.mark.parametrize("kind", list(ClaimType))
def test_every_type_has_a_frame(kind: ClaimType) -> None:
    assert any(frame.type is kind for frame in FRAMES)


@pytest.mark.parametrize("entry", ENTRIES, ids=map(shown, ENTRIES))
def test_a_frame_looks_for_its_fields_in_known_roles(entry: tuple[str, dict[str, object]]) -> None:
    _, frame = entry
    roles = {role for name in FIELDS for role in frame.get(name, ())}
    assert roles - GRAMMAR - MADE - PREPOSITIONS == set()
    assert frame.get("object", "any") in OBJECTS
    assert all(frame.get(name, "subject") in ("subject", "place") for name in ("access", "people"))


@pytest.mark.parametrize("entry", ENTRIES, ids=map(shown, ENTRIES))
def test_what_a_frame_needs_it_looks_for(entry: tuple[str, dict[str, object]]) -> None:
    _, frame = entry
    for need in frame.get("need", ()):
        options = need.split("|")
        assert set(options) <= set(FIELDS)
        assert any(frame.get(option) for option in options), need


@pytest.mark.parametrize("entry", ENTRIES, ids=map(shown, ENTRIES))
def test_a_frame_names_a_word_once_and_in_lower_case(entry: tuple[str, dict[str, object]]) -> None:
    _, frame = entry
    assert len(frame["words"]) == len(set(frame["words"]))
    assert [word for word in frame["words"] if word != word.lower() or word != word.strip()] == []


def test_a_word_that_lends_either_gives_a_doer_or_a_sufferer() -> None:
    assert codebook().doers & codebook().sufferers == set()


def test_a_compound_word_tells_one_type() -> None:
    words = [word for entry in TABLE["compound"].values() for word in entry["words"]]
    assert len(words) == len(set(words))


def test_what_takes_control_does_not_lose_it() -> None:
    words = codebook().control
    assert words["take"] & words["lose"] == set()
    assert words["held_by_owner"] & words["held_by_subject"] == set()


def test_a_frame_is_a_value() -> None:
    frame = codebook().verbs["besiege"][0]
    assert isinstance(frame, Frame)
    assert frame == Frame(
        frame.type, **{name: getattr(frame, name) for name in ("actor", "target", "place", "need", "object")}
    )
