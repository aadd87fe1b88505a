"""Which date expression of the report a claim belongs to, and in which tense it is told."""

from __future__ import annotations

from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.when_before import DateSpan, carried, compares, dates_in, in_full, joins
from fogline.claims.when_clauses import (
    FAR,
    Form,
    clause_of,
    clauses_over,
    distance,
    form_of,
    mark_of,
    told_in,
)
from fogline.claims.when_lists import beside_place
from fogline.claims.when_running import SINCE, counted_since, in_its_course, in_which, running, since_launch
from fogline.claims.when_undated import STORY, tense_of, told_again, undated
from fogline.language.plain import Word
from fogline.records import Basis, ClaimType, DateExpression, Name, Status, Tense
from fogline.records.period import ELISION

LASTING = frozenset({ClaimType.LINK, ClaimType.FORM, ClaimType.SUPPORT})
UNREAL = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.POSSIBLE})
HOURS, BESIDE = (
    frozenset({"hour", "hours", "minute", "minutes"}),
    frozenset({"later", "earlier", "afterwards", "before"}),
)
RANKS = frozenset({"first", "second", "third", "only"})
OWN = 1  # a date as near as this is the act's own


def date_of(told: Proposition, scene: Scene, status: Status) -> DateExpression | None:
    """The date of what is told: none for a lasting tie, and for a listing only one that stands beside it.

    What is held now is not held since an offensive began, unless that is said.
    """
    if told.type in LASTING:
        new = told.type is ClaimType.FORM and told.act.lemma in lexicon("when")["founding"]
        found = when_of(told.act, scene, status, told.place) if new else None
        return found if found is not None and found.basis is Basis.STATED and dates_in(told.act.sent, scene) else None
    found = when_of(told.act, scene, status, told.place)
    beside = found is None or found.basis is Basis.STATED
    if found is not None and told.type is ClaimType.HOLD and found.text.startswith(SINCE):
        return None
    return found if beside or told.type is not ClaimType.DESIGNATE else None


def when_of(act: Word, scene: Scene, status: Status, place: Name | None = None) -> DateExpression | None:
    """The date of an act: its own, else that of the clause around it, else the day that the narrative is on.

    A date that belongs to another act of the sentence is not taken, nor one beside another place of a list: `place` is
    the claim's.  What lies in the course of an offensive has the days since that began.  Where no day can be told, the
    act's words stand in place of a date.
    """
    best = _nearest(act, scene)
    clause = clause_of(act)
    if best is None and (ago := counted_since(clause)) is not None:
        return DateExpression(ago, Tense.PAST)
    begun = None
    if status not in UNREAL and (best is None or best[1][2].lower().startswith("by ")):
        begun = running(scene) if in_its_course(act) else since_launch(act, scene)
    elif best is not None and in_which(act, best[1], scene):
        begun = running(scene)
    if begun is not None:
        return DateExpression(begun, Tense.PRESENT, Basis.INFERRED)
    if best is not None:
        steps, date = best
        if place is not None and steps <= OWN:
            date = beside_place(date, dates_in(act.sent, scene), place, scene)
        basis = Basis.STATED if steps <= OWN else Basis.INFERRED
        return DateExpression(_words(act, date, scene), _tense(act, date, status, scene), basis)
    if status in UNREAL:
        return None
    form = told_in(clause)
    found = undated(act, form)
    if found is not None or act.sent.start == 0:
        return found
    again = told_again(act, form)
    told = carried(act, scene, again=again) if again or form in STORY else None
    return None if told is None else DateExpression(told, Tense.PAST, Basis.INFERRED)


def _nearest(act: Word, scene: Scene) -> tuple[int, DateSpan] | None:
    """The date that is nearest to the act by its clause, then in the text, with its distance."""
    options = []
    for date in dates_in(act.sent, scene):
        if _counts_from_nothing(date, scene):
            continue
        steps = _steps(act, date, scene)
        if steps < FAR:
            outside = clause_of(scene.doc.root(date[0], date[1])) != clause_of(act)
            options.append((steps, _lasting(date[2]), outside, abs(date[0] - act.i), date))
    if not options:
        return None
    steps, *_, date = min(options)
    return steps, date


def _counts_from_nothing(date: DateSpan, scene: Scene) -> bool:
    """Whether a date is some hours from a day that is not told: "hours later" with no date before it."""
    first, _, words = date
    hours = HOURS & set(words.lower().split()) and words.lower().split()[-1] in BESIDE
    return bool(hours) and scene.parse.token_at(scene.dates[0].anchor.start) >= first


