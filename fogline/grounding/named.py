"""Names of places, actors and people in a parsed report: introduced, known, in the gazetteer, or seen by the engine."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Span

from fogline.grounding.board import Board, Found
from fogline.grounding.gazetteer import Gazetteer
from fogline.grounding.gazetteer_keys import ARTICLES
from fogline.grounding.introduced import introduced
from fogline.grounding.nouns import nouns
from fogline.grounding.roster import Roster
from fogline.language.countries import capital_country, country_name, demonym_country, named_country, states
from fogline.language.plain import Word, Words, words_of
from fogline.language.words import fold
from fogline.records import ActorKind, MentionKind

_OF_A_STATE = re.compile(r"(?:[Tt]roops|[Ss]oldiers|[Ff]orces|[Uu]nits) of (?:the )?[A-Z]")  # "troops of Norland"
_INITIALS = re.compile(r"^(?:[A-Z]\.\s?)+$")
LONGEST_NAME = 5
SHORT = 4  # letters of a word that is mostly the first of a longer name: "Tal", "Deir", "Ain"
BEFORE_NOUNS = ("ADP", "DET", "CCONJ")  # no name ends in one: the next line begins, its break lost
LABELS = {
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.PLACE,
    "ORG": MentionKind.ACTOR,
    "PERSON": MentionKind.PERSON,
}


def iter_introduced(doc: Doc, roster: Roster, home: str | None) -> Iterator[Found]:
    """Actors that the report itself introduces with an acronym or a list of members; both forms wherever they stand.

    Whom the roster knows by the full name has its key.
    """
    forms: dict[str, tuple[str, MentionKind]] = {}
    for entry in introduced(words_of(doc).whole):
        if entry.kind is ActorKind.OTHER and entry.members:  # "towns around Dor, including ...": a list, but no group
            continue
        kind = MentionKind.AGENCY if entry.kind is ActorKind.AGENCY else MentionKind.ACTOR
        for form in (entry.full, entry.short, *entry.members):
            if form and len(form) > 1:
                forms.setdefault(form, (entry.full if form == entry.short else form, kind))
    known = {full: roster.find(full, country=home) for full, _ in forms.values()}
    for form, (full, kind) in sorted(forms.items()):
        actor = known[full]
        for span in _occurrences(doc, form):
            yield Found(span.start, span.end, kind, full, actor.actor_id if actor is not None else None, rank=0)


def _occurrences(doc: Doc, form: str) -> Iterator[Span]:
    text, start = words_of(doc).whole, 0
    while (start := text.find(form, start)) >= 0:
        end = start + len(form)
        whole = (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
        span = doc.char_span(start, end) if whole else None
        if span is not None:
            yield span
        start = end


def iter_known(doc: Doc, roster: Roster, home: str | None) -> Iterator[Found]:
    """Actors of the roster; the main country decides between those of one acronym."""
    for hit in roster.match(words_of(doc).whole, country=home):
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
        text = hit.actor.name if _OF_A_STATE.match(span.text) else span.text
        yield Found(span.start, span.end, kind, text, hit.actor.actor_id, rank=1)


def iter_countries(doc: Doc) -> Iterator[Found]:
    """Countries by name, and nationalities by adjective; both may be states that act."""
    covered, words = 0, words_of(doc)
    for i, word in enumerate(words):
        if i < covered or not word.text[0].isupper():
            continue
        size = _country_at(words, i) if _begins_country(words, i) else 0
        if size:
            text = words.text(i, i + size)
            yield Found(i, i + size, MentionKind.PLACE, text, f"country:{named_country(text)}", rank=2)
        elif code := demonym_country(word.text):
            yield Found(i, i + 1, MentionKind.NATIONALITY, country_name(code) or word.text, f"country:{code}", rank=3)
        covered = i + size


def _begins_country(words: Words, i: int) -> bool:
    """Whether a country's name may begin at a word, "the" before it or not; with most capitals none does."""
    first = fold(words[i].text).removeprefix("the ")
    if first == "the" and i + 1 < len(words):
        first = fold(words[i + 1].text)
    return first in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    """How the folded names of countries may begin: every piece of their letters from the first on, also none."""
    names = {fold(name).removeprefix("the ") for state in states() for name in (state.name, *state.alternates)}
    return frozenset(name[:size] for name in names for size in range(len(name) + 1))


def _country_at(words: Words, i: int) -> int:
    """How many words from here, the first with a capital, name a country; 0 where none do."""
    for size in (4, 3, 2, 1):
        if i + size <= len(words) and not words[i + size - 1].is_punct and named_country(words.text(i, i + size)):
            return size
    return 0


def iter_gazetteer(doc: Doc, gazetteer: Gazetteer, countries: frozenset[str]) -> Iterator[Found]:
    """Runs of capitalised words that the gazetteer knows, the longest at each word."""
    i, words = 0, words_of(doc)
    while i < len(words):
        size = 0
        if _may_start(words, i):
            size = next(
                (n for n in _runs(words, i) if gazetteer.is_place_name(words.text(i, i + n), countries=countries)), 0
            )
        if size == 1 and len(words[i].text) <= SHORT and _goes_on(words, i):
            size = 2  # "Tal Karsin" is not "Tal"
        if size:
            yield Found(i, i + size, MentionKind.PLACE, words.text(i, i + size), rank=4)
        i += size or 1


