"""Pieces of names made whole: missed words with capitals, cut-off parts, and the words for what is named."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.language.names_arms import is_joined
from fogline.language.names_cut import NO_NAME, group_at, is_empty, is_owner, is_title, people_at, state_at
from fogline.language.names_lexicon import FAC, LOC, NORP, ORG, PERSON, VEHICLE, WEAPON, Form, lexicon
from fogline.language.names_words import CAPITAL, Piece, Words

ARMS = (WEAPON, VEHICLE)
NEVER = Form.CALENDAR | Form.STOP | NO_NAME
FLOWING = frozenset({"river", "valley"})  # that may bear a state's name
LOOSE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def missed(words: Words, taken: bytearray) -> Iterator[Piece]:
    """Runs of words with capitals that no piece has: peoples, and names whose label is open."""
    i = 0
    while i < len(words):
        if taken[i] or not _is_name_word(words, i):
            i += 1
            continue
        end = i + 1
        while end < len(words) and not taken[end] and words.same(i, end):
            step = _next_word(words, end, taken)
            if not step:
                break
            end += step
        yield from _run(words, i, end)
        i = end


def _is_name_word(words: Words, i: int) -> bool:
    """Whether a word looks like (part of) a name where it stands."""
    flags = words.flags[i]
    if words.tag[i] == "POS" or flags & NEVER or is_title(words, i):
        return False
    if not flags & CAPITAL:
        return bool(flags & Form.ORDINAL) and words.same(i, i + 1) and words.has(i + 1, Form.ARM | Form.UNIT | CAPITAL)
    if (words.text[i],) in lexicon().peoples:
        return True
    if words.loud[words.sent[i]]:
        return False
    if words.first[i]:
        known = (
            words.has(i, Form.ACRONYM) or (words.text[i],) in lexicon().seats or (words.text[i],) in lexicon().groups
        )
        return (
            (words.proper(i) and not flags & Form.GENERIC)
            or known
            or (words.same(i, i + 1) and is_joined(words, i + 1))
        )
    return words.tag[i] not in ("PRP", "UH")


def _next_word(words: Words, i: int, taken: bytearray) -> int:
    """How many words from `i` carry the name on: 1 for a name's word, more with what links it; 0 where it ends."""
    if words.flags[i] & CAPITAL and _is_name_word(words, i):
        return 1
    linked = words.flags[i] & Form.PARTICLE or is_joined(words, i) or (words.tag[i] == "POS" and is_owner(words, i))
    if words.flags[i] & Form.PARTICLE and words.same(i, i + 2) and is_joined(words, i + 1) and not taken[i + 2]:
        return 3
    if linked and words.same(i, i + 1) and not taken[i + 1]:
        if words.flags[i + 1] & CAPITAL and _is_name_word(words, i + 1):
            return 2
        return 2 if words.text[i] == "-" else 0
    return int(words.text[i].isdigit() and words.has(i - 1, CAPITAL) and words.tag[i] == "NNP")


def _run(words: Words, start: int, end: int) -> Iterator[Piece]:
    """A run of capitals as pieces; peoples are apart unless the run ends like a body's name."""
    if words.has(end - 1, Form.BODY | Form.UNIT) and end - start > 1:
        yield Piece(start, end, ORG)
        return
    i = begin = start
    while i < end:
        size = people_at(words, i, end)
        if size and not (i and is_joined(words, i - 1)):
            yield from _open(words, begin, i)
            yield Piece(i, i + size, NORP)
            begin = i + size
        i += size or 1
    yield from _open(words, begin, end)


def _open(words: Words, start: int, end: int) -> Iterator[Piece]:
    if start < end and not words.loud[words.sent[start]]:
        yield Piece(start, end, LOC if state_at(words, start, end) else "")


def joined(words: Words, pieces: list[Piece]) -> list[Piece]:
    """Pieces in order, with those that are parts of one name joined."""
    whole: list[Piece] = []
    for piece in pieces:
        if whole and words.same(whole[-1].start, piece.start) and _are_one(words, whole[-1], piece):
            last = whole.pop()
            label = _joint_label(words, last, piece)
            whole.append(Piece(last.start, piece.end, label))
        else:
            whole.append(piece)
    return whole


