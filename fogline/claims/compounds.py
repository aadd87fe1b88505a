"""Claims inside a compound: "rebel-held K", "the Norland-backed brigade", "the K-led front"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from fogline.claims.codebook import codebook
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.language.countries import country_name, demonym_country, named_country
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType, Mention, Name

SIDES = {
    "government": ":government",
    "regime": ":government",
    "rebel": ":rebels",
    "opposition": ":rebels",
    "insurgent": ":rebels",
}
HELD = frozenset({"held", "controlled", "occupied", "ruled"})
SORTS = "fogline.sorts"  # where a document keeps its names by their last words
NO_PARTY = frozenset({"hand", "wind", "sun"})  # "hand-held"
PERSONS = ("ist", "ant")  # adjectives end so that are as much nouns: "separatist", "militant"
HYPHENS = frozenset({"-", "–", "‑"})


def compound_claims(sentence: Sentence, scene: Scene) -> Iterator[Proposition]:
    """What the compounds of a sentence say: who holds a place, who backs or leads an actor."""
    kinds = codebook().compounds
    for token in sentence:
        kind = kinds.get(token.lower_)
        if kind is None or token.i < sentence.start + 2 or sentence.doc[token.i - 1].text not in HYPHENS:
            continue
        first = scene.mention(token.i - 2, actor=True)
        doer = _doer(first, sentence.doc[token.i - 2], scene, held=kind is ClaimType.HOLD and token.lower_ in HELD)
        if doer is None:
            continue
        if kind is ClaimType.HOLD:
            place = _next(token, scene, actor=False)
            if place is None:
                continue
            where = _meant(token.head, place, scene) if _lies_in(token, place, scene) else place.name
            yield Proposition(token, kind, (doer,), (), where)
        else:
            told = _next(token, scene, actor=True)
            if told is not None and told.name != doer:
                yield Proposition(token, kind, (doer,), (told.name,), None)


def _lies_in(token: Word, place: Mention, scene: Scene) -> bool:
    """Whether a place only tells where what is held lies: "the last rebel-held town in K"; of "areas in K" it tells."""
    noun, at = token.head, scene.doc[scene.parse.token_at(place.anchor.end - 1)]
    classes = codebook().classes
    town = noun.i > token.i and noun.lemma in classes["settlement"] | classes["post"] and noun.tag_ == "NN"
    return town and noun.i < at.i and case_of(at) in ("in", "near", "outside", "inside", "around")


def _meant(noun: Word, around: Mention, scene: Scene) -> Name:
    """The place that a noun calls so, "K, the last town", "K is the last town"; else "town in P" by its own words."""
    above = [noun.head] if noun.dep_ == "appos" else []
    copied = any(c.dep_ == "cop" for c in noun.children)
    above += [c for c in noun.children if c.dep_ == "appos" or (copied and c.dep_ == "nsubj")]
    named = (m.name for t in above if (m := scene.mention(t.i, actor=False)) is not None)
    last = scene.doc[scene.parse.token_at(around.anchor.end - 1)]
    return next(named, Name(f"{noun.lower_} {case_of(last)} {around.name.text}"))


def _doer(mention: Mention | None, token: Word, scene: Scene, *, held: bool) -> Name | None:
    if token.lower_ in SIDES:
        return _party(SIDES[token.lower_], scene) or Name(token.lower_)
    if mention is not None and mention.anchor.end - mention.anchor.start <= len(token.text) + 12:
        return mention.name
    if code := named_country(token.text) or demonym_country(token.text):
        return Name(country_name(code) or token.text, f"country:{code}")
    if token.pos_ == "PROPN" or token.text.isupper():
        return Name(token.text)
    is_party = held and (token.pos_ == "NOUN" or token.lower_.endswith(PERSONS)) and token.lower_ not in NO_PARTY
    return _of_that_sort(token, scene) or Name(token.lower_) if is_party else None


def _of_that_sort(token: Word, scene: Scene) -> Name | None:
    """Whom the report calls by the same word, "army-held" of an army that it tells of: whom it names most."""
    sorts: dict[str, Counter[Name]] | None = scene.doc.kept.get(SORTS)
    if sorts is None:
        sorts = scene.doc.kept[SORTS] = defaultdict(Counter)
        for name in (m.name for ms in scene.at.values() for m in ms):
            sorts[name.text.split()[-1].lower()][name] += 1
    names = sorts.get(token.lower_)
    return max(sorted(names), key=lambda n: names[n]) if names else None


def _party(side: str, scene: Scene) -> Name | None:
    """What the report calls the party of this side that it names most."""
    names = Counter(m.name for ms in scene.at.values() for m in ms if (m.name.key or "").endswith(side))
    return max(sorted(names), key=lambda n: names[n]) if names else None


def _next(token: Word, scene: Scene, *, actor: bool) -> Mention | None:
    """The name that the compound describes: the noun that it hangs on, or the next name within six words."""
    for i in range(token.i + 1, min(token.i + 7, token.sent.end)):
        found = scene.mention(i, actor=actor)
        if found is not None:
            return found
        if token.doc[i].pos_ in ("VERB", "PUNCT"):
            return None
    return None
