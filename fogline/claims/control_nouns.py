"""Control as a noun: "took control of K", "K is in the hands of the brigade", "under rebel control"."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.claims.arguments import SUBJECTS, Arguments, of_noun, of_verb
from fogline.claims.codebook import codebook
from fogline.claims.proposition import Proposition
from fogline.claims.scene import EDGES, Scene, case_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Name


def control_claims(noun: Word, scene: Scene) -> Iterator[Proposition]:
    """Captures and holdings that a noun of control tells, with the verb that it stands under."""
    words = codebook().control
    if noun.lemma not in words["nouns"]:
        return
    own = of_noun(noun, doers=frozenset(), sufferers=frozenset())
    verb = noun.head if noun.dep_ in ("obj", "obl", "xcomp", "nsubj:pass") else None
    word = codebook().irregular.get(verb.lemma, verb.lemma) if verb is not None else ""
    lent = of_verb(verb) if verb is not None else Arguments()
    if noun.lemma in words["in_hands"] and noun.dep_ == "obj" and word not in words["take"]:
        return
    own_object = noun.dep_ in ("obj", "nsubj:pass") or noun in lent.get("object")
    if own_object and word in words["take"] | words["lose"]:
        yield from _taken(noun, own, lent, scene, lost=word in words["lose"])
    elif noun.dep_ == "obj" and word in words["have"]:
        yield from _made(noun, ClaimType.HOLD, _actors(lent.get("subject"), scene), _places(own, scene))
    else:
        yield from _state(noun, own, lent, scene, word=word)


def presence_claims(token: Word, scene: Scene) -> Iterator[Proposition]:
    """As in "The brigade's men are in Karsin": who is somewhere armed holds it; at its gates, has advanced."""
    are = next((c for c in token.children if c.dep_ == "cop"), None)
    if are is None:
        return
    holders = [c for c in token.children if c.dep_ == "nsubj"]
    if token.lemma in EDGES and case_of(token) in ("at", "on", "in"):
        for near in scene.mentions([token], actor=False):
            yield from _made(token, ClaimType.ADVANCE, _actors(holders, scene), (near.name,))
    if token.lemma in codebook().classes["length"]:
        yield from _short_of(token, holders, scene)
    if case_of(token) not in ("in", "inside"):
        return
    place = scene.mention(token.i, actor=False)
    armed = [h for h in holders if scene.mention(h.i, actor=False) is None]
    if place is not None and armed:
        yield from _made(are, ClaimType.HOLD, _actors(armed, scene), (place.name,))


def is_by_the_way(act: Word, kind: ClaimType) -> bool:
    """As in "in rebel-held Karsin", "the rebel stronghold of Karsin", "Karsin, a base": what only tells which place is
    meant is the report's own word, whoever speaks."""
    if kind is not ClaimType.HOLD or any(c.dep_ == "cop" for c in act.children):
        return False
    if act.i and act.doc[act.i - 1].text == "-":
        return act.dep_ in ("amod", "compound")
    seat = act.pos_ == "NOUN" and act.lemma in codebook().classes["seats"]
    return seat and (act.dep_ == "appos" or any(c.dep_ == "nmod" and case_of(c) == "of" for c in act.children))


def _short_of(length: Word, forces: list[Word], scene: Scene) -> Iterator[Proposition]:
    """As in "The army is ten kilometres from Karsin": it has advanced so far, which the preposition tells."""
    for end in length.children:
        word = next((c for c in end.children if c.dep_ == "case" and c.lower_ in ("from", "of")), None)
        place = scene.mention(end.i, actor=False)
        armed = [f for f in forces if scene.mention(f.i, actor=False) is None]
        if word is not None and place is not None:
            yield from _made(word, ClaimType.ADVANCE, _actors(armed, scene), (place.name,))


def _taken(noun: Word, own: Arguments, lent: Arguments, scene: Scene, *, lost: bool) -> Iterator[Proposition]:
    subject = _actors(lent.get("subject"), scene)
    takers = _actors(lent.get("to"), scene) if lost else subject
    losers = subject if lost else _actors(lent.get("from"), scene)
    for place in _places(own, scene) or _places(lent, scene):
        yield Proposition(noun, ClaimType.CAPTURE, takers, losers, place)


def _state(noun: Word, own: Arguments, lent: Arguments, scene: Scene, *, word: str) -> Iterator[Proposition]:
    """As in "in control of K": the subject holds K.  "under the control of X", "in the hands of X": X holds."""
    words = codebook().control
    case = case_of(noun).split(" ")[0] if case_of(noun) else ""
    owned = case in words["held_by_owner"] or (case == "in" and noun.lemma in words["in_hands"])
    if owned:
        holders = _actors([*own.get("of"), *own.get("poss")], scene)
        about = own.get("cop") or (lent.get("object") if lent.get("object") else lent.get("subject"))
        if not about and noun.dep_ in ("nmod", "acl"):
            about = [noun.head]
        places = tuple(m.name for m in scene.mentions(about, actor=False))
        kind = ClaimType.CAPTURE if word in words["pass"] else ClaimType.HOLD
        yield from _made(noun, kind, holders, places)
    elif case in words["held_by_subject"]:
        holders = _actors(own.get("cop") or lent.get("subject") or _subjects_of_back(noun), scene)
        yield from _made(noun, ClaimType.HOLD, holders, _places(own, scene))
    elif not case:
        holders = _actors(own.get("poss"), scene)
        yield from _made(noun, ClaimType.HOLD, holders, _places(own, scene))


def _subjects_of_back(noun: Word) -> list[Word]:
    """The subjects that hang on "back", in "the army is back in control of K, an official said"."""
    first = min((c.i for c in noun.children if c.dep_ == "case"), default=noun.i)
    before = noun.doc[first - 1] if first > noun.sent.start else noun
    return [c for c in before.children if c.dep_ in SUBJECTS] if before.lower_ == "back" else []


def _made(noun: Word, kind: ClaimType, actors: tuple[Name, ...], places: tuple[Name, ...]) -> Iterator[Proposition]:
    for place in places if actors else ():
        yield Proposition(noun, kind, actors, (), place)


def _actors(heads: list[Word], scene: Scene) -> tuple[Name, ...]:
    return tuple(m.name for m in scene.mentions(heads, actor=True))


def _places(given: Arguments, scene: Scene) -> tuple[Name, ...]:
    for role in ("of", "over", "in", "at", "on"):
        if given.get(role):
            return tuple(m.name for m in scene.mentions(given.get(role), actor=False))
    return ()