def _goes_on(words: Words, i: int) -> bool:
    """Whether a name goes on behind a word: another capital that is no word for a kind of place."""
    if i + 1 >= len(words) or words[i + 1].sent.start == i + 1:
        return False
    after = words[i + 1]
    return after.text[0].isupper() and after.pos_ == "PROPN" and after.lower_ not in nouns().after_name


def _may_start(words: Words, i: int) -> bool:
    token = words[i]
    if not token.text[0].isupper() and not token.text.startswith(("al-", "el-", "ad-", "as-", "ar-")):
        return False
    if token.is_sent_start and token.pos_ not in ("PROPN", "NOUN", "X") and not words.parsed[i].ent_type_:
        return False
    return token.lower_ not in nouns().titles


def _runs(words: Words, start: int) -> list[int]:
    """How many words of its sentence, from one on, may be a name; the longest first."""
    sizes = []
    for size, word in enumerate(words[start : min(start + LONGEST_NAME, words[start].sent.end)], 1):
        capital, joined = word.text[0].isupper(), "-" in word.text
        if not (capital or joined or word.text in ("'", "de", "of", "al")) or _is_dash(words, word):
            break
        if (capital and word.pos_ not in BEFORE_NOUNS) or (joined and word.text != "-"):
            sizes.append(size)
    return sizes[::-1]


def _is_dash(words: Words, word: Word) -> bool:
    """Whether a dash stands between blanks: it joins no name."""
    return word.text.strip("-–—") == "" and words.text(word.i - 1, word.i + 1).endswith(f" {word.text}")


def iter_engine(doc: Doc) -> Iterator[Found]:
    """Names that the engine sees, with titles and articles cut off."""
    words = words_of(doc)
    parts = [(at, LABELS.get(ent.label_)) for ent in doc.ents for at in _parts(words, *_trimmed(words, ent))]
    placed = {words[i].text for (i, end), _ in parts if end == i + 1 and _is_placed(words, i, end)}
    once = {text for text, times in Counter(word.text for word in words).items() if times == 1}
    for (start, end), kind in parts:
        first, text = words[start].text, words.text(start, end)
        if kind is None or any(t.is_punct and t.text not in "-.'’" for t in words[start:end]):
            continue
        if first in once and _opens(words, start, end):
            continue
        if (first[0].islower() and "-" not in first) or text.lower().rstrip(".") in nouns().not_names:
            continue
        sort = MentionKind.PLACE if text in placed or _is_taken(words, start) else kind
        yield Found(start, end, sort, text, rank=6)


def _opens(words: Words, start: int, end: int) -> bool:
    """As in "Bereft of Karsin, they ...": such a word, told once, has its capital from the sentence that it opens."""
    first = words[start]
    if not first.is_sent_start or end - start > 1 or end + 1 >= first.sent.end or words[end].lower_ != "of":
        return False
    return first.dep_ not in ("nsubj", "nsubj:pass")


