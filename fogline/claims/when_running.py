"""The offensive that a report tells of: on which day it was launched, and which acts lie anywhere in its course."""

from __future__ import annotations

from itertools import pairwise

from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene, case_of
from fogline.claims.when_before import DateSpan, dates_in, in_full, joins
from fogline.claims.when_clauses import Form, clause_of, form_of, mark_of, told_in
from fogline.language.plain import Word
from fogline.records.period import ELISION

KEPT = "fogline.running"  # where a document keeps the date of its offensive
YEAR = 4  # its digits: an offensive of another year is no longer news
VAGUE = ("in ", "overnight")  # a month; a night, on which another act of the report was begun
DEFINITE = frozenset({"the", "this", "their", "its"})
SINCE = f"since{ELISION}"


def running(scene: Scene) -> str | None:
    """The words for the time since the offensive began that a report dates first; `None` where it dates none."""
    kept = scene.doc.kept
    if KEPT not in kept:
        told = (_launched(d, scene) for d in _dates(scene))
        kept[KEPT] = next((words for words in told if words is not None), None)
    found: str | None = kept[KEPT]
    return found


def counted_since(clause: Word) -> str | None:
    """The words for when it was in "it has been a week since K fell", "three days have passed since K fell"."""
    above = clause.head
    if mark_of(clause) != "since" or clause.dep_ != "advcl":
        return None
    passed = above.lemma in lexicon("when")["passing"]
    unit = next((c for c in above.children if c.dep_ == "nsubj"), above) if passed else above
    if unit.lemma not in lexicon("when")["spans"] or (not passed and not any(c.dep_ == "cop" for c in above.children)):
        return None
    counts = (c for c in unit.children if c.i < unit.i and (c.dep_ == "nummod" or c.lower_ in ("a", "an", "one")))
    count = next((c.lower_ for c in counts), "")
    return f"{count} {unit.lower_} ago" if count else None


def _dates(scene: Scene) -> list[DateSpan]:
    return [d for sentence in scene.doc.sents for d in dates_in(sentence, scene)]


def _launched(date: DateSpan, scene: Scene) -> str | None:
    """The date in full where an offensive began on it: "the offensive began on Friday", "launched on Friday"."""
    first, end, words = date
    lists = lexicon("when")
    verb = clause_of(scene.doc.root(first, end))
    if verb.lemma not in lists["beginning"] or joins(words) or words.lower().split()[0] in lists["standing"]:
        return None
    told = [c for c in verb.children if c.dep_.startswith(("nsubj", "obj"))]
    told += [verb.head] if verb.dep_.startswith("acl") else []
    if words.lower().startswith(VAGUE) or any(w.isdigit() and len(w) == YEAR for w in words.split()):
        return None
    if form_of(verb) is Form.MODAL or not any(t.lemma in lists["campaigns"] for t in told):
        return None
    return SINCE + in_full(date, scene)


def in_its_course(act: Word) -> bool:
    """Whether an act is told as done by now, no matter on which day: "has taken", "after taking", "with the capture".

    Not where somebody says that it "had" been done: there the word only makes his "have" past.
    """
    clause, form = clause_of(act), form_of(clause_of(act))
    if act.pos_ == "NOUN" and _opens_or_follows(act):
        return True
    if act != clause and clause.tag_ == "VBG" and clause.lemma in lexicon("when")["ending"]:
        return any(t.lemma in lexicon("when")["campaigns"] for t in act.sent if t.i < act.i)
    if act.pos_ == "NOUN" and act != clause and (act.head != clause or clause.lemma != "make"):
        return False
    if form in (Form.HAD, Form.HAS):
        return clause.dep_ in ("ROOT", "conj", "advcl", "parataxis")
    if mark_of(clause) != "after" or clause.dep_ != "advcl":
        return False
    return clause.tag_ == "VBG" or (form is Form.PAST and told_in(clause_of(clause.head)) is Form.NOW)


def _opens_or_follows(act: Word) -> bool:
    """As in "After the capture", and "With the capture" at the head of a sentence."""
    case = case_of(act)
    return case in ("after", "following") or (case == "with" and act.left_edge.is_sent_start)


def since_launch(act: Word, scene: Scene) -> str | None:
    """For an offensive named again, the time since it began; its first day where it is told to have been launched."""
    lists, begun = lexicon("when"), running(scene)
    if begun is None or act.lemma not in lists["campaigns"] or act.pos_ != "NOUN":
        return None
    if act.head.lemma in lists["beginning"] and act.dep_.startswith(("obj", "nsubj")):
        return begun.removeprefix(SINCE)
    return begun if any(c.lower_ in DEFINITE for c in act.children) else None


def in_which(act: Word, date: DateSpan, scene: Scene) -> bool:
    """Whether an act lies in the course of an offensive that began on the date: "began in May, during which ..."."""
    words = scene.doc[date[1] : act.i]
    during = any(a.lower_ == "during" and b.lower_ == "which" for a, b in pairwise(words))
    return during and (running(scene) or "").endswith(date[2])