def _joint_label(words: Words, left: Piece, right: Piece) -> str:
    if PERSON in (left.label, right.label) and words.text[right.start][0].islower():
        return PERSON
    return right.label if _is_body(words, right) or left.label in ("", NORP) else left.label


def _are_one(words: Words, left: Piece, right: Piece) -> bool:
    if left.label in ARMS or right.label in ARMS:
        return False
    between = range(left.end, right.start)
    if between:
        if NORP in (left.label, right.label):
            return False
        return len(between) <= 2 and all(_ties(words, i) for i in between)
    if left.label == NORP:
        return _goes_on_as_body(words, right)
    if right.label == NORP:
        return False
    if words.text[right.start][0].islower():
        return True  # "Abu Karim", then "al-Dori"
    if state_at(words, left.start, left.end) or (words.has(left.start, Form.ACRONYM) and left.end - left.start == 1):
        return False
    return (
        not left.label
        or not right.label
        or left.label == right.label
        or (_is_body(words, right) and right.end - right.start == 1)
    )


def _ties(words: Words, i: int) -> bool:
    """Whether a small word or sign ties two parts of a name."""
    if words.tag[i] == "POS":
        return is_owner(words, i)
    particle = words.has(i, Form.PARTICLE) and words.low[i] not in ("i", "e", "y", "an", "as", "at", "do")
    return particle or is_joined(words, i)


def _goes_on_as_body(words: Words, right: Piece) -> bool:
    """Whether a people's word is the first of a body's or land's name: "Syrian", then "Democratic Forces"."""
    if not words.has(right.end - 1, CAPITAL):
        return False
    if right.end - right.start == 1:
        head = words.phrase(right.start, right.end)
        return words.has(right.start, Form.BODY | Form.UNIT) or LOC in lexicon().ends.get(head, ())
    return words.has(right.end - 1, Form.BODY | Form.UNIT) and words.low[right.start] in lexicon().continues


def _is_body(words: Words, piece: Piece) -> bool:
    return words.has(piece.end - 1, Form.BODY | Form.UNIT) and words.has(piece.end - 1, CAPITAL)


def headed(words: Words, pieces: list[Piece]) -> list[Piece]:
    """Pieces with the words for what is named behind them: "Karsin border gate", "Syrian army", "Ministry of War"."""
    done: list[Piece] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        grown = piece
        if piece.label not in ARMS:
            limit = next((p.start for p in pieces[i + 1 : i + 2] if p.label in ARMS), len(words))
            grown = _grown(words, piece, limit)
        i += 1
        while i < len(pieces) and pieces[i].start < grown.end:  # what it took in is no name of its own
            grown = grown._replace(end=max(grown.end, pieces[i].end))
            i += 1
        done.append(grown)
    return done


def _grown(words: Words, piece: Piece, limit: int) -> Piece:
    national = (
        piece.label == NORP or state_at(words, piece.start, piece.end) or words.low[piece.start] in ("u.s.", "us", "uk")
    )
    if national and (end := _body_end(words, piece)) > piece.end:
        return Piece(piece.start, min(end, limit), ORG, proved=True)
    if piece.label == NORP and people_at(words, piece.start, piece.end) == piece.end - piece.start:
        return _homeland(words, piece)
    for find in (_facility_end, _land_end, _unit_end):
        end, label = find(words, piece)
        if piece.end < end <= limit:
            return Piece(piece.start, end, label, proved=True)
    return _with_complement(words, piece, limit)


def _homeland(words: Words, piece: Piece) -> Piece:
    """A people's word, or the land that bears it: "Amhara region", but not "Kurdish region"."""
    noun = words.proper(piece.end - 1) and words.same(piece.start, piece.end) and words.low[piece.end] == "region"
    return piece._replace(end=piece.end + 1, label=LOC, proved=True) if noun else piece


