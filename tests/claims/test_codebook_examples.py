"""Every word of the code book has an example of our own, which the grammar reads as its entry says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from fogline.claims.acts import expressions
from fogline.claims.extract import grammar
from fogline.claims.features import ACTOR, PLACE, TARGET
from fogline.claims.fill import NO_PLACE_NAMED
from fogline.claims.squeezed import forms
from fogline.language.plain import Word
from fogline.records import ClaimType
from tests.claims.reports import scene

ROLES = {"actor": ACTOR, "target": TARGET, "place": PLACE}
CONTROL = {"take": ClaimType.CAPTURE, "lose": ClaimType.CAPTURE, "pass": ClaimType.CAPTURE, "have": ClaimType.HOLD}
LISTED = ("take", "lose", "have", "pass", "nouns")  # of control; its other lists are of prepositions


def table(name: str) -> dict[str, Any]:
    """A data file of the claims."""
    return tomllib.loads(files("fogline.claims").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


BOOK, EXAMPLES = table("codebook"), table("examples")
CAST = EXAMPLES["cast"]


def entries() -> Iterator[tuple[str, list[str]]]:
    """The words of the code book, by the table that holds their examples."""
    for entry in BOOK["verb"]:
        yield f"verb {entry['type']} {entry.get('object', 'any')}", entry["words"]
    for kind in ("noun", "state"):
        for entry in BOOK[kind]:
            yield f"{kind} {entry['type']}", entry["words"]
    yield from ((f"light {name}", words) for name, words in BOOK["light"].items())
    yield from ((f"control {name}", BOOK["control"][name]) for name in LISTED)
    yield from ((f"compound {name}", entry["words"]) for name, entry in BOOK["compound"].items())


def examples(*kinds: str) -> list[tuple[str, str, str]]:
    """(table, word, sentence) of the examples of these kinds."""
    return [row for kind in kinds for row in _rows(kind)]


def _rows(kind: str) -> Iterator[tuple[str, str, str]]:
    for name, inner in EXAMPLES[kind].items():
        for word, told in inner.items():
            if isinstance(told, str):
                yield f"{kind} {name}", word, told
            else:
                yield from ((f"{kind} {name} {word}", w, sentence) for w, sentence in told.items())


def roles_of(sentence: str, kind: ClaimType) -> list[tuple[Word, dict[str, int]]]:
    """The words by which the grammar tells a claim of this type, each with its names and their roles."""
    told = scene(sentence)
    roles, types = grammar(told)
    return [(told.doc[i], roles[i]) for i, found in types.items() if kind in found]


def missing(sentence: str, kind: ClaimType, found: dict[str, int]) -> list[str]:
    """Who of the cast stands in a sentence, and not in the role."""
    asked = {name: bit for role, bit in ROLES.items() for name in CAST[role] if name in sentence}
    if kind in NO_PLACE_NAMED or "Karsin Front" in sentence:
        asked.pop("Karsin", None)
    return [name for name, bit in asked.items() if not any(name in n and b & bit for n, b in found.items())]


def is_by(act: Word, word: str) -> bool:
    """Whether an act is told by a word of the code book."""
    hyphened = f"{act.doc[act.i - 2].lower_}-{act.lemma}" if act.i > 1 else ""
    keys = {act.lemma, act.lower_, forms().get(act.lower_), hyphened, *(key for key, _ in expressions(act))}
    return word in keys


def test_every_word_has_an_example_and_every_example_a_word() -> None:
    words = {(name, word) for name, listed in entries() for word in listed}
    assert words == {
        (name, word) for name, word, _ in examples("verb", "noun", "state", "light", "control", "compound")
    }


@pytest.mark.parametrize(("name", "word", "sentence"), examples("verb", "noun", "state"))
def test_the_grammar_reads_an_example_as_its_entry_says(name: str, word: str, sentence: str) -> None:
    kind = ClaimType(name.split()[1])
    found = [roles for act, roles in roles_of(sentence, kind) if is_by(act, word)]
    assert found, "no claim by this word"
    assert missing(sentence, kind, found[0]) == []


@pytest.mark.parametrize(("name", "word", "sentence"), examples("light"))
def test_a_light_verb_lends_its_subject(name: str, word: str, sentence: str) -> None:
    del word
    bit = TARGET if name == "light sufferer" else ACTOR
    roles, _ = grammar(scene(sentence))
    told = [(n, bits) for found in roles.values() for n, bits in found.items()]
    assert any((n == "army" and bits & bit) or (n == "Karsin" and "army" not in sentence) for n, bits in told)


@pytest.mark.parametrize(("name", "word", "sentence"), examples("control"))
def test_control_as_a_noun_tells_who_holds_a_place(name: str, word: str, sentence: str) -> None:
    del word
    kinds = [CONTROL[name.split()[1]]] if name.split()[1] in CONTROL else [ClaimType.CAPTURE, ClaimType.HOLD]
    found = [(kind, roles) for kind in kinds for _, roles in roles_of(sentence, kind)]
    assert any(missing(sentence, kind, roles) == [] for kind, roles in found)


@pytest.mark.parametrize(("name", "word", "sentence"), examples("compound"))
def test_a_compound_tells_who_holds_backs_or_leads(name: str, word: str, sentence: str) -> None:
    kind = ClaimType(BOOK["compound"][name.split()[1]]["type"])
    (found,) = [roles for act, roles in roles_of(sentence, kind) if act.lower_ == word]
    assert {bit for bits in found.values() for bit in ROLES.values() if bits & bit} >= {ACTOR}
    assert any(bits & (TARGET | PLACE) for bits in found.values())


@pytest.mark.parametrize(("name", "word", "sentence"), examples("cousin"))
def test_a_cousin_tells_no_claim_of_the_type(name: str, word: str, sentence: str) -> None:
    del word
    assert roles_of(sentence, ClaimType(name.split()[1])) == []


@pytest.mark.parametrize("kind", ["capture", "withdraw", "hold", "advance", "attack", "clash", "harm", "close", "meet"])
def test_the_types_with_words_of_peace_have_cousins(kind: str) -> None:
    assert EXAMPLES["cousin"][kind]
