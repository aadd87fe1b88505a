"""The words around an act that can say its mode: with what an attack was made, what a withdrawal came of.

What an attack is aimed at is not among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from fogline.claims.acts import expressions
from fogline.claims.arguments import Arguments, of_verb
from fogline.claims.codebook import codebook
from fogline.claims.scene import case_of
from fogline.claims.status import negated
from fogline.language.plain import Word
from fogline.records import ClaimType

Around = Mapping[str, frozenset[str]]  # the table "around" of data/modes.toml

INSIDE = frozenset({"compound", "amod", "nmod:desc", "flat", "conj", "appos", "nmod:poss"})
CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "parataxis", "dep", "xcomp"})
LEADING = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT"})
NOMINAL = frozenset({"NOUN", "PROPN"})
HOLDS = frozenset({"contain", "carry", "fill", "load", "lace", "pack", "hold"})
LACKS = frozenset({"without", "no", "little"})
DEPTH = 3
BEFORE = 5  # words


def surroundings(act: Word, kind: ClaimType, around: Around) -> Iterator[Word]:
    """The words, in no order, some twice.  Those of a verb are without the verb."""
    if kind is ClaimType.ATTACK:
        yield from _of_noun(act, around) if act.pos_ in NOMINAL else _of_verb(act, around)
    elif kind is ClaimType.WITHDRAW:
        yield from _of_withdrawal(act, around["ways"])
    elif kind is ClaimType.CAPTURE:
        yield from _of_capture(act)
    elif kind is ClaimType.MEET:
        yield from _of_meeting(act, around)
    else:
        yield from _of_harm(act, around["fates"])


def phrase(head: Word, depth: int = DEPTH) -> Iterator[Word]:
    """A noun with what stands inside its phrase: "a barrage of rockets", "mortars and shells", "shells with gas"."""
    yield head
    if depth:
        for child in head.children:
            if child.dep_ in INSIDE or _hyphened(child, head) or (child.dep_ == "nmod" and case_of(child) == "of"):
                yield from phrase(child, depth - 1)
            elif child.dep_ in ("acl", "acl:relcl") and child.lemma in HOLDS:
                for inner in child.children:
                    if inner.dep_ == "obj" or case_of(inner) == "with":
                        yield from phrase(inner, depth - 1)


def _hyphened(child: Word, head: Word) -> bool:
    """As the "rocket" of "rocket-propelled"."""
    between = "" if child.i + 2 != head.i else str(head.doc[child.i + 1].text)
    return between == "-"


def _phrases(heads: Iterable[Word]) -> Iterator[Word]:
    for head in heads:
        yield from phrase(head)


def _of_verb(verb: Word, around: Around) -> Iterator[Word]:
    """Who or what does it, with what; of a verb that throws, what is thrown."""
    given = of_verb(verb)
    yield from _phrases(given.get("subject"))
    if _is(verb, around["throws"]):
        yield from _phrases(given.get("object"))
    word = verb.lemma
    if word in around["meets"]:
        met = (h for role in ("object", "over", "on") for h in given.get(role))
        yield from _phrases(h for h in met if h.lemma in around["mines"])
    elif word in around["suffers"]:
        yield from _with(given, around["suffered"])
    yield from _with(given, around["means"])
    yield from _deep(verb, around["deep"])
    yield from _phrases(head for head in given.get("in") if head.lemma in _attacks())  # "killed in an air strike"
    yield from _used(verb, around["uses"])
    if verb.pos_ not in ("VERB", "AUX"):
        yield verb


def _of_noun(noun: Word, around: Around) -> Iterator[Word]:
    """Its own phrase; what it is made with; and who makes it, where a verb lends him."""
    top = noun
    while top.dep_ in ("compound", "amod", "flat") and top.head.pos_ in NOMINAL:
        top = top.head
    yield from phrase(top)
    yield from _before(noun)
    if top.dep_ == "nmod" and case_of(top) == "of":
        yield top.head
    for child in top.children:
        if child.dep_ in ("nmod", "obl") and case_of(child) in around["means"]:
            yield from phrase(child)
        elif child.dep_ in CLAUSES and child.tag_ == "VBN":  # "carried out by drones"
            given = of_verb(child)
            yield from _phrases(given.get("subject"))
            yield from _with(given, around["means"])
    yield from _used(top, around["uses"])
    verb = top.head
    if top.dep_ in ("obj", "nsubj:pass", "nsubj", "obl") and verb.pos_ == "VERB":
        yield from _lent(top, verb, around)


def _before(noun: Word) -> Iterator[Word]:
    """The words before a noun that belong to it, whatever the parse made of them."""
    for token in reversed(noun.doc[max(noun.sent.start, noun.i - BEFORE) : noun.i]):
        if token.pos_ not in LEADING or token.text in (",", ";", ":", "(", ")"):
            return
        if token.pos_ in NOMINAL or token.pos_ == "ADJ":
            yield token


def _lent(noun: Word, verb: Word, around: Around) -> Iterator[Word]:
    yield from _used(verb, around["uses"])
    makes, uses = _is(verb, around["makes"]), _is(verb, around["uses"])
    if not makes and not uses:
        return
    given = of_verb(verb)
    if makes:
        yield from _with(given, around["means"])
        if noun not in given.get("subject"):
            yield from _phrases(given.get("subject"))
    if uses:  # "the attack involved grenades", "grenades were used in the attack"
        yield from _phrases(given.get("object"))


def _with(given: Arguments, means: Iterable[str]) -> Iterator[Word]:
    for role in means:
        yield from _phrases(given.get(role))


def _deep(node: Word, means: frozenset[str]) -> Iterator[Word]:
    """What the parser hangs a step too low: "attacked the office of the mayor with grenades"."""
    for child in node.children:
        if child.dep_ in ("nmod", "obl") and case_of(child) in means:
            yield from phrase(child)
        if child.pos_ in NOMINAL:
            yield from _deep(child, means)


def _used(token: Word, uses: frozenset[str]) -> Iterator[Word]:
    """What a clause beside it says was used: "attacked the town using drones"."""
    for child in token.children:
        if child.dep_ in CLAUSES and child.lemma in uses:
            yield from _phrases(of_verb(child).get("object"))


def _is(verb: Word, words: frozenset[str]) -> bool:
    return verb.lemma in words or any(key in words for key, _ in expressions(verb))


@cache
def _attacks() -> frozenset[str]:
    """The nouns that name an attack."""
    return frozenset(
        word for word, frames in codebook().nouns.items() if any(f.type is ClaimType.ATTACK for f in frames)
    )


def _of_withdrawal(act: Word, ways: frozenset[str]) -> Iterator[Word]:
    """What it comes of, and the verb or noun that it hangs on: "agreed to withdraw", "an order to withdraw"."""
    node = act
    yield from _ways_of(act, ways)
    for _ in range(DEPTH):
        hangs = node.dep_ in ("xcomp", "ccomp", "obj", "nsubj", "nsubj:pass", "acl", "conj") or case_of(node) == "into"
        if not hangs or node.head == node:
            return
        if node.dep_ != "conj":
            yield node.head
            yield from _ways_of(node.head, ways)
        node = node.head


def _ways_of(node: Word, ways: frozenset[str]) -> Iterator[Word]:
    if node.pos_ in NOMINAL:
        yield node
    for child in node.children:
        if child.dep_ in ("obl", "nmod", "obl:agent") and case_of(child) in ways:
            yield from phrase(child)
            yield from _phrases(
                c for c in child.children if c.dep_ == "nmod" and case_of(c) == "with"
            )  # "in line with"
        elif child.dep_ in ("compound", "amod", "advmod"):
            yield child
        elif child.dep_ == "advcl":
            yield child
            yield from _phrases(c for c in child.children if c.dep_ in ("obj", "obl"))


def _of_capture(act: Word) -> Iterator[Word]:
    """How it is said to go, with "without" and what follows it; of control, also the verb that has it for object."""
    node = act
    if act.pos_ in NOMINAL:
        yield act
        if act.dep_ in ("obj", "nsubj:pass", "obl") and act.head.pos_ == "VERB":
            node = act.head
            yield from _with_particle(node)
    for child in (*node.children, *(act.children if node != act else ())):
        if child.dep_ in ("advmod", "amod", "compound", "xcomp", "dep"):
            yield child
        elif child.dep_ in ("obl", "advcl", "nmod", "acl", "conj"):
            yield from _lacking(child)


def _lacking(node: Word) -> Iterator[Word]:
    """ "without a fight", "facing no resistance": what is told not to have been, with the word that denies it."""
    held = [node, *(c for c in node.children if c.dep_ in ("obj", "obl"))]
    for head in held if node.pos_ not in NOMINAL else held[:1]:
        lacks = [c for c in head.children if c.lower_ in LACKS]
        yield from lacks
        if lacks:
            yield head
            yield from (c for c in head.children if c.dep_ == "det")


def _with_particle(verb: Word) -> Iterator[Word]:
    yield verb
    yield from (c for c in verb.children if c.dep_ in ("compound:prt", "advmod"))


def _of_meeting(act: Word, around: Around) -> Iterator[Word]:
    """The act, and the verbs beside and above it that tell what it came to, with their objects."""
    yield act
    beside = [c for c in act.children if c.dep_ in ("conj", "advcl", "xcomp", "acl", "parataxis")]
    above = act.head if act.dep_ in ("nsubj", "nsubj:pass", "obl", "obj", "conj", "xcomp", "advcl") else act
    for verb in (act, *beside, above, *(c for c in above.children if c.dep_ == "conj")):
        if negated(verb):
            continue
        if verb.lemma in around["agrees"]:
            yield verb
        elif verb.lemma in around["reaches"]:
            given = of_verb(verb)
            yield from _phrases(given.get("object"))
            yield from _with(given, around["outcomes"])


def _of_harm(act: Word, fates: frozenset[str]) -> Iterator[Word]:
    """Of a verb, what is suffered or what people are taken for; else the word itself."""
    if act.pos_ not in ("VERB", "AUX"):
        yield act
    for child in act.children:
        if child.dep_ in ("obj", "xcomp", "compound", "nsubj:pass") or (
            child.dep_ == "obl" and case_of(child) in (*fates, "")
        ):
            yield child