def _parts(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a list that the engine took for one: "Dor and Karsin"."""
    joints = [t.i for t in words[start:end] if t.lower_ == "and"]
    for first, last in zip([start, *(j + 1 for j in joints)], [*joints, end], strict=True):
        if last > first:
            yield first, last


def _trimmed(words: Words, ent: Span) -> tuple[int, int]:
    start, end = ent.start, ent.end
    while start < end and _is_before_name(words[start]) and not _is_of_office(words, start, end):
        start += 1
    while end > start and (words[end - 1].tag_ == "POS" or words[end - 1].pos_ in ("PUNCT", *BEFORE_NOUNS)):
        end -= 1
    return start, end


def _is_of_office(words: Words, start: int, end: int) -> bool:
    """As in "the Foreign Office": its second word is no name by itself."""
    return end - start == 2 and words[start + 1].lower_ in nouns().unknown_place["offices"]


def _is_before_name(word: Word) -> bool:
    """Whether the engine put a word to the name behind it that is no part of it."""
    return (
        word.lower_ in nouns().titles
        or (_begins(word) and word.pos_ in ("AUX", "ADP", "SCONJ", "ADV"))
        or word.pos_ in ("DET", "NUM", "PUNCT")
        or demonym_country(word.text) is not None
    )


def _begins(word: Word) -> bool:
    """Whether a sentence or what is quoted begins with a word."""
    return word.is_sent_start or word.doc[word.i - 1].tag_ in ("``", "''", ":", "-LRB-")


def iter_unclaimed(board: Board, doc: Doc) -> Iterator[Found]:
    """Names that nothing knows, taken for places by how they stand: "in Dor", "captured Dor", "Dor fell"."""
    i, words = 0, words_of(doc)
    while i < len(words):
        end = i
        while (
            end < len(words)
            and end not in board.at
            and words[end].pos_ == "PROPN"
            and _has_capital(words[end].text)
            and not words[end].is_punct
        ):
            end += 1
            if words[end - 1].i + 1 < len(words) and words[end - 1].sent.end == end:
                break
        if end > i and end < len(words) and words[end].text.isdigit() and len(words[end].text) < 4:
            end += 1  # "Kilometre 16"
        sited = end > i + 1 and words[i].lower_ in nouns().facilities["before"]
        if sited or (end > i and _stands_as_place(words, i, end)):
            yield Found(i, end, MentionKind.PLACE, words.text(i, end), rank=7)
        i = max(end, i + 1)


def _has_capital(text: str) -> bool:
    """Whether a word begins as names do: "Karsin", "al-Karsin"."""
    article, hyphen, name = text.partition("-")
    return text[0].isupper() or (bool(hyphen) and article in ARTICLES and name[:1].isupper())


def lay_listed(board: Board, doc: Doc) -> None:
    """A name of unsure kind between places in a list is a place: "Karsin, Dor Nal and Zaf"."""
    words = words_of(doc)
    pieces = [p for p in board.pieces() if p.named]
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        places = before.kind is MentionKind.PLACE and after.kind is MentionKind.PLACE
        unsure = piece.rank == 6 and piece.kind in (MentionKind.PERSON, MentionKind.ACTOR)
        gaps = (words.text(before.end, piece.start), words.text(piece.end, after.start))
        if places and unsure and gaps[0] == "," and gaps[1] in (",", "and", ", and"):
            board.put(replace(piece, kind=MentionKind.PLACE))


def _is_placed(words: Words, start: int, end: int) -> bool:
    """Whether a name is taken for a place by how it stands."""
    return _is_taken(words, start) or _stands_as_place(words, start, end)


def _is_taken(words: Words, start: int) -> bool:
    """As in "the capture of Dor", "the town of Dor"."""
    if start < words[start].sent.start + 2 or words[start - 1].lower_ != "of":
        return False
    return words[start - 2].lemma in nouns().unknown_place["of"]


def _stands_as_place(words: Words, start: int, end: int) -> bool:
    first, lists = words[start], nouns().unknown_place
    if first.lower_.rstrip(".") in nouns().not_names or end - start > LONGEST_NAME or not _has_capital(first.text):
        return False
    root = words.root(start, end) if end > start + 1 else first
    if root.lower_ in nouns().titles or words.text(start, end).isupper():
        return False
    if start > first.sent.start:
        before = words[start - 1]
        if before.lower_ in lists["prepositions"]:
            return True
        if before.lower_ in ("over", "out") and before.head.pos_ == "VERB" and before.i == before.head.i + 1:
            return before.head.lemma == "take"
        if before.pos_ == "VERB" and before.lemma in lists["taken_by"] and before.tag_ != "VBG":
            return True
    return _is_object(root) or (start > first.sent.start and _names_a_sort(root, end))


def _names_a_sort(root: Word, end: int) -> bool:
    """As in "the Karsin area", "the Karsin neighbourhood"."""
    sorts = nouns().unknown_place["sorts"] | nouns().unknown_place["areas"]
    return root.dep_ == "compound" and root.head.i == end and root.head.pos_ == "NOUN" and root.head.lemma in sorts


def _is_object(root: Word) -> bool:
    """As in "captured Dor", "Dor was captured", "Dor fell"."""
    lists, head = nouns().unknown_place, root.head
    while root.dep_ in ("conj", "appos") and head.pos_ in ("PROPN", "NOUN") and head is not root:
        root, head = head, head.head
    if root.dep_ in {"obj", "nsubj:pass"}:
        return head.lemma in lists["taken_by"]
    return root.dep_ == "nsubj" and head.lemma in lists["falls"]


def agreed(pieces: list[Found]) -> list[Found]:
    """The same words are the same kind of thing throughout a report: the kind of the best ground, then of the most."""
    votes: defaultdict[str, Counter[tuple[int, MentionKind]]] = defaultdict(Counter)
    folded = {text: fold(text) for text in {p.text for p in pieces}}
    for piece in pieces:
        if piece.kind is not MentionKind.NATIONALITY:
            votes[folded[piece.text]][(-piece.rank, piece.kind)] += 1
    kinds = {name: max(count, key=lambda k: (k[0], count[k], k[1]))[1] for name, count in votes.items()}
    return [
        p
        for p in pieces
        if p.kind is MentionKind.NATIONALITY
        or (
            kinds[name := folded[p.text]] is p.kind
            and name not in nouns().not_names
            and (p.key is not None or not _INITIALS.match(p.text))  # "U.S." has a key
        )
    ]


def capitals(pieces: Iterable[Found]) -> Iterator[Found]:
    """A second reading of a capital: the government that sits there."""
    for piece in pieces:
        code = capital_country(piece.text) if piece.kind is MentionKind.PLACE else None
        if code:
            name = country_name(code)
            yield Found(piece.start, piece.end, MentionKind.ACTOR, name or piece.text, f"country:{code}", rank=7)
