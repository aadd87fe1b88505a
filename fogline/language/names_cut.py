"""What a tagger marked as names, cut to the solid words: no titles, articles or owners, one name a piece."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.language.names_arms import is_joined
from fogline.language.names_lexicon import LOC, LONGEST_PHRASE, NORP, ORG, PERSON, Form, lexicon
from fogline.language.names_words import CAPITAL, STOP, Piece, Words

NO_NAME = Form.ARTICLE | Form.LINK
_SMALL_TAGS = frozenset(
    {
        "IN",
        "DT",
        "RB",
        "PRP$",
        "PRP",
        "CC",
        "WRB",
        "WDT",
        "WP",
        "VB",
        "VBD",
        "VBG",
        "VBZ",
        "VBP",
        "MD",
        "UH",
        "TO",
        "PDT",
    }
)
_IN_HEADLINES = _SMALL_TAGS - {"DT", "RB", "UH", "PDT"}  # by what a name is cut where all words have capitals
_OWNERS = frozenset({"'s", "’s", "'", "’"})
_WITHIN = frozenset({"of", "for", "and", "in", "without"})  # may stand within a name
_EDGES = frozenset({"as", "at", "after", "amid", "before", "over"})  # may be taken for names
_UNITED = frozenset({"us", "u.s.", "u.s", "uk", "u.k."})


def cut(words: Words, ent: tuple[int, int, str], taken: bytearray) -> Iterator[Piece]:
    """The names in one tagged span, in order.  `taken` marks tokens that are arms."""
    start, end, label = ent
    begin = start
    headed = label != PERSON and ends_in_head(words, start, end)
    for i in range(start, end):
        if words.first[i] and i > begin:
            yield from _parted(words, begin, i, label)
            begin = i
        if taken[i] or _breaks(words, i, (begin, end, label), headed):
            yield from _parted(words, begin, i, label)
            begin = i + 1
    yield from _parted(words, begin, end, label)


def ends_in_head(words: Words, start: int, end: int) -> bool:
    """Whether the last words are the kind of thing that is named, and more stands before them."""
    ends = lexicon().ends
    return any(words.phrase(end - n, end) in ends for n in (3, 2, 1) if end - n > start)


def _breaks(words: Words, i: int, ent: tuple[int, int, str], headed: bool) -> bool:
    """Whether a token is no part of the name that it was marked with."""
    begin, end, label = ent
    flags, inner = words.flags[i], begin < i < end - 1
    if label == PERSON and begin < i < end - (words.text[i] == "-") and _is_tail(words, i + (words.text[i] == "-")):
        return False
    if words.text[i] in _OWNERS:
        return not (inner and is_owner(words, i))
    if flags & STOP:
        return not (inner and (is_joined(words, i) or (words.low[i] == "and" and _in_complement(words, begin, i))))
    if is_title(words, i):
        return not (headed and flags & CAPITAL)
    if words.loud[words.sent[i]] and _is_small(words, i):
        return True
    if flags & CAPITAL or words.text[i][0].isdigit():
        return bool(flags & Form.CALENDAR) and not (label == ORG and inner)
    if flags & Form.PARTICLE or (i > begin and is_joined(words, i - 1)):
        return False
    if flags & Form.LINK:
        return not (i > begin and _links(words, begin, i, label))
    return not (flags & Form.ARTICLE and i > begin and words.has(i - 1, Form.LINK | Form.STOP))


def _is_tail(words: Words, i: int) -> bool:
    """Whether a word is the small half of a given name: "Ji-hoon"."""
    small = words.text[i].isalpha() and words.text[i].islower() and not words.tag[i].startswith(("V", "J"))
    return (
        small and words.text[i - 1] == "-" and words.glued[i - 1] and words.glued[i - 2] and words.has(i - 2, CAPITAL)
    )


def _links(words: Words, begin: int, i: int, label: str) -> bool:
    """Whether "of", "for" or "in" stands within a name, not between two."""
    if label == PERSON or people_at(words, begin, i) == i - begin:
        return False
    if words.low[i] == "of":
        return not words.has(i - 1, Form.UNIT) and words.has(i - 1, CAPITAL)
    return any(words.has(j, Form.BODY | Form.ACRONYM) for j in range(begin, i)) or group_at(words, begin, i)


def is_owner(words: Words, i: int) -> bool:
    """Whether the mark of possession at `i` lies within a name: "People's Front"."""
    return (
        words.has(i - 1, Form.OWNER)
        and words.has(i - 1, CAPITAL)
        and words.same(i, i + 1)
        and words.has(i + 1, CAPITAL)
    )


def _in_complement(words: Words, begin: int, i: int) -> bool:
    """Whether "and" stands in what a body is for: "Front for Change and Concord"."""
    return any(words.low[j] in ("of", "for") and words.has(j - 1, Form.BODY) for j in range(begin + 1, i))


def is_title(words: Words, i: int) -> bool:
    """Whether the token is a title, or a word that belongs to the title behind it."""
    flags = words.flags[i]
    if (
        not flags & (Form.TITLE | Form.BEFORE_TITLE)
        or (i and is_joined(words, i - 1))
        or (words.same(i, i + 1) and words.text[i + 1] in _OWNERS and is_owner(words, i + 1))
    ):
        return False
    if flags & Form.TITLE:
        followed = words.same(i, i + 1) and words.has(i + 1, CAPITAL) and words.has(i + 1, Form.BODY)
        return not (followed and flags & CAPITAL)  # "General Staff"
    return (
        bool(flags & Form.BEFORE_TITLE)
        and words.same(i, i + 1)
        and words.has(i + 1, Form.TITLE | Form.BEFORE_TITLE)
        and is_title(words, i + 1)
    )


def _parted(words: Words, start: int, end: int, label: str) -> Iterator[Piece]:
    """One piece without its loose ends; a people before it is a name of its own."""
    while start < end and not _may_begin(words, start, end):
        start += 1
    while end > start and not _may_end(words, end - 1, start, label):
        end -= 1
    if start < end and words.same(start - 1, start) and people_at(words, start - 1, start + 1) == 2:
        start -= 1  # "North", then "Korean"
    size = people_at(words, start, end)
    whole = start + size == end
    rest_is_people = not whole and bool(size) and people_at(words, start + size, end) == end - start - size
    if size and (whole or rest_is_people or _stands_apart(words, start + size, end, label)):
        yield Piece(start, start + size, NORP)
        start, label = start + size, NORP if rest_is_people else label if label != NORP else ""
    elif end - start > 1 and label == PERSON and words.low[start] in _UNITED:
        yield Piece(start, start + 1, LOC)
        start += 1
    if start < end and not is_empty(words, start, end) and not _is_headline(words, start, end):
        yield Piece(start, end, label)


def _is_small(words: Words, i: int) -> bool:
    """Whether a word of a headline would have no capital within a sentence, and stands within no name."""
    return words.low[i] in _EDGES or (words.tag[i] in _IN_HEADLINES and words.low[i] not in _WITHIN)


def _is_headline(words: Words, start: int, end: int) -> bool:
    """As in "Horrific Massacres", where all words of the sentence have capitals: no word that is a name."""
    told = range(start, end)
    common = not any(words.proper(i) or words.has(i, Form.ACRONYM) or words.low[i] in _WITHIN for i in told)
    return words.loud[words.sent[start]] and end - start > 1 and common and not group_at(words, start, end)


def _stands_apart(words: Words, start: int, end: int, label: str) -> bool:
    """Whether what follows a people's word is a name without it: "Kurdish YPG", "Russian Vladimir Orlov"."""
    if label == PERSON:
        return words.low[start - 1] not in lexicon().given and not ends_in_head(words, start - 1, end)
    return label == NORP or (start + 1 == end and words.has(start, Form.ACRONYM))


