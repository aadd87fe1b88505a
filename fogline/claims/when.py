"""Which date expression of the sentence a claim belongs to, and in which tense it is told."""

from __future__ import annotations

from spacy.tokens import Token

from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene
from fogline.records import Basis, DateExpression, Status, Tense


def tense_of(act: Token, status: Status) -> Tense:
    """Past, present or future, from the verb's form and the status."""
    if status in (Status.PLANNED, Status.CONDITIONAL):
        return Tense.FUTURE
    verb = act
    for _ in range(4):
        if verb.pos_ in ("VERB", "AUX"):
            break
        verb = verb.head
    if any(c.dep_ == "aux" and c.lower_ in lexicon("modality")["planned_aux"] for c in verb.children):
        return Tense.FUTURE
    past = verb.tag_ in ("VBD", "VBN") or any(c.dep_.startswith("aux") and c.tag_ == "VBD" for c in verb.children)
    return Tense.PAST if past else Tense.PRESENT


def when_of(act: Token, scene: Scene, status: Status) -> DateExpression | None:
    """The date of an act: the one that hangs on it, else the one that hangs on the clause around it.

    A date that belongs to another act of the sentence is not taken.
    """
    dates = _dates_in(act, scene)
    best: tuple[int, int, str] | None = None
    for start, end, text in dates:
        distance = _steps(act, act.doc[start:end].root)
        if distance is not None and (best is None or (distance, abs(start - act.i)) < best[:2]):
            best = (distance, abs(start - act.i), text)
    if best is not None and best[0] <= 4:
        return DateExpression(best[2], tense_of(act, status))
    if len(dates) == 1:
        return DateExpression(dates[0][2], tense_of(act, status), Basis.INFERRED)
    return None


def _dates_in(act: Token, scene: Scene) -> list[tuple[int, int, str]]:
    """(first token, last token + 1, words) of the date mentions in the act's sentence."""
    found = []
    for mention in scene.dates:
        first = scene.parse.token_at(mention.anchor.start)
        last = scene.parse.token_at(mention.anchor.end - 1)
        if act.sent.start <= first and last < act.sent.end:
            found.append((first, last + 1, mention.anchor.quote))
    return found


def _steps(act: Token, date: Token) -> int | None:
    """How far a date stands from an act in the tree: on the act itself 1, on the verb above it 2, and so on."""
    holder = date.head
    token = act
    for step in range(1, 6):
        if holder == token or (holder.head == token and holder.pos_ not in ("VERB", "AUX")):
            return step
        if token.head == token:
            return None
        token = token.head
    return None
