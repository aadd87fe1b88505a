"""Claims whose verb or noun is left out, for it was said just before.

| the sentence | |
| --- | --- |
| "the army holds the west of K, the rebels the east" | the rebels hold the east |
| "the capture of K was followed by that of L" | the capture of L |
| "K is the third town that the rebels have taken, after L" | the rebels took K |

The learned reader finds a word for each act, and here there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.claims.arguments import is_passive
from fogline.claims.codebook import codebook
from fogline.claims.proposition import Proposition
from fogline.claims.scene import COUNTRY, Scene, case_of
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType, Name

GAPPED = frozenset({ClaimType.CAPTURE, ClaimType.HOLD})
NOMINAL = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.BESIEGE, ClaimType.ATTACK, ClaimType.CLASH})
JOINING = frozenset({",", ";", "and", "while", "but", "whereas", "nor"})
ENDING = frozenset({",", ";", ".", "and", ":", "”", '"', ")"})
STANDING_FOR = frozenset({"that", "those"})
REST = frozenset({"rest", "remainder"})
SIDES = frozenset({"north", "south", "east", "west", "centre", "center", "other"})
FORCES = frozenset({"troops", "forces", "fighters", "men", "soldiers"})  # as a parser may cut them off
BEFORE = frozenset({",", "of", "the", "its", "town", "city", "village"})  # a place
DATING = frozenset({"on", "in", "at", "the"})  # before a date
SURE = 0.5


def ellipses(sentence: Sentence, scene: Scene, told: Sequence[Proposition]) -> Iterator[Proposition]:
    """The claims that a sentence makes by a pronoun, beside `told`, what else was read of it."""
    known = {(p.type, p.place) for p in told}
    made = [*_of_the_same(sentence, scene, told), *_counted(sentence, scene, told)]
    yield from (p for p in made if (p.type, p.place) not in known)


def with_gapped(told: Sequence[Proposition], sentence: Sentence, scene: Scene) -> list[Proposition]:
    """The propositions, and in "A holds K and B L" the second one, which is no further place of the first."""
    made = list(told)
    acts = {(p.act.i, p.type): p for p in reversed(told) if p.type in GAPPED and p.place is not None and p.actors}
    for first in acts.values():
        for word in sentence:
            gap = (_gap(word, scene, first) or _gap_by(word, scene, first)) if word.i > first.act.i + 1 else None
            if gap is None:
                continue
            who, place, within = gap
            made = [_without(p, who) if _is_of(p, first) else p for p in made]
            made = [p for p in made if not (_is_of(p, first) and p.place and _is_within(p.place, place, within))]
            made.append(replace(first, act=word, actors=(who,), targets=(), place=place, quantities=(),
                                confidence=SURE, framed=False))  # fmt: skip
    return list(dict.fromkeys(made))


def _is_of(told: Proposition, first: Proposition) -> bool:
    return told.act == first.act and told.type is first.type


def _is_within(place: Name, gap: Name, within: str) -> bool:
    """Whether a place is named by the words of a gap."""
    return place == gap or f" {place.text.lower()} " in f" {within} "


def _is_joined(word: Word) -> bool:
    """Whether only an article stands between a word and what joins it to something before."""
    at = word.i - 1
    while at > word.sent.start and word.doc[at].pos_ == "DET":
        at -= 1
    return word.doc[at].lower_ in JOINING


def _gap(word: Word, scene: Scene, first: Proposition) -> tuple[Name, Name, str] | None:
    """Who stands at a word, and the place right behind him where nothing else follows: "the rebels the east."; and the
    words of both.  `None` where it is not so."""
    party = _party(word, scene)
    if party is None or party[0] in first.actors:
        return None
    who, at = party
    doc = word.doc
    if not _is_joined(word) or at >= word.sent.end - 1:
        return None
    at += doc[at].lower_ in FORCES
    start, last = at, word.sent.end - 1
    while at < last and doc[at].lower_ in BEFORE:
        at += 1
    place: Name | None = None
    named = scene.mention(at, actor=False)
    side = named is not None and named.name.text.lower() in REST | SIDES
    if named is not None and named.named and not side and not (named.name.key or "").startswith(COUNTRY):
        end, place = scene.parse.token_at(named.anchor.end - 1), named.name
    else:
        end = at + (doc[at].pos_ == "ADJ" and at < last)
        if at > start and first.place is not None:
            place = _share(doc[at : end + 1], first.place)
    while end < last and (end + 1 in scene.dated or (doc[end + 1].lower_ in DATING and end + 2 in scene.dated)):
        end += 1  # "the rebels K on Tuesday"
    closed = end < last and doc[end + 1].lower_ in ENDING and not _runs_on(doc[end + 1])
    if place is None or not closed or (place == first.place and _is_named_before(place, word, scene)):
        return None
    return who, place, " ".join(t.lower_ for t in doc[word.i : end + 1])


def _is_named_before(place: Name, word: Word, scene: Scene) -> bool:
    """Whether a sentence names a place before a word: else what was read as the first one's place is the second's."""
    before = (scene.mention(i, actor=False) for i in range(word.sent.start, word.i))
    return any(m is not None and m.name == place for m in before)


def _gap_by(word: Word, scene: Scene, first: Proposition) -> tuple[Name, Name, str] | None:
    """As in "K is held by the rebels, and L by the army", "the north by the rebels and the south by the army"."""
    party, doc = _party(word, scene), word.doc
    by = word.i - 1 - (doc[word.i - 1].pos_ == "DET")
    if party is None or not is_passive(first.act) or by - 2 <= first.act.i or doc[by].lower_ != "by":
        return None
    named = scene.mention(by - 1, actor=False)
    start = scene.parse.token_at(named.anchor.start) if named is not None and named.named else by - 1
    place = named.name if named is not None and named.named else None
    if place is None and first.place is not None:
        start -= doc[start - 1].pos_ == "ADJ"
        place = _share(doc[start:by], first.place)
    if place is None or place == first.place or not _is_joined(doc[start]):
        return None
    return party[0], place, " ".join(t.lower_ for t in doc[start : party[1]])


def _without(told: Proposition, who: Name) -> Proposition:
    """Without the one who stands in the gap as a further doer."""
    kept = tuple(name for name in told.actors if name != who)
    return replace(told, actors=kept or told.actors)


def _party(word: Word, scene: Scene) -> tuple[Name, int] | None:
    """The party whose name begins at a word, and the token behind it; also a people that is no party yet."""
    who = scene.mention(word.i, actor=True)
    if who is not None and scene.parse.token_at(who.anchor.start) == word.i:
        return who.name, scene.parse.token_at(who.anchor.end - 1) + 1
    return (Name(word.text), word.i + 1) if word.tag_ == "NNPS" and not scene.at.get(word.i) else None


def _runs_on(mark: Word) -> bool:
    """Whether a clause goes on behind a comma with a verb of its own: "and the army, the west said, ..."."""
    after = mark.nbor(1) if mark.i + 1 < mark.sent.end else None
    return after is not None and mark.lower_ in (",", "and") and after.pos_ in ("VERB", "AUX")


def _share(words: Sequence[Word], place: Name) -> Name | None:
    """The other share of a place: "the east", "the eastern suburbs", "the rest"."""
    last, whole = words[-1], place.text.rsplit(" of ", 1)[-1]
    if whole.lower() in SIDES:
        return None
    if last.lemma in REST | SIDES:
        return Name(f"{last.lower_} of {whole}")
    if last.lemma in codebook().classes["share"] | {"suburb", "ward"} and len(words) == 2:
        return Name(f"{words[0].lower_} {last.lower_} of {whole}")
    return None


def _of_the_same(sentence: Sentence, scene: Scene, told: Sequence[Proposition]) -> Iterator[Proposition]:
    """As in "the fall of K and that of L"."""
    for word in sentence:
        of = [c for c in word.children if c.dep_ == "nmod" and case_of(c) == "of"]
        if word.lower_ not in STANDING_FOR or not of:
            continue
        before = [p for p in told if p.type in NOMINAL and p.act.pos_ == "NOUN" and p.act.i < word.i]
        for place in scene.mentions(of, actor=False) if before else ():
            yield replace(before[-1], act=word, place=place.name, quantities=(), confidence=SURE, framed=False)


def _counted(sentence: Sentence, scene: Scene, told: Sequence[Proposition]) -> Iterator[Proposition]:
    """As in "K is the third town that they have taken, after L"."""
    acts = {p.act.i: p for p in reversed(told) if p.type in GAPPED}
    for town in sentence:
        done = next((acts[c.i] for c in town.children if c.dep_ == "acl:relcl" and c.i in acts), None)
        if done is None or not any(c.dep_ == "cop" for c in town.children):
            continue
        for place in scene.mentions([c for c in town.children if c.dep_ == "nsubj"], actor=False):
            yield replace(done, place=place.name, quantities=(), framed=False)