def _steps(act: Word, date: DateSpan, scene: Scene) -> int:
    first, end, words = date
    root = scene.doc.root(first, end)
    if joins(words):
        return _steps_joined(act, scene.doc[end - 1])
    clause, holder = clause_of(act), root.head
    if _of_another(act, root, first) or (compares(clause_of(root)) and clause_of(root) != clause):
        return FAR
    if _described(clause, first, end) or holder == act:
        return 0
    if clause_of(root).head == act and act.pos_ in ("NOUN", "PROPN") and not _of_people(clause_of(root)):
        return 1  # "the offensive launched on Friday"
    if case_of(root) == "of" and holder != act and holder.pos_ in ("NOUN", "PROPN") and act not in holder.subtree:
        return FAR
    steps = distance(clause, _owner(root, first))
    if form_of(clause) in (Form.NOW, Form.MODAL) and steps > 0:
        return FAR
    return steps or 1


def _of_another(act: Word, root: Word, first: int) -> bool:
    """Whether a date stands with other words: behind a semicolon, in an apposition ("allies since May"), or negated.

    "Not since May" tells when something like the act was the last time.
    """
    doc = act.doc
    if act.i < first and any(t.text == ";" for t in doc[act.i : first]):
        return True
    if doc[first].lower_ == "since" and (_of_first_time(root) or doc[max(first - 1, 0)].lower_ == "time"):
        return True
    if doc[first].lower_ == "since" and first > act.sent.start and doc[first - 1].lower_ in ("not", "never"):
        return clause_of(root) != clause_of(act) or clause_of(act).head == clause_of(act)
    while root.head != root and root != clause_of(root):
        if root.dep_ == "appos" and act not in root.subtree:
            return True
        root = root.head
    return False


def _of_first_time(root: Word) -> bool:
    """As in "the first strike since May", "the worst attack since May": it was not since May."""
    return root.head.pos_ == "NOUN" and any(c.lower_ in RANKS or c.tag_ == "JJS" for c in root.head.children)


def _lasting(words: str) -> bool:
    """Whether a date tells how long: "for six days", but not "for a third day"."""
    told = words.lower().split()
    return told[0] == "for" and not (told[1] in ("a", "the") and len(told) > 3)


def _owner(root: Word, first: int) -> Word:
    """The clause that a date stands in; one that opens the sentence is never a relative clause's."""
    clause = clause_of(root)
    opens = all(t.dep_ in ("advmod", "cc", "punct") for t in root.doc[root.sent.start : first])
    while opens and clause.dep_ in ("acl", "acl:relcl"):
        clause = clause_of(clause.head)
    return clause


def _of_people(clause: Word) -> bool:
    """As in "clashes with rebels, who have held K since May": no clash is "who"."""
    return any(c.lower_ in ("who", "whom", "whose") for c in clause.children)


def _steps_joined(act: Word, after: Word) -> int:
    """ "A day after" is the date of what stands under "after"."""
    holder = after.head
    return 1 if holder == act or (act in holder.subtree and clause_of(act) == clause_of(holder)) else FAR


def _described(clause: Word, first: int, end: int) -> bool:
    """Whether the clause tells what was on that date: "since September, when Karsin fell"."""
    if clause.dep_ in ("acl", "acl:relcl") and first <= clause.head.i < end:
        return True
    marks = [c.i for c in clause.children if c.lower_ == "when"]
    return any(i == end or (i == end + 1 and clause.doc[end].is_punct) for i in marks)


def _words(act: Word, date: DateSpan, scene: Scene) -> str:
    """The date's words, with what it counts from; "since" before them where its clause is joined so."""
    first, end, words = date
    told = in_full(date, scene)
    clause = clause_of(scene.doc.root(first, end))
    if _described(clause_of(act), first, end):
        head, _, rest = words.partition(" ")
        return rest if head.lower() in lexicon("when")["standing"] and rest else words
    under = clause != clause_of(act) and clause_of(act) in clauses_over(clause)
    return f"since{ELISION}{told}" if under and mark_of(clause) == "since" else told


def _tense(act: Word, date: DateSpan, status: Status, scene: Scene) -> Tense:
    root = scene.doc.root(date[0], date[1])
    form = told_in(clause_of(root))
    ahead = status in (Status.PLANNED, Status.CONDITIONAL)
    if form is Form.MODAL or (ahead and (form is not Form.PAST or (act.tag_ == "VB" and root in act.subtree))):
        return Tense.FUTURE
    lasts = date[2].lower().startswith("since") and told_in(clause_of(act)) is Form.HAS
    return Tense.PRESENT if lasts else tense_of(form)
