"""The places of a sentence by its words, and those that a noun which is taken or left names or is a share of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fogline.claims.apposed_places import described
from fogline.claims.arguments import RELATIVE, is_passive
from fogline.claims.candidates import Candidate, Cast
from fogline.claims.codebook import codebook
from fogline.claims.scene import LIST_WORDS, case_of
from fogline.language.plain import Word
from fogline.records import Name

WITHIN = frozenset({"in", "inside", "within", "across", "throughout", "at"})
SUCH = frozenset({"including", "such", "like"})
COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
BEHIND_NOUN = frozenset({"acl", "acl:relcl", "advcl"})
DEPTH = 4


@dataclass(frozen=True, slots=True)
class Ground:
    """The names of a sentence by their words: of places, and, beside these, of those who act.

    `named`: the words of names themselves, not of "the city".
    `heads`: for each place the words that its mentions hang by; `lists`: the words of the lists that it stands in.
    `many`: the places that only a plural like "the villages" tells.
    """

    at: Mapping[int, Name]
    named: frozenset[int]
    doers: frozenset[int]
    heads: Mapping[str, frozenset[Word]]
    lists: Mapping[str, frozenset[int]]
    many: frozenset[str]


def named_in(thing: Word, ground: Ground, *, left: bool = False, depth: int = DEPTH) -> Iterator[Name]:
    """The places that a noun names or is a share of: itself, those in apposition or a list with it, "half of K".

    `left`: as what was left, posts "in K" stand for it.
    """
    own = ground.at.get(thing.i)
    whole = own is None or thing.lemma in codebook().classes["town"]  # "the hospital of K" is not K
    if own is not None:
        yield own
    elif thing.dep_ == "appos":  # "K, a town taken on Monday"
        above = (thing.head, *(c for c in thing.head.children if case_of(c) == "of"))
        yield from (ground.at[t.i] for t in above if t.i in ground.at)
    named = [c for c in thing.children if c.dep_ == "compound" and c.i in ground.named]
    for child in thing.children if depth else ():
        if case_of(child).split(" ")[0] in SUCH:
            inner = [t.i for t in child.subtree if t.i in ground.at]
            yield from (ground.at[i] for i in [i for i in inner if i in ground.named] or inner)
        elif _lies_beside(child) or (named and case_of(child) in WITHIN):  # "the K district in L"
            continue
        elif _is_listed(child, ground) or (whole and _is_whole(thing, child, left=left)):
            yield from named_in(child, ground, left=left, depth=depth - 1)


def _is_listed(child: Word, ground: Ground) -> bool:
    """Whether a word stands beside the noun that it hangs on, in a list or as another name of it."""
    if child.dep_ == "conj":
        return not any(c.dep_ == "cop" for c in child.children)  # "took two villages and are now in K"
    return child.dep_ == "appos" or (child.dep_ == "nmod" and child.i in ground.named and not case_of(child))


def _is_whole(thing: Word, child: Word, *, left: bool) -> bool:
    """Whether a word tells what a noun is a share of: "half of K", "the districts in K", "K neighbourhoods"."""
    classes = codebook().classes
    if thing.lemma in classes["beside"] and not (left and thing.lemma in classes["post"]):
        return False
    if child.dep_ in ("nmod", "obl"):
        case = case_of(child)
        share = thing.lemma in classes["share"] or (left and thing.lemma in classes["post"])
        of = case in ("of", f"{thing.lower_} of") and thing.lemma not in classes["seat"]
        return of or (share and case in WITHIN)
    if child.dep_ == "nsubj":  # "K was the first town to fall"
        return any(c.dep_ == "cop" for c in thing.children)
    if thing.lemma in classes["town"] | classes["seat"] and child.right_edge.i + 1 < thing.i:
        return False  # "Norland's largest city"
    return child.dep_ in ("compound", "nmod:poss", "nmod:desc")


def hung(thing: Word, act: Word, ground: Ground) -> Word:
    """What a clause tells of, where the parser hung it too high: "a strike on the hill seized by X": the hill."""
    if thing is not act.head or not act.dep_.startswith("acl") or _is_ground(thing, ground):
        return thing
    at = act.left_edge.i - 1
    while at > thing.i and thing.doc[at].pos_ == "ADV":
        at -= 1
    word = thing.doc[at]
    while word.head is not thing and word.head is not word:
        word = word.head
    return word if word.head is thing and _is_ground(word, ground) else thing


def behind_name(act: Word, ground: Ground) -> Word | None:
    """The place right before what says that it is taken or left: "K, captured by X", "near K, which the army took",
    "posts in K, from which it withdrew", wherever the parser hung it."""
    before = before_pronoun(act)
    if act.tag_ == "VBN" and act.dep_ in BEHIND_NOUN and act.i > act.sent.start + 1 and act.nbor(-1).text == ",":
        before = act.nbor(-2)
    if before is None or before.i not in ground.named:
        return None
    return before if act.lemma == "annex" else described(_within_wider(before, ground), ground.named)


def before_pronoun(act: Word) -> Word | None:
    """The word right before the "which" that stands for what a verb is done to, or for where it is done from."""
    for child in act.children if act.pos_ == "VERB" else ():
        taken = child.dep_ == "obj" or (child.dep_ == "nsubj:pass" and is_passive(act))
        left = child.dep_ == "obl" and case_of(child) in ("from", "out of")
        first = child.left_edge if left else child
        if (taken or left) and child.lower_ in RELATIVE and first.i > child.sent.start + 1:
            before = first.nbor(-1)
            return before.nbor(-1) if before.text == "," else before
    return None


def _within_wider(place: Word, ground: Ground) -> Word:
    """The town of "K, in the P region, which the army took": that was taken, and not the region around it."""
    around = ground.at[place.i]
    if not set(around.text.lower().split()) & codebook().classes["wider"]:
        return place
    doc, at = place.doc, place.i - 1
    while at > place.sent.start and (ground.at.get(at) == around or doc[at].pos_ == "DET"):
        at -= 1
    if doc[at].lower_ not in WITHIN:
        return place
    at -= 2 if doc[at - 1].text == "," else 1
    town = doc[max(at, place.sent.start)]
    told = town.i in ground.named or (town.lemma in codebook().classes["settlement"] and town.dep_ == "appos")
    return town if told else place


def _is_ground(noun: Word, ground: Ground) -> bool:
    classes = codebook().classes
    return noun.i in ground.at or any(
        noun.lemma in classes[name] for name in ("part", "share", "post", "town", "beside")
    )


def _lies_beside(noun: Word) -> bool:
    """As in "an area east of K"."""
    before = noun.doc[noun.left_edge.i : noun.i]
    return any(t.lower_ == "of" and t.i > noun.sent.start and t.nbor(-1).lower_ in COMPASS for t in before)


def _are_many(place: Candidate, head: Word) -> bool:
    """As "the villages": not the one place that was told before."""
    return not place.mention.named and head.tag_ == "NNS" and head.lower_ not in place.text.lower()


def ground_of(cast: Cast) -> Ground:
    """The ground of a sentence."""
    at: dict[int, Name] = {}
    doers: set[int] = set()
    named: set[int] = set()
    heads: dict[str, frozenset[Word]] = {}
    lists: dict[str, frozenset[int]] = {}
    many: set[str] = set()
    before: tuple[int, frozenset[int]] = (-1, frozenset())
    for one in cast.here:
        if not one.is_place:
            doers.update(range(one.first, one.last + 1))
            continue
        words = range(one.first, one.last + 1)
        if _are_many(one, cast.sentence.doc[one.head]):
            many.add(one.text)
            continue
        at.update((i, one.mention.name) for i in words if i not in at)
        named.update(words if one.mention.named else ())
        head = cast.sentence.doc[one.head]
        between = cast.sentence.doc[before[0] + 1 : one.first] if before[0] >= 0 else []
        chain = before[1] if between and all(t.lower_ in LIST_WORDS for t in between) else frozenset({one.first})
        heads[one.text] = heads.get(one.text, frozenset()) | {head}
        lists[one.text] = lists.get(one.text, frozenset()) | chain | {head.i, *(t.i for t in head.conjuncts)}
        before = (one.last, chain)
    return Ground(at, frozenset(named), frozenset(doers), heads, lists, frozenset(many - heads.keys()))
