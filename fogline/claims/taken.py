"""What is told as taken or left: the noun that grammar gives an act of taking, held against the place that was chosen.

"Captured three villages near K" takes no place that is named, and "captured half of K" takes K.  Where the grammar sees
nothing that is taken or left, the chosen place stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from fogline.claims.acts import frames_of
from fogline.claims.apposed_places import apposed_to, described, named_behind
from fogline.claims.arguments import is_passive, of_noun, of_verb
from fogline.claims.candidates import Cast
from fogline.claims.codebook import codebook
from fogline.claims.not_taken import is_no_ground, says_something, yields
from fogline.claims.proposition import Proposition
from fogline.claims.scene import COUNTRY, case_of
from fogline.claims.taken_places import COMPASS, WITHIN, Ground, before_pronoun, behind_name, ground_of, hung, named_in
from fogline.claims.takers import with_takers
from fogline.language.plain import Word
from fogline.records import ClaimType, Name

ASKED = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW})
LEFT = ("from", "out of", "of", "away from", "off")
OVER = ("over", "above", "in", "at", "on")
BESIDE = frozenset({"conj", "appos", "parataxis", "dep", "orphan", "list"})  # how the end of a list of things hangs
AHEAD = frozenset({"to", "into", "towards", "toward", "onto", "for", "as far as"})
# By when somebody is driven out, not by whom.
DAYTIMES = frozenset({
    "dawn", "daybreak", "sunrise", "morning", "noon", "midday", "afternoon", "sunset", "dusk", "evening", "nightfall",
    "night", "midnight",
})  # fmt: skip
NOMINAL = frozenset({"NOUN", "PROPN"})
DEFINITE = frozenset({"the", "that", "this", "these", "those", "both", "its", "their"})
NEAR = frozenset({"near", "outside", "around", "close", "next", "towards", "toward", "beyond"})


def as_taken(found: Mapping[int, Sequence[Proposition]], casts: Sequence[Cast]) -> dict[int, list[Proposition]]:
    """The propositions, each capture and withdrawal with the doer and the places that its own words tell."""
    by_start = {cast.sentence.start: cast for cast in casts}
    mended: dict[int, list[Proposition]] = {}
    for start, made in found.items():
        ground = ground_of(by_start[start])
        told = with_takers(made, by_start[start])
        one_by_one = (one for same in _by_act(told) for one in _mended(same, ground))
        mended[start] = [p for p in dict.fromkeys(one_by_one) if p.type not in ASKED or says_something(p)]
    return mended


def _by_act(made: Sequence[Proposition]) -> Iterator[list[Proposition]]:
    """The propositions of one act and type together, in their order."""
    for _, same in groupby(made, key=lambda p: (p.act.i, p.type)):
        yield list(same)


def _mended(same: list[Proposition], ground: Ground) -> list[Proposition]:
    first = same[0]
    if first.type is ClaimType.HOLD:
        return _held(same, ground)
    if first.type in ASKED and _is_one_of_two(first.act, ground):
        return [replace(first, place=None)]
    things = told_things(first.act, first.type, ground)
    left = first.type is ClaimType.WITHDRAW
    told = ((t, n) for t in things for n in named_in(t, ground, left=left))
    own = {n.text: n for t, n in told if not (_is_of_country(t, n, ground) or _is_no_town(n, [t]))}
    if first.type in ASKED and (yields(first.act, ground.at) or (not own and is_no_ground(things, first.type))):
        return []
    if first.type is ClaimType.CAPTURE and not any(p.actors for p in same) and _is_driven(first.act, ground):
        return []
    if first.type in ASKED and all(p.place and p.place.text not in own and _is_astray(p, ground) for p in same):
        return [replace(first, place=name) for name in own.values()] or [replace(first, place=None)]
    if not things:
        return same
    if any(_is_open(t, ground) for t in things) and not any(t.i in ground.named for t in things):
        meant = next((ground.at[t.i] for t in things if t.i in ground.at), None)
        meant = None if meant is not None and _is_no_town(meant, things) else meant
        return [replace(p, place=meant) if not p.place or _is_no_town(p.place, things) else p for p in same]
    kept = [p for p in same if (p.place is None and not own) or (p.place and _stands(p.place, first, own, ground))]
    kept = [p for p in same if p in kept or _is_listed_with(p.place, kept, ground)]
    if kept or (not own and first.place is not None and not _is_elsewhere(first.place, first.act, things, ground)):
        return kept or same
    return [replace(first, place=name) for name in own.values()] or [replace(first, place=None)]


def _held(same: list[Proposition], ground: Ground) -> list[Proposition]:
    """The holdings of an act; of "near L and K, which X holds" only that of K."""
    held = before_pronoun(same[0].act)
    held = described(held, ground.named) if held is not None and held.i in ground.named else None
    if held is None or any(p.place == ground.at[held.i] for p in same):
        return same
    return [replace(same[0], place=ground.at[held.i])]


def _is_one_of_two(act: Word, ground: Ground) -> bool:
    """As in "captured the latter", where it is not known which place is meant."""
    taken = (c for c in act.children if c.dep_ == "obj" and c.lower_ in ("former", "latter"))
    return any(c.i not in ground.at for c in taken)


def _is_of_country(thing: Word, place: Name, ground: Ground) -> bool:
    """Whether a noun is only a part of a country that it stands with, "areas of K", which wasn't taken whole."""
    country = (place.key or "").startswith(COUNTRY)
    return country and thing.i not in ground.at and thing.lemma in codebook().classes["some"]


