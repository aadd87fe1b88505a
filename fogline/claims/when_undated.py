"""Acts without a date: those of which no day can be told, and those that go on with what was told before."""

from __future__ import annotations

from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import case_of
from fogline.claims.when_clauses import Form, clause_of, form_of, supposed
from fogline.language.plain import Word
from fogline.records import DateExpression, Tense

STORY = frozenset({Form.PAST, Form.HAD, Form.BARE})
FORMERLY = frozenset({"formerly", "previously", "erstwhile"})
HOUSING = frozenset({"host", "house"})


def undated(act: Word, form: Form) -> DateExpression | None:
    """The act's words in place of a date, where no day can be told from them; `None` where one may be.

    So where the verb tells that it has not happened, where a perfect counts a whole war, where something is done again
    and again, and for seats and bases.  `form` is that in which the act is told.
    """
    clause = clause_of(act)
    if _repeated(act) or _some_day(clause) or _former(act):
        return DateExpression(act.text, Tense.PAST)
    if form is Form.MODAL or supposed(clause) or (form is Form.HAS and _many(clause)):
        return DateExpression(_verb(clause), tense_of(form))
    seats = lexicon("when")["seats"]
    housed = act.lemma in HOUSING and any(c.dep_ == "obj" and c.lemma in seats for c in act.children)
    seat = act.pos_ == "NOUN" and act.lemma in seats
    if (seat or housed) and (form is not Form.PAST or case_of(act) == "from"):
        return DateExpression(act.text, Tense.PRESENT)
    return None


def told_again(act: Word, form: Form) -> bool:
    """Whether a sentence goes on about what was told before: "the withdrawal came as ...", "the capture is a blow"."""
    root = act.sent.root
    subject = next((c for c in root.children if c.dep_.startswith("nsubj")), None)
    if subject is None or subject.lemma not in codebook().nouns:
        return False
    if not any(c.lower_ in ("the", "this") for c in subject.children):
        return False
    return act == subject or (form in STORY and root.lemma in ("come", "follow"))


def _repeated(act: Word) -> bool:
    """As in "regular raids"."""
    often = lexicon("when")["repeated"]
    return act.pos_ == "NOUN" and any(c.lemma in often for c in act.children if c.dep_ == "amod")


def _some_day(clause: Word) -> bool:
    """As in "at one point sent", "once sent"."""
    if form_of(clause) is not Form.PAST:
        return False
    once = any(c.lower_ == "once" and c.dep_ == "advmod" and c.i == clause.i - 1 for c in clause.children)
    points = (c for c in clause.children if c.lemma == "point")
    return once or any(c.lower_ == "one" for point in points for c in point.children)


def _former(act: Word) -> bool:
    """As in "used to hold", "formerly held", "once held by", "the formerly rebel-held town"."""
    before = [t.lower_ for t in act.doc[max(act.sent.start, act.i - 3) : act.i]]
    return before[-2:] == ["used", "to"] or before[-1:] == ["once"] or bool(FORMERLY & set(before))


def _many(clause: Word) -> bool:
    """Whether thousands are told of: with a perfect that counts a whole war."""
    many, least = lexicon("when")["many"], len("10,000")
    return any(
        t.like_num and (t.lower_ in many or (t.text[0].isdigit() and len(t.text) >= least)) for t in clause.subtree
    )


def tense_of(form: Form) -> Tense:
    """The tense that a date beside such a verb is read in."""
    if form is Form.MODAL:
        return Tense.FUTURE
    return Tense.PRESENT if form is Form.NOW else Tense.PAST


def _verb(clause: Word) -> str:
    """A verb with its helpers, as the report words it."""
    words = [c for c in clause.children if c.dep_.startswith("aux") and c.i < clause.i]
    return " ".join(t.text for t in (*words, clause)) if words else f"to {clause.text}"
