"""Ways between places by grammar: where each leads, what lies on it, what would cut it, and whose only one it is.

The learned reader finds most links, but drops the ends that no map has a name for ("the coastal region") and those
that an apposition cuts off.  What it found is completed here; nothing of it is changed.
Source: docs/decisions/0037-the-network.md
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from fogline.claims.arguments import SUBJECTS, of_verb
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.status import status_of
from fogline.claims.waywords import Ends, ends_of_noun, ends_of_verb, named, places_at, way_words
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType, Name, Status

SURE = 0.7
REACH, NEXT = 9, 5  # words from a way out to its verb, and from there to the place
OUTSIDE = Name("outside world")


def way_claims(sentence: Sentence, scene: Scene, told: Sequence[Proposition]) -> list[Proposition]:
    """The claims of a sentence about ways that `told`, what else was read of it, does not hold."""
    found: list[Proposition] = []
    for token in sentence:
        found += _of_word(token, scene, told)
        found += _outlets(token, scene)
    return _new(found, told)


def without_loops(told: Sequence[Proposition], scene: Scene) -> list[Proposition]:
    """The propositions of a sentence, without ways to where they are only named for: "the path to Karsin"."""
    del scene
    return [one for one in told if one.type is not ClaimType.LINK or not _loops(one)]


def _loops(told: Proposition) -> bool:
    way = told.place.text if told.place is not None else ""
    return way[:1].islower() and any(way.endswith(f" {name.text}") for name in told.targets)


def _of_word(token: Word, scene: Scene, told: Sequence[Proposition]) -> Iterator[Proposition]:
    words = way_words()
    if token.pos_ == "NOUN" and (token.lemma in words.way or token.lemma in words.gateway):
        ends = ends_of_noun(token, scene)
        cut = _cut(token, ends, scene)
        yield from _links(token, ends, _places(token, scene) or _known(token, ends, told, cut=bool(cut)))
        yield from cut
    elif token.lemma in words.lie:
        ends = ends_of_verb(token, scene)
        if len(ends) > 1:
            yield from _links(token, ends, _subjects(token, scene))


def _links(act: Word, ends: Ends, places: Sequence[Name]) -> Iterator[Proposition]:
    """From each place on the way to each of its ends."""
    for place, end in product(places, (end for side in ends for end in side)):
        if place.text != end.text:
            yield Proposition(act, ClaimType.LINK, (), (end,), place, (), SURE, Status.ASSERTED)


def _known(noun: Word, ends: Ends, told: Sequence[Proposition], *, cut: bool) -> list[Name]:
    """The places that the reader found on a way: by a link to one of its ends, or to none that it could name."""
    if len(ends) < 2:
        return []
    texts = {end.text for side in (ends[:1] if cut else ends) for end in side}
    aside = noun.dep_ not in SUBJECTS and noun.dep_ != "obj"  # something is told of the place, not of the way
    links = [p for p in told if p.type is ClaimType.LINK and p.place is not None]
    mine = [p for p in links if texts & {n.text for n in p.targets} or (aside and p.act is noun and not p.targets)]
    return list({p.place.text: p.place for p in mine if p.place and p.place.text not in texts}.values())


def _places(noun: Word, scene: Scene) -> list[Name]:
    """The named places that lie on a way: "K is the link", "K, on the road", "the road runs through K"."""
    words = way_words()
    if any(c.dep_ == "cop" for c in noun.children):
        return [name for c in noun.children if c.dep_ in SUBJECTS for name in named(c, scene)]
    if noun.dep_ == "appos":
        return named(noun.head, scene)
    if case_of(noun) in words.on:
        return _along(noun, scene)
    verb = noun.head
    if noun.dep_ in SUBJECTS and verb.lemma in words.run:
        through = [c for c in verb.children if c.dep_ == "obl" and case_of(c) in ("through", "via")]
        return [name for c in through for name in places_at(c, scene)]
    relative = next((c for c in verb.children if c.lower_ == "where"), None)
    if relative is not None and verb.dep_ == "acl:relcl" and verb.lemma in words.cut:
        return named(verb.head, scene)
    return []


def _along(noun: Word, scene: Scene) -> list[Name]:
    """As in "K, on the road to L", "K lies on the road", "K, a town on the road"."""
    head = noun.head
    if head.lemma in way_words().lie:
        return _subjects(head, scene)
    if noun.dep_ == "nmod":
        return named(head, scene)
    first = next(c.i for c in noun.children if c.dep_ == "case")
    if first - 2 >= noun.sent.start and noun.doc[first - 1].text == ",":
        return named(noun.doc[first - 2], scene)
    return []


def _subjects(verb: Word, scene: Scene) -> list[Name]:
    """Whatever lies somewhere: its subject, or what the participle describes."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if not own and verb.dep_ in ("acl", "acl:relcl"):
        own = [verb.head]
    return [name for c in own for name in named(c, scene)]