def people_at(words: Words, start: int, end: int) -> int:
    """How many words from `start` are one people's name or adjective; 0 for none."""
    peoples = lexicon().peoples
    for n in (2, 1):
        if start + n <= end and tuple(words.text[start : start + n]) in peoples:
            return n
    return 0


def group_at(words: Words, start: int, end: int) -> bool:
    """Whether the words are, or begin with, the name of a group that is known, or a foreign word for one."""
    lists = lexicon()
    if any(tuple(words.text[start : start + n]) in lists.groups for n in (1, 2) if start + n <= end):
        return True
    return end - start > 1 and words.low[start] in lists.opens_group


def state_at(words: Words, start: int, end: int) -> bool:
    """Whether the words are a state's name."""
    return end - start <= LONGEST_PHRASE and tuple(words.text[start:end]) in lexicon().states


def is_empty(words: Words, start: int, end: int) -> bool:
    """Whether words with capitals name nothing of the kinds: "Government", "Operation Dawn", "Geneva Conventions"."""
    if end - start == 1 and words.has(start, Form.GENERIC | Form.CALENDAR | Form.NUMBER | Form.ORDINAL):
        return True
    if words.has(end - 1, Form.HAPPENING) or (
        words.has(start, Form.HAPPENING) and end - start > 1 and not ends_in_head(words, start, end)
    ):
        return True
    return (
        words.same(start, end)
        and words.has(end, CAPITAL)
        and words.has(end, Form.HAPPENING)
        and not words.loud[words.sent[start]]
    )


def _may_begin(words: Words, i: int, end: int) -> bool:
    flags = words.flags[i]
    if flags & Form.CALENDAR and not (flags & CAPITAL and i + 1 < end):
        return False
    if words.first[i] and words.tag[i] in _SMALL_TAGS and end - i > 1:
        return False
    if flags & CAPITAL:
        return not flags & NO_NAME
    if flags & Form.BEGINS:
        return i + 1 < end and words.has(i + 1, CAPITAL | Form.PARTICLE)
    return bool(flags & Form.ORDINAL) and words.text[i][0].isdigit() and i + 1 < end


def _may_end(words: Words, i: int, start: int, label: str) -> bool:
    flags = words.flags[i]
    if i > start + 1 and label == PERSON and _is_tail(words, i):
        return True
    if i > start and (is_joined(words, i - 1) or words.text[i][0].isdigit()):
        return words.text[i][0].isalnum()
    return bool(flags & CAPITAL) and not flags & NO_NAME and not flags & Form.CALENDAR