def _body_end(words: Words, piece: Piece) -> int:
    """The end of a state's body behind a nation: "Syrian army"; the piece's own where none follows."""
    for size in (3, 2, 1):
        end = piece.end + size
        if words.same(piece.start, end - 1) and words.phrase(piece.end, end) in lexicon().heads["national"]:
            adjective = words.low[end - 1] == "military" and (
                words.tag[end - 1] == "JJ" or (words.same(end - 1, end) and words.tag[end] in LOOSE_TAGS)
            )
            return piece.end if adjective else end
    return piece.end


def _facility_end(words: Words, piece: Piece) -> tuple[int, str]:
    """The end of a built thing's name: "Karsin", then "military airport"."""
    heads, end = lexicon().heads, piece.end
    while words.same(piece.start, end):
        for size in (2, 1):
            head = words.phrase(end, end + size)
            if head in heads["facilities"] and words.same(end, end + size - 1):
                owned = (
                    group_at(words, piece.start, piece.end)
                    or state_at(words, piece.start, piece.end)
                    or words.has(piece.end - 1, Form.ACRONYM | Form.BODY | Form.UNIT)
                )
                if owned and (head in heads["loose_facilities"] or "border" in words.phrase(piece.end, end + 1)):
                    return piece.end, piece.label
                return end + size, FAC
        if words.low[end] not in lexicon().modifiers:
            break
        end += 1
    return piece.end, piece.label


def _land_end(words: Words, piece: Piece) -> tuple[int, str]:
    """The end of a region's or water's name: "Karsin province"."""
    for size in (2, 1):
        end = piece.end + size
        head = words.phrase(piece.end, end)
        if not words.same(piece.start, end - 1):
            continue
        capital = words.has(piece.end, CAPITAL)
        if head in lexicon().heads["lands"] or (capital and head in lexicon().heads["great_lands"]):
            if state_at(words, piece.start, piece.end) and head[0] not in FLOWING:
                break
            return end, LOC
    return piece.end, piece.label


def _unit_end(words: Words, piece: Piece) -> tuple[int, str]:
    """The end of a unit's name: "6th Infantry", then "division"."""
    end = piece.end
    if not words.same(piece.start, end):
        return end, piece.label
    numbered = words.has(piece.start, Form.ORDINAL)
    while numbered and words.same(piece.start, end) and words.has(end, Form.ARM) and not words.has(end, Form.UNIT):
        end += 1
    if words.same(piece.start, end) and words.has(end, Form.UNIT):
        small_army = words.low[end] in ("army", "company", "battery") and not words.has(end, CAPITAL)
        if not (small_army and not numbered):
            return end + 1, ORG
    return piece.end, piece.label


def _with_complement(words: Words, piece: Piece, limit: int) -> Piece:
    """The piece with what its body is of or for: "Ministry of Defence", "Gulf of Aden"."""
    end, label = piece.end, piece.label
    while (
        end < limit - 1
        and words.same(piece.start, end)
        and words.low[end] in ("of", "for")
        and words.has(end - 1, CAPITAL)
    ):
        kind = _takes_complement(words, piece, end - 1)
        start = end + 1 + (words.same(end, end + 1) and words.low[end + 1] == "the")
        stop = start
        while (
            words.same(piece.start, stop)
            and stop < limit
            and (words.has(stop, CAPITAL) and not words.has(stop, NEVER) and not is_title(words, stop))
        ):
            stop += 1
        if kind is None or stop == start or words.loud[words.sent[piece.start]]:
            break
        end, label = stop, kind
    return piece if end == piece.end else Piece(piece.start, end, label, proved=True)


def _takes_complement(words: Words, piece: Piece, last: int) -> str | None:
    if words.low[last] in lexicon().land_of and piece.label not in (ORG, PERSON):
        return LOC
    unit = words.has(piece.start, Form.ORDINAL) or people_at(words, piece.start, piece.end)
    return ORG if (words.low[last],) in lexicon().heads["complement"] and not unit else None


def solid(words: Words, pieces: list[Piece]) -> list[Piece]:
    """The pieces that name something."""
    return [p for p in pieces if p.label in ARMS or not is_empty(words, p.start, p.end)]
