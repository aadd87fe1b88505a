"""Place names that grow: "Karsin airport", "southern Norland", "the northern districts of Karsin"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.language.plain import Word, Words, words_of
from fogline.records import MentionKind, PlaceKind

_NUMBER = re.compile(r"^\d{1,4}$")
BETWEEN = frozenset({PlaceKind.ROAD, PlaceKind.CROSSING, PlaceKind.BRIDGE})
SOIL = frozenset({"territory", "soil"})
SETTLED = frozenset({PlaceKind.CITY, PlaceKind.PROVINCE, PlaceKind.DISTRICT})


def grow(board: Board, doc: Doc) -> None:
    """Let place names take in the words that belong to them."""
    words = words_of(doc)
    for piece in [p for p in _places(board) if _is_no_place(words, p)]:
        board.lift(piece)
    for piece in _numbered(board, words):
        board.put(piece)
    roads = list(_roads(board, words))
    paved = {i for road in roads for i in range(road.start, road.end)}
    others = [p for p in (*_before(board, words), *_after(board, words), *_owned(board, words)) if p.start not in paved]
    for piece in [*roads, *others]:
        if all(_may_cover(board.at.get(i)) for i in range(piece.start, piece.end)):
            board.put(piece)
    for piece in [
        *_of(board, words),
        *_soil(board, words),
        *_regions(board, words),
        *_borders(board, words),
        *_facilities(board, words),
    ]:
        board.put(piece)
    for piece in list(_ways(board, words)):
        board.put(piece)


def _may_cover(under: Found | None) -> bool:
    return under is None or under.kind in (MentionKind.PLACE, MentionKind.NATIONALITY)


def _places(board: Board) -> list[Found]:
    return [p for p in board.pieces() if p.kind is MentionKind.PLACE]


def _is_no_place(doc: Words, piece: Found) -> bool:
    """As in "the tanker Karsin", a ship; "North of Karsin", a way to say where."""
    if piece.start > doc[piece.start].sent.start and doc[piece.start - 1].lemma in nouns().unknown_place["ships"]:
        return True
    follows = doc[piece.end].lower_ if piece.end < len(doc) else ""
    return follows == "of" and doc.text(piece.start, piece.end).lower() in nouns().regions["bare"]


def _numbered(board: Board, doc: Words) -> list[Found]:
    """As in "Kilo 16", "Hill 937": a number that is part of the name, and counts nothing ("in Gao 16 people")."""
    found = []
    for piece in _places(board):
        if piece.end >= piece_end(doc, piece) or not _NUMBER.match(doc[piece.end].text):
            continue
        last, number = doc[piece.end - 1], doc[piece.end]
        part = number.dep_ == "flat" and piece.start <= number.head.i < piece.end
        whole = last.dep_ == "compound" and last.head == number and number.dep_ in ("obl", "obj", "nmod", "conj")
        beside = last.dep_ == number.dep_ == "compound" and last.head == number.head
        if part or whole or beside or last.lower_ in nouns().definite_place["numbered"]:
            text = doc.text(piece.start, piece.end + 1)
            found.append(Found(piece.start, piece.end + 1, MentionKind.PLACE, text, rank=3))
    return found


def _after(board: Board, doc: Words) -> Iterator[Found]:
    """As in "Karsin airport", "Karsin border crossing", "Dor province"."""
    words = nouns().after_name
    for piece in _places(board):
        for size in (2, 1):
            tail = doc.text(piece.end, piece.end + size).lower()
            kind = words.get(tail.removesuffix("s") if size == 1 else tail)
            if kind is None or piece.end + size > min(len(doc), piece_end(doc, piece)):
                continue
            text = doc.text(piece.start, piece.end + size)
            if kind is PlaceKind.CITY:
                text = piece.text
            elif size == 1 and tail not in words:  # "the Dor and Karsin provinces": each of them
                text = f"{piece.text} {tail.removesuffix('s')}"
            yield Found(
                piece.start,
                piece.end + size,
                MentionKind.PLACE,
                text,
                piece.key if kind is PlaceKind.CITY else None,
                rank=3,
            )
            break


def _owned(board: Board, doc: Words) -> Iterator[Found]:
    """As in "Karsin's airport", "the town's bridge" where the town is named before."""
    for piece in _places(board):
        i = piece.end
        if i + 1 < len(doc) and doc[i].tag_ == "POS":
            noun = next((t for t in doc[i + 1 : i + 4] if t.pos_ in ("NOUN", "PROPN")), None)
            if noun is not None and noun.lemma in nouns().before_of["own"]:
                yield Found(piece.start, noun.i + 1, MentionKind.PLACE, f"{piece.text} {noun.lower_}", rank=2)


def piece_end(doc: Words, piece: Found) -> int:
    """The end of the sentence that a stretch stands in."""
    return doc[piece.start].sent.end


def _before(board: Board, doc: Words) -> Iterator[Found]:
    """As in "northern Norland", "central Karsin"."""
    for piece in _places(board):
        if piece.start == 0:
            continue
        before = doc[piece.start - 1].lower_
        if before in nouns().regions["directions"] and not doc[piece.start].is_sent_start:
            yield Found(piece.start - 1, piece.end, MentionKind.PLACE, f"{before} {piece.text}", rank=3)
            first = doc[piece.start - 3] if piece.start >= 3 and doc[piece.start - 2].lower_ == "and" else None
            if first is not None and first.lower_ in nouns().regions["directions"]:  # "in northern and central Norland"
                yield Found(first.i, first.i + 1, MentionKind.PLACE, f"{first.lower_} {piece.text}", rank=3)
        elif before in nouns().facilities["before"]:
            yield Found(piece.start - 1, piece.end, MentionKind.PLACE, doc.text(piece.start - 1, piece.end), rank=3)


def _roads(board: Board, doc: Words) -> Iterator[Found]:
    """As in "the Karsin-Dor road"; "the road between Karsin and Dor", "the crossing between Karsin and Dor"."""
    places = _places(board)
    for first, second in itertools.pairwise(places):
        between = doc.text(first.end, second.start).lower()
        after = doc[second.end].lower_ if second.end < len(doc) else ""
        if between in ("-", "–", "to") and nouns().after_name.get(after) is PlaceKind.ROAD:
            yield Found(first.start, second.end + 1, MentionKind.PLACE, f"{first.text}-{second.text} road", rank=2)
        elif between in ("and", "to") and first.start >= 2:
            word, noun = doc[first.start - 1].lower_, doc[first.start - 2]
            if word in ("between", "from") and nouns().after_name.get(noun.lemma) in BETWEEN:
                yield Found(noun.i, second.end, MentionKind.PLACE, doc.text(noun.i, second.end), rank=2)


def _of(board: Board, doc: Words) -> Iterator[Found]:
    """As in "the airport of Karsin", "the northern districts of Karsin"; "the city of Karsin"."""
    lists = nouns().before_of
    for piece in _places(board):
        if piece.start < 2 or doc[piece.start - 1].lower_ not in ("of", "at", "in"):
            continue
        noun = doc[piece.start - 2]
        word = noun.lemma
        left = _left(noun)
        within = doc[piece.start - 1].lower_ == "in"
        if within and (word not in lists["in"] or doc[left - 1].lower_ != "the"):
            continue
        if word in lists["own"] and not _is_port(noun) and noun.tag_ != "VBN":  # "based at Karsin"
            yield Found(left, piece.end, MentionKind.PLACE, f"{piece.text} {noun.lower_}", rank=2)
        elif word in lists["part"] and doc[piece.start - 1].lower_ == "of":
            if (whole := _named_part(noun, piece, board, doc)) is not None:
                yield whole
                continue
            yield Found(left, piece.end, MentionKind.PLACE, f"{doc.text(left, noun.i + 1)} of {piece.text}", rank=2)
        elif (word in ("city", "town", "village") or _is_port(noun)) and doc[piece.start - 1].lower_ == "of":
            yield Found(noun.i, piece.end, MentionKind.PLACE, piece.text, piece.key, rank=2)
        elif word in ("province", "region", "state", "district", "governorate") and doc[piece.start - 1].lower_ == "of":
            yield Found(noun.i, piece.end, MentionKind.PLACE, f"{piece.text} {word}", rank=2)


def _is_port(noun: Word) -> bool:
    """As in "the Red Sea port of Karsin", "the southern port of Karsin": a town on a coast, and no harbour."""
    said = {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i}
    coast = {"sea", "ocean", "gulf", "atlantic", "mediterranean", "pacific", "baltic", "caspian", "adriatic"}
    return noun.lemma == "port" and bool(said & (coast | nouns().regions["directions"]))


def _named_part(noun: Word, piece: Found, board: Board, doc: Words) -> Found | None:
    """As in "the quarter of Dor", "the quarters of Dor and Nal", "the Dor quarter of Karsin"; "half of Karsin".

    A quarter that has a name goes by it, and a share of a place by the place's.
    """
    lists = nouns().before_of
    if any(c.dep_ == "amod" for c in noun.children if c.i < noun.i):
        return None
    before = board.at.get(noun.i - 1)
    if before is not None and before.kind is MentionKind.PLACE and before.end == noun.i:
        own = noun.lemma in lists["named"] and doc[noun.i - 1].dep_ in ("compound", "nmod:poss")
        return replace(before, end=noun.i + 1, rank=3) if own else None
    first = doc[noun.i - 1]
    unknown = before is None or (before.named and before.key is None)
    if unknown and noun.lemma in lists["named"] and first.pos_ == "PROPN" and first.dep_ == "compound":
        return Found(first.i, noun.i + 1, MentionKind.PLACE, first.text, rank=3)
    definite = first.lower_ == "the"
    many = any(c.dep_ == "conj" for c in doc.root(piece.start, piece.end).children)
    named = noun.lemma in lists["named"] and definite and (noun.tag_ != "NNS" or many)
    if named or (noun.lemma in lists["share"] and not definite):
        return replace(piece, start=noun.i, rank=2)
    return None


def _left(noun: Word) -> int:
    i = noun.i
    while i > noun.sent.start and noun.doc[i - 1].pos_ == "ADJ" and noun.doc[i - 1].head == noun:
        i -= 1
    return i


def _regions(board: Board, doc: Words) -> Iterator[Found]:
    """As in "the south", "the country's north": a region of wherever the report is about."""
    bare = nouns().regions["bare"]
    for token in doc:
        if (
            token.i in board.at
            or token.lower_ not in bare
            or token.i == 0
            or token.pos_ not in ("NOUN", "PROPN", "ADJ")
        ):
            continue
        before, last = doc[token.i - 1], _end_of_point(token)
        follows = doc[last + 1].lower_ if last + 1 < len(doc) else ""
        if (
            before.lower_ in ("the", "'s", "’s")
            and follows not in ("of",)
            and not (follows and doc[last + 1].pos_ in ("NOUN", "PROPN"))
            and not _only_points(before)
        ):
            yield Found(token.i, last + 1, MentionKind.PLACE, doc.text(token.i, last + 1).lower(), named=False, rank=4)


def _end_of_point(token: Word) -> int:
    """The last word of a point of the compass, of one word or of two with a hyphen: "north", "north-west"."""
    doc, i = token.doc, token.i
    joined = i + 2 < len(doc) and doc[i + 1].text == "-" and doc[i + 2].lower_ in nouns().regions["bare"]
    return i + 2 if joined else i


def _only_points(article: Word) -> bool:
    """As in "25 km to the west", "Karsin, to the north,": which way, and no region."""
    doc, i = article.doc, article.i
    if i < 2 or doc[i - 1].lower_ != "to":
        return False
    return doc[i - 2].text == "," or doc[i - 2].lemma in nouns().regions["units"]


def _soil(board: Board, doc: Words) -> Iterator[Found]:
    """As in "left Norlandic territory": the country."""
    for piece in board.pieces():
        after = doc[piece.end] if piece.end < piece_end(doc, piece) else None
        if piece.kind is MentionKind.NATIONALITY and after is not None and after.lower_ in SOIL:
            yield replace(piece, end=piece.end + 1, kind=MentionKind.PLACE, rank=3)


def _borders(board: Board, doc: Words) -> Iterator[Found]:
    """As in "the border with Norland", "its only border crossing with Norland", "the crossing at Karsin"."""
    for token in doc:
        if token.i in board.at or token.lower_ not in ("border", "frontier", "crossing", "boundary"):
            continue
        after = token.i + 1
        piece = board.at.get(after + 1)
        if piece is None or piece.kind is not MentionKind.PLACE or doc[after].lower_ not in ("with", "to", "into"):
            continue
        left = token.i - 1 if token.i and doc[token.i - 1].lower_ == "border" else token.i
        yield Found(left, token.i + 1, MentionKind.PLACE, doc.text(left, piece.end), named=False, rank=3)


def _ways(board: Board, doc: Words) -> Iterator[Found]:
    """As in "the coast road", "the road to Karsin", "the northern entrance": by which one comes and goes."""
    ways = nouns().ways
    for token in doc:
        if token.i in board.at or token.pos_ != "NOUN" or token.lemma not in ways["nouns"]:
            continue
        left = token.i
        while left > token.sent.start and doc[left - 1].head == token and doc[left - 1].dep_ in ("compound", "amod"):
            if left - 1 in board.at or doc[left - 1].lower_ in ways["plain"]:
                break
            left -= 1
        end = _led_to(token, board)
        if left < token.i or end > token.i + 1:
            yield Found(left, token.i + 1, MentionKind.PLACE, doc.text(left, end), named=False, rank=6)


def _led_to(token: Word, board: Board) -> int:
    """The end of "to Karsin", "north of Karsin" behind a way; the end of its own word where none follows."""
    doc, ways = token.doc, nouns().ways
    for size in (1, 2):
        said = [doc[i].lower_ for i in range(token.i + 1, min(token.i + 1 + size, token.sent.end))]
        piece = board.at.get(token.i + 1 + size)
        if " ".join(said) in ways["to"] and piece is not None and piece.kind is MentionKind.PLACE:
            return piece.end
    return token.i + 1


def _facilities(board: Board, doc: Words) -> Iterator[Found]:
    """As in "the city hall", "the main hospital of Karsin": sites that can be taken or struck."""
    known = nouns().facilities["nouns"]
    for token in doc:
        if (token.lemma not in known and not _is_dug(token)) or token.pos_ not in ("NOUN", "PROPN"):
            continue
        under = board.at.get(token.i)
        measured = token.i + 1 < len(doc) and doc[token.i + 1].lemma in nouns().regions["units"]  # "square kilometres"
        if measured or (under is not None and under.kind is MentionKind.PLACE) or _is_beside(token, board):
            continue
        start = under.start if under is not None else token.i
        while start > token.sent.start and doc[start - 1].dep_ == "compound" and doc[start - 1].head == token:
            start -= 1
        owner = _owner(token, start, board)
        if owner is not None and owner.start < start <= owner.end:  # "the Musa Qala bazaar"
            start = owner.start
        end, text = token.i + 1, doc.text(_keeper(token, start), token.i + 1)
        follows = doc[token.i + 1].lower_ if token.i + 2 < len(doc) else ""
        after = board.at.get(token.i + 2) if follows in ("of", "in", "at", "near") else None
        if follows != "of" and after is not None and after.kind is MentionKind.PLACE:  # "a hotel in Karsin": Karsin
            continue
        of = after if after is not None and after.kind is MentionKind.PLACE else None
        of = of or (owner if owner is not None and owner.end < start else None)  # "Karsin's bazaar"
        if of is not None:
            text = f"{text} of {of.text}"
        if under is None:
            yield Found(start, end, MentionKind.PLACE, text, named=False, rank=6)
        else:
            board.beside(Found(under.start, end, MentionKind.PLACE, under.text, rank=6))


def _owner(site: Word, start: int, board: Board) -> Found | None:
    """The place that a site, whose own words begin at `start`, is named for: "Karsin's bazaar", "Musa Qala bazaar"."""
    owners = [c.i for c in site.children if c.dep_ == "nmod:poss" and c.i < start]
    places = (board.at.get(i) for i in (*owners, start, start - 1))
    return next((p for p in places if p is not None and p.named and p.kind is MentionKind.PLACE), None)


def _is_beside(token: Word, board: Board) -> bool:
    """As in "the Kilo 16 crossroads": Kilo 16."""
    before = board.at.get(token.i - 1)
    return token.lemma in nouns().definite_place["called"] and before is not None and before.kind is MentionKind.PLACE


def _keeper(token: Word, start: int) -> int:
    """Where "the governor's compound", "the emir's palace" begins: a site that goes by an office which has no name."""
    owner = next((c for c in token.children if c.dep_ == "nmod:poss" and c.pos_ == "NOUN" and c.i < start), None)
    return owner.i if owner is not None and owner.lemma in nouns().facilities["officers"] else start


def _is_dug(token: Word) -> bool:
    """As in "the salt mine", "the oil field": where something is got out of the ground; not "a mine" on a road."""
    lists = nouns().facilities
    return token.lemma in lists["dug"] and any(c.lower_ in lists["riches"] and c.i < token.i for c in token.children)