def _is_of_another(head: Word, act: Word) -> bool:
    """Whether a place belongs to another verb: "seized the silos and pushed into K"."""
    own = (act, act.head) if act.pos_ == "NOUN" else (act,)
    return head.head.pos_ == "VERB" and head.head not in own and head.head not in act.ancestors


def _is_elsewhere(place: Name, act: Word, things: Sequence[Word], ground: Ground) -> bool:
    """Whether a place is surely not the unnamed thing that was taken.

    "The hill" may stand for a place that the sentence names beside it; "a hill", a name of its own, and what is only
    "near K" don't.
    """
    heads = ground.heads.get(place.text, frozenset())
    if not heads or any(thing.is_ancestor(head) for thing in things for head in heads):
        return True
    if all(t.tag_ == "NNS" and t.lemma in codebook().classes["town"] for t in things):  # "these towns"
        return True
    if all(_is_of_another(head, act) for head in heads):
        return True
    definite = any(child.lower_ in DEFINITE for thing in things for child in thing.children)
    return not definite or any(thing.pos_ == "PROPN" for thing in things)


def _is_astray(told: Proposition, ground: Ground) -> bool:
    """Whether a place only tells where something else is, or where those who leave go."""
    if told.place is None or told.place.text in ground.many or _is_near(told.place, ground):
        return told.place is not None
    heads = ground.heads.get(told.place.text, frozenset())
    return told.type is ClaimType.WITHDRAW and bool(heads) and all(_is_ahead(h, told.act) for h in heads)


def _is_ahead(head: Word, act: Word) -> bool:
    """As in "fled toward the outskirts of K"."""
    way = [head, *(t for t in head.ancestors if act in t.ancestors)]
    return act in head.ancestors and case_of(way[-1]) in AHEAD


def _is_near(place: Name, ground: Ground) -> bool:
    """Whether a place only tells where something else is: "south of K", "around K", "the east"."""
    if place.text.lower() in COMPASS:
        return True
    heads = ground.heads.get(place.text, frozenset())
    return bool(heads) and all(any(w in COMPASS | NEAR for w in _before(h)) for h in heads)


def _before(head: Word) -> list[str]:
    """The words that tell how a place lies: its prepositions, and what stands right before an "of"."""
    if head.dep_ in ("appos", "flat", "compound") and not case_of(head):  # "near the capital K"
        head = head.head
    words = case_of(head).split(" ")
    of = next((c for c in head.children if c.lower_ == "of" and c.dep_ == "case" and c.i > head.sent.start), None)
    return [*words, of.nbor(-1).lower_] if of is not None else words


def _stands(place: Name, told: Proposition, own: Mapping[str, Name], ground: Ground) -> bool:
    """Whether a place is one of those taken: named so, in one list with one, or behind them without a preposition."""
    if place.text in own or any(_is_share_of(name, place) for name in own):
        return True
    words = ground.lists.get(place.text, frozenset())
    if any(words & ground.lists.get(name, frozenset()) for name in own):
        return True
    heads = ground.heads.get(place.text, frozenset())
    if told.type is ClaimType.WITHDRAW and any(h.head is told.act and case_of(h) in WITHIN for h in heads):
        return True  # "In K they abandoned the police station"
    return any(not case_of(h) and h.dep_ in BESIDE and h.i > told.act.i for h in heads)