def _cut(noun: Word, ends: Ends, scene: Scene) -> list[Proposition]:
    """As in "they would cut the link between K and L": the way that somebody closes, in the sense of the sentence."""
    verb = noun.head
    if verb.pos_ != "VERB" or verb.lemma not in way_words().cut or noun.dep_ not in ("obj", "nsubj:pass"):
        return []
    if len(ends) < 2:
        return []
    given = of_verb(verb)
    doers = given.get("subject") if noun.dep_ == "obj" else given.get("agent")
    actors = tuple(m.name for m in scene.mentions(doers, actor=True))
    if status_of(verb) is Status.ASSERTED or any(c.dep_ == "mark" for c in verb.children):
        return []
    parts = [" and ".join(f"the {end.text}" if end.text.islower() else end.text for end in side) for side in ends]
    words = ("from", "to") if any(case_of(c) == "from" for c in noun.children) else ("between", "and")
    place = Name(f"{noun.lower_} {words[0]} {parts[0]} {words[1]} {parts[1]}")
    return [Proposition(verb, ClaimType.CLOSE, actors, (), place, (), SURE)]


def _outlets(noun: Word, scene: Scene) -> Iterator[Proposition]:
    """As in "the government's only gateway to the outside world is K": K is in its hands, and leads out."""
    words = way_words()
    if noun.lemma not in words.outlet or not any(c.lower_ in words.only for c in noun.children):
        return
    owners = tuple(m.name for c in noun.children if c.dep_ == "nmod:poss" for m in scene.mentions([c], actor=True))
    place = _called(noun, scene)
    if place is None:
        return
    if owners:
        yield Proposition(noun, ClaimType.HOLD, owners, (), place, (), SURE, Status.ASSERTED)
    if any(w.lower_ == "outside" for w in noun.subtree):
        yield Proposition(noun, ClaimType.LINK, (), (OUTSIDE,), place, (), SURE, Status.ASSERTED)


def _called(noun: Word, scene: Scene) -> Name | None:
    """The named place behind the next "is" or "has become", whatever the parser made of a long sentence."""
    later = noun.doc[noun.i + 1 : min(noun.i + REACH, noun.sent.end)]
    verb = next((w for w in later if w.lemma_ in ("be", "become", "remain")), None)
    for word in noun.doc[verb.i + 1 : min(verb.i + NEXT, noun.sent.end)] if verb is not None else ():
        if found := named(word, scene):
            return found[0]
        if word.pos_ not in ("DET", "AUX", "VERB", "ADV", "ADJ"):
            return None
    return None


def _new(found: Sequence[Proposition], told: Sequence[Proposition]) -> list[Proposition]:
    """Those that nobody told yet: the same type, place and target; a closing only where the reader told none."""
    seen = {_key(p) for p in told}
    closes = any(p.type is ClaimType.CLOSE for p in told)
    kept = []
    for one in found:
        if _key(one) not in seen and not (one.type is ClaimType.CLOSE and closes):
            seen.add(_key(one))
            kept.append(one)
    return kept


def _key(told: Proposition) -> tuple[ClaimType, str | None, frozenset[str]]:
    place = told.place.text if told.place is not None else None
    ends = told.targets if told.type is ClaimType.LINK else ()
    return told.type, place, frozenset(name.text for name in ends)
