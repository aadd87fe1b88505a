"""Names of places, actors and people in a parsed report: introduced, known, in the gazetteer, or seen by the engine."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from fogline.grounding.board import Board, Found
from fogline.grounding.gazetteer import Gazetteer
from fogline.grounding.introduced import introduced
from fogline.grounding.nouns import nouns
from fogline.grounding.roster import Roster
from fogline.language.countries import capital_country, country_name, demonym_country, named_country
from fogline.language.parsed import lemma
from fogline.language.words import fold
from fogline.records import ActorKind, MentionKind

_INITIALS = re.compile(r"^(?:[A-Z]\.\s?)+$")
LONGEST_NAME = 5
SHORT = 4  # letters of a word that is mostly the first of a longer name: "Tal", "Deir", "Ain"
LABELS = {
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.PLACE,
    "ORG": MentionKind.ACTOR,
    "PERSON": MentionKind.PERSON,
}


def iter_introduced(doc: Doc) -> Iterator[Found]:
    """Actors that the report itself introduces with an acronym or a list of members; both forms wherever they stand."""
    forms: dict[str, str] = {}
    for entry in introduced(doc.text):
        if entry.kind is ActorKind.OTHER and entry.members:  # "towns around Dor, including ...": a list, but no group
            continue
        for form in (entry.full, entry.short, *entry.members):
            if form and len(form) > 1:
                forms.setdefault(form, entry.full if form == entry.short else form)
    for form, full in sorted(forms.items()):
        for span in _occurrences(doc, form):
            yield Found(span.start, span.end, MentionKind.ACTOR, full, rank=0)


def _occurrences(doc: Doc, form: str) -> Iterator[Span]:
    text, start = doc.text, 0
    while (start := text.find(form, start)) >= 0:
        end = start + len(form)
        whole = (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
        span = doc.char_span(start, end) if whole else None
        if span is not None:
            yield span
        start = end


def iter_known(doc: Doc, roster: Roster, home: str | None) -> Iterator[Found]:
    """Actors of the roster; the main country decides between those of one acronym."""
    for hit in roster.match(doc.text, country=home):
        span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
        if span is None:
            continue
        kind = MentionKind.ACTOR
        if hit.actor.kind is ActorKind.PERSON:
            kind = MentionKind.PERSON
        elif hit.actor.kind is ActorKind.AGENCY:
            kind = MentionKind.AGENCY
        if hit.actor.kind is ActorKind.STATE and named_country(span.text):
            continue
        yield Found(span.start, span.end, kind, span.text, hit.actor.actor_id, rank=1)


def iter_countries(doc: Doc) -> Iterator[Found]:
    """Countries by name, and nationalities by adjective; both may be states that act."""
    covered = 0
    for i in [token.i for token in doc if token.text[0].isupper()]:
        if i < covered:
            continue
        size = _country_at(doc, i)
        if size:
            code = named_country(doc[i : i + size].text)
            yield Found(i, i + size, MentionKind.PLACE, doc[i : i + size].text, f"country:{code}", rank=2)
        elif code := demonym_country(doc[i].text):
            yield Found(i, i + 1, MentionKind.NATIONALITY, country_name(code) or doc[i].text, f"country:{code}", rank=3)
        covered = i + size


def _country_at(doc: Doc, i: int) -> int:
    """How many words from here, the first with a capital, name a country; 0 where none do."""
    for size in (4, 3, 2, 1):
        if i + size <= len(doc) and not doc[i + size - 1].is_punct and named_country(doc[i : i + size].text):
            return size
    return 0


def iter_gazetteer(doc: Doc, gazetteer: Gazetteer, countries: frozenset[str]) -> Iterator[Found]:
    """Runs of capitalised words that the gazetteer knows, the longest at each word."""
    i = 0
    while i < len(doc):
        size = 0
        if _may_start(doc, i):
            longest = min(LONGEST_NAME, len(doc) - i)
            size = next(
                (
                    n
                    for n in range(longest, 0, -1)
                    if _is_run(doc, i, n) and gazetteer.is_place_name(doc[i : i + n].text, countries=countries)
                ),
                0,
            )
        if size == 1 and len(doc[i].text) <= SHORT and _goes_on(doc, i):
            size = 2  # "Tal Karsin" is not "Tal"
        if size:
            yield Found(i, i + size, MentionKind.PLACE, doc[i : i + size].text, rank=4)
        i += size or 1


def _goes_on(doc: Doc, i: int) -> bool:
    """Whether a name goes on behind a word: another capital that is no word for a kind of place."""
    if i + 1 >= len(doc) or doc[i + 1].sent.start == i + 1:
        return False
    after = doc[i + 1]
    return after.text[0].isupper() and after.pos_ == "PROPN" and after.lower_ not in nouns().after_name


def _may_start(doc: Doc, i: int) -> bool:
    token = doc[i]
    if not token.text[0].isupper() and not token.text.startswith(("al-", "el-", "ad-", "as-", "ar-")):
        return False
    if token.is_sent_start and token.pos_ not in ("PROPN", "NOUN", "X") and not token.ent_type_:
        return False
    return token.text.lower() not in nouns().titles


def _is_run(doc: Doc, start: int, size: int) -> bool:
    texts = [t.text for t in doc[start : start + size]]
    last = texts[-1]
    return (
        last != "-"
        and (last[0].isupper() or "-" in last)
        and all(text[0].isupper() or text in ("-", "'", "de", "of", "al") or "-" in text for text in texts)
        and doc[start + size - 1].sent.start == doc[start].sent.start
    )


def iter_engine(doc: Doc) -> Iterator[Found]:
    """Names that the engine sees, with titles and articles cut off."""
    spans = [(s, LABELS.get(ent.label_)) for ent in doc.ents for s in _parts(_trimmed(ent))]
    lists = nouns().unknown_place
    placed = {s.text for s, _ in spans if len(s) == 1 and (_is_taken(s) or _stands_as_place(s, lists))}
    for span, kind in spans:
        if kind is None or any(t.is_punct and t.text not in "-.'’" for t in span):
            continue
        if (span[0].text[0].islower() and "-" not in span[0].text) or span.text.lower().rstrip(
            "."
        ) in nouns().not_names:
            continue
        sort = MentionKind.PLACE if span.text in placed or _is_taken(span) else kind
        yield Found(span.start, span.end, sort, span.text, rank=6)


def _parts(span: Span | None) -> Iterator[Span]:
    """The names of a list that the engine took for one: "Dor and Karsin"."""
    if span is None:
        return
    joints = [t.i for t in span if t.lower_ == "and"]
    for start, end in zip([span.start, *(j + 1 for j in joints)], [*joints, span.end], strict=True):
        if end > start:
            yield span.doc[start:end]


def _trimmed(ent: Span) -> Span | None:
    start, end = ent.start, ent.end
    while start < end and (
        ent.doc[start].lower_ in nouns().titles
        or (ent.doc[start].is_sent_start and ent.doc[start].pos_ in ("AUX", "ADP", "SCONJ", "ADV"))
        or ent.doc[start].pos_ in ("DET", "NUM", "PUNCT")
        or demonym_country(ent.doc[start].text)
    ):
        start += 1
    while end > start and (ent.doc[end - 1].tag_ == "POS" or ent.doc[end - 1].pos_ == "PUNCT"):
        end -= 1
    return ent.doc[start:end] if end > start else None


def iter_unclaimed(board: Board, doc: Doc) -> Iterator[Found]:
    """Names that nothing knows, taken for places by how they stand: "in Dor", "captured Dor", "Dor fell"."""
    lists = nouns().unknown_place
    i = 0
    while i < len(doc):
        end = i
        while (
            end < len(doc)
            and end not in board.at
            and doc[end].pos_ == "PROPN"
            and doc[end].text[0].isupper()
            and not doc[end].is_punct
        ):
            end += 1
            if doc[end - 1].i + 1 < len(doc) and doc[end - 1].sent.end == end:
                break
        if end > i and end < len(doc) and doc[end].text.isdigit() and len(doc[end].text) < 4:
            end += 1  # "Kilometre 16"
        sited = end > i + 1 and doc[i].lower_ in nouns().facilities["before"]
        if sited or (end > i and _stands_as_place(doc[i:end], lists)):
            yield Found(i, end, MentionKind.PLACE, doc[i:end].text, rank=7)
        i = max(end, i + 1)


def lay_listed(board: Board, doc: Doc) -> None:
    """A name of unsure kind between places in a list is a place: "Karsin, Dor Nal and Zaf"."""
    pieces = [p for p in board.pieces() if p.named]
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        places = before.kind is MentionKind.PLACE and after.kind is MentionKind.PLACE
        unsure = piece.rank == 6 and piece.kind in (MentionKind.PERSON, MentionKind.ACTOR)
        gaps = (doc[before.end : piece.start].text, doc[piece.end : after.start].text)
        if places and unsure and gaps[0] == "," and gaps[1] in (",", "and", ", and"):
            board.put(replace(piece, kind=MentionKind.PLACE))


def _is_taken(span: Span) -> bool:
    """As in "the capture of Dor", "the town of Dor"."""
    if span.start < span.sent.start + 2 or span.doc[span.start - 1].lower_ != "of":
        return False
    return lemma(span.doc[span.start - 2]) in nouns().unknown_place["of"]


def _stands_as_place(span: Span, lists: dict[str, frozenset[str]]) -> bool:
    if (
        span[0].lower_.rstrip(".") in nouns().not_names
        or span.root.lower_ in nouns().titles
        or len(span) > LONGEST_NAME
        or not span.text[0].isupper()
        or span.text.isupper()
    ):
        return False
    before = span.doc[span.start - 1] if span.start > span.sent.start else None
    if before is not None and before.lower_ in lists["prepositions"]:
        return True
    if (
        before is not None
        and before.lower_ in ("over", "out")
        and before.head.pos_ == "VERB"
        and before.i == before.head.i + 1
    ):
        return lemma(before.head) == "take"
    if before is not None and before.pos_ == "VERB" and lemma(before) in lists["taken_by"] and before.tag_ != "VBG":
        return True
    root, head = span.root, span.root.head
    while root.dep_ in ("conj", "appos") and head.pos_ in ("PROPN", "NOUN") and head != root:
        root, head = head, head.head
    word = lemma(head)
    if root.dep_ in {"obj", "nsubj:pass"}:
        return word in lists["taken_by"]
    return root.dep_ == "nsubj" and word in lists["falls"]


def agreed(pieces: list[Found]) -> list[Found]:
    """The same words are the same kind of thing throughout a report: the kind of the best ground, then of the most."""
    votes: defaultdict[str, Counter[tuple[int, MentionKind]]] = defaultdict(Counter)
    for piece in pieces:
        if piece.kind is not MentionKind.NATIONALITY:
            votes[fold(piece.text)][(-piece.rank, piece.kind)] += 1
    kinds = {name: max(count, key=lambda k: (k[0], count[k], k[1]))[1] for name, count in votes.items()}
    return [
        p
        for p in pieces
        if p.kind is MentionKind.NATIONALITY
        or (kinds[fold(p.text)] is p.kind and fold(p.text) not in nouns().not_names and not _INITIALS.match(p.text))
    ]


def capitals(pieces: list[Found]) -> Iterator[Found]:
    """A second reading of a capital: the government that sits there."""
    for piece in pieces:
        code = capital_country(piece.text) if piece.kind is MentionKind.PLACE else None
        if code:
            name = country_name(code)
            yield Found(piece.start, piece.end, MentionKind.ACTOR, name or piece.text, f"country:{code}", rank=7)