def _is_listed_with(place: Name | None, kept: Sequence[Proposition], ground: Ground) -> bool:
    """Whether a place stands in one list with one that is kept, or behind an "and" with the same preposition as it:
    "the capture of K in May and of L in June"."""
    if place is None:
        return False
    for other in (p.place for p in kept if p.place is not None and p.place != place):
        first = min((h.i for h in ground.heads.get(other.text, ())), default=None)
        behind = first is not None and all(h.i > first for h in ground.heads.get(place.text, ()))
        if behind and ground.lists.get(place.text, frozenset()) & ground.lists.get(other.text, frozenset()):
            return True  # the first of a list that only tells where something lies was let go
        heads = ((h, o) for h in ground.heads.get(place.text, ()) for o in ground.heads.get(other.text, ()))
        if any(_is_behind_and(h, o) for h, o in heads):
            return True
    return False


def _is_behind_and(head: Word, other: Word) -> bool:
    """Whether "and", with the preposition of another noun, stands right before a noun, and no verb between them."""
    case = next((c for c in head.children if c.dep_ == "case"), None)
    if case is None or case.lower_ != case_of(other) or other.i > case.i - 1 or case.nbor(-1).lower_ != "and":
        return False
    return not any(t.pos_ in ("VERB", "AUX", "NOUN") for t in head.doc[other.i + 1 : case.i])


def _is_share_of(name: str, place: Name) -> bool:
    first, *rest = name.split()
    return bool(rest) and first.lower() in codebook().classes["share"] and place.text in name


def told_things(act: Word, kind: ClaimType, ground: Ground) -> list[Word]:
    """The nouns for what an act takes or leaves, as the grammar has them; none where it doesn't say."""
    if kind not in ASKED or act.pos_ not in ("NOUN", "VERB"):
        return []
    behind = behind_name(act, ground)
    if behind is not None:
        return [behind]
    nouns = codebook().control["nouns"]
    known = act.lemma in nouns or any(frame.type is kind for frame in frames_of(act, codebook()))
    lends = act.pos_ == "VERB" and any(t.lemma in nouns for t in of_verb(act).get("object"))
    if not known and not lends:
        return []
    if act.pos_ == "NOUN" and case_of(act) == "under" and act.head.pos_ == "VERB":  # "K came under X's control"
        found = [t for t in of_verb(act.head).get("subject") if not _acts(t, ground)]
    else:
        found = _of_noun(act, ground) if act.pos_ == "NOUN" else _of_verb(act, kind, ground)
    found = [inner for thing in found for inner in _counted(hung(thing, act, ground))]
    found = [apposed_to(thing, ground.at) or named_behind(thing, ground.named) or thing for thing in found]
    return found if all(t.pos_ in NOMINAL for t in found) else []


def _counted(thing: Word) -> list[Word]:
    """What a word stands for: of "all but one of the villages" the villages."""
    if thing.pos_ not in ("DET", "PRON", "NUM"):
        return [thing]
    parts = (thing, *(c for c in thing.children if c.dep_ == "conj"))
    return [c for part in parts for c in part.children if c.dep_ == "nmod" and case_of(c) == "of"] or [thing]


def _of_verb(act: Word, kind: ClaimType, ground: Ground) -> list[Word]:
    classes, given = codebook().classes, of_verb(act)
    objects = [_meant(t, act) for t in given.get("object") or _cut_off(act)]
    objects = [] if _drives(act, kind) else [t for t in objects if not _acts(t, ground)]
    if kind is ClaimType.CAPTURE and any(t.lemma in classes["sign"] for t in objects):
        if act.lemma == "change":  # "changed hands"
            return _sure(given.get("subject"), act)
        return [t for role in OVER for t in given.get(role)][:1]  # "raised its flag over K"
    if kind is ClaimType.CAPTURE and act.lemma in classes["falling"]:
        return _sure(given.get("subject"), act)
    if kind is ClaimType.CAPTURE and act.lemma == "pass" and not objects and not is_passive(act):
        passed = [t for t in given.get("subject") if _is_place(t, ground)]
        if passed and all(t.lemma in classes["hands"] for t in given.get("from") if not _acts(t, ground)):
            listed = any(t.dep_ == "conj" for word in passed for t in word.subtree)  # which the reader knows best
            return [] if listed else _sure(passed, act)  # "K passed from one side to the other"
    nouns = codebook().control["nouns"]
    things = [inner for t in objects for inner in (_of_noun(t, ground) if t.lemma in nouns else [t])]
    behind = [t for role in LEFT for t in given.get(role) if t.head is act and not _acts(t, ground)]
    behind = [t for t in behind if t.lemma not in classes["supplies"] or t.i in ground.at]  # "out of ammunition"
    if not things or (behind and not any(name for t in things for name in named_in(t, ground))):
        return _sure(behind or things, act)
    named = (c.i in ground.named for t in things for c in t.children if c.dep_ == "compound")
    if all(t.lemma in classes["share"] or _is_last(t) for t in things) and not any(named):  # "took districts in K"
        things += [t for role in WITHIN for t in given.get(role)]
    return _sure(things, act)


def _is_last(thing: Word) -> bool:
    """As in "abandoned its last villages in K": nothing of it is left."""
    lasting = any(c.lower_ in ("last", "remaining", "final") for c in thing.children if c.i < thing.i)
    return lasting and thing.lemma in codebook().classes["town"] | codebook().classes["post"]


def _is_place(word: Word, ground: Ground) -> bool:
    """Whether a word names a place, and no country, which may act."""
    name = ground.at.get(word.i)
    return name is not None and word.i not in ground.doers and not (name.key or "").startswith(COUNTRY)


def _meant(thing: Word, act: Word) -> Word:
    """For "it" in "stormed a base in K, capturing it" the base."""
    if thing.lower_ != "it" or act.dep_ != "advcl" or act.i < act.head.i:
        return thing
    return next((c for c in act.head.children if c.dep_ == "obj" and c.pos_ in NOMINAL and c.i < act.i), thing)


def _cut_off(act: Word) -> list[Word]:
    """In "stepped up raids and took villages" what is taken, where the parser hangs it on the first verb."""
    if act.dep_ != "conj" or is_passive(act):
        return []
    return [c for c in act.head.children if c.dep_ == "obj" and c.i > act.i]


def _drives(act: Word, kind: ClaimType) -> bool:
    """Whether a verb's object is who loses the place, as of "drove X out of K"."""
    frames = [frame for frame in frames_of(act, codebook()) if frame.type is kind]
    return bool(frames) and all(frame.object == "actor" for frame in frames)


def _is_driven(act: Word, ground: Ground) -> bool:
    """As in "shelling forced them from K": they are gone, and nobody is told to have come."""
    given = of_verb(act).get("subject") if act.pos_ == "VERB" and _drives(act, ClaimType.CAPTURE) else []
    subjects = [t for t in given if t.lemma not in DAYTIMES]
    return bool(subjects) and all(t.tag_ in ("NN", "NNS", "VBG") and t.i not in ground.doers for t in subjects)


def _of_noun(act: Word, ground: Ground) -> list[Word]:
    """What is taken, where the act is a noun: "the capture of K", "control over K"."""
    given = of_noun(act, doers=frozenset(), sufferers=frozenset())
    owners = given.get("poss") if act.lemma in codebook().classes["fates"] else []
    owned = [t for t in owners if t.dep_ == "nmod:poss" and _is_place(t, ground)]  # "the city's loss"
    roles = (given.get("of"), given.get("over"), owned, *(given.get(role) for role in LEFT[:-1]))
    things = ([t for t in told if not _acts(t, ground)] for told in roles)
    return next((found for found in things if found), [])


def _sure(things: list[Word], act: Word) -> list[Word]:
    """The nouns, unless a clause hangs on one that is no place: "their homes in K, which fell"."""
    classes = codebook().classes
    above = [t for t in things if act.dep_ == "acl:relcl" and t.is_ancestor(act)]
    return [t for t in things if t not in above or t.lemma in classes["part"] | classes["share"] | classes["post"]]


def _is_open(thing: Word, ground: Ground) -> bool:
    """Whether a noun means a town told of before, which the reader knows best: "the town", "the capital of a state".

    Not so where its own sentence names that town first: "after the army left K, the town fell".
    """
    name = ground.at.get(thing.i)
    name = None if name is not None and _is_no_town(name, [thing]) else name
    if name is not None and any(i < thing.i and other == name for i, other in ground.at.items()):
        return False
    if thing.lemma not in codebook().classes["town"] or not (name or thing.tag_ == "NN"):
        return False
    if name is not None and any(c.pos_ == "PROPN" and ground.at.get(c.i) == name for c in thing.children):
        return False  # "the town of K"
    return any(c.lower_ in DEFINITE for c in thing.children)


def _is_no_town(place: Name, things: Sequence[Word]) -> bool:
    """Whether a quarter of a town, or the province around it, is what was found for "the city"."""
    words = set(place.text.lower().split())
    if words & codebook().classes["wider"] and all(t.lemma in codebook().classes["settlement"] for t in things):
        return True
    return bool(words & codebook().classes["quarter"]) and not any(t.lemma in words for t in things)


def _acts(word: Word, ground: Ground) -> bool:
    return word.i not in ground.at and (word.i in ground.doers or word.lemma in codebook().classes["people"])
