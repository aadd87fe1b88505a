"""The numbers of a sentence as figures: how much of what, and whether as a bound ("at least").  Dates are none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fogline.language import words
from fogline.lineage.lexicon import lexicon
from fogline.lineage.tokens import Kind, Token, stem

NOUN_WITHIN = 3  # words behind a number among which its noun stands
LARGE = 10  # a number from which "over" and the like before it is a bound: "control over five towns"
ROUNDED = 0.06  # by so much do an amount and its round figure, or a converted one, differ at most
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_CLOCK = frozenset({"am", "pm", "oclock", "o"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number.  `amount`: in hours or metres where it measures such; `noun`: the stems of the words behind it.

    `bound`: "least", "most" or "" (exact, or about).
    """

    at: int
    amount: float
    unit: str  # what it measures: "time", "length", "share", "money", "clock", "order", or "count"
    nouns: tuple[str, ...]
    bound: str
    text: str

    @property
    def kind(self) -> str:
        """What an alteration of it is called: "the 57th Battalion" is a name, "February 9" a time."""
        return {"order": "name", "date": "time"}.get(self.unit, "number")


def figures_in(tokens: Sequence[Token], *, ones: bool = False) -> list[Figure]:
    """The figures of a sentence or of a part of it; no years, and no "one" that counts nothing unless `ones`."""
    return [
        _figure(tokens, at)
        for at, token in enumerate(tokens)
        if token.kind is Kind.NUMBER
        and not is_year(token)
        and (token.key not in {"0", "1"} or ones or _counts(tokens, at))
    ]


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind "one" that may be counted."""
    return tokens[at].key == "1" and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.WORD


def _figure(tokens: Sequence[Token], at: int) -> Figure:
    token, following = tokens[at], tokens[at + 1 : at + 1 + NOUN_WITHIN]
    unit, factor = _unit(tokens, at)
    same = lexicon().same
    nouns = tuple(same.get(w, stem(w)) for t in following if t.kind in {Kind.WORD, Kind.NAME} for w in words(t.text))
    text = " ".join((token.text, *(t.text for t in following[:2])))
    return Figure(at, float(token.key) * factor, unit, nouns, bound_before(tokens, at), text)


def _unit(tokens: Sequence[Token], at: int) -> tuple[str, float]:
    """What a number measures, and how much of the base unit its unit is."""
    if _is_day(tokens, at):
        return "date", 1.0
    following = [w for t in tokens[at + 1 : at + 3] for w in words(t.text)]
    if following[:1] and following[0] in _ORDINALS:
        return "order", 1.0
    if "".join(following[:2]) in _CLOCK or following[:1] == ["oclock"]:
        return "clock", 1.0
    for word in following:
        if word in lexicon().units:
            return lexicon().units[word]
    return "count", 1.0


def is_year(token: Token) -> bool:
    """Whether a number may be a year."""
    return (
        token.kind is Kind.NUMBER and token.key.isdigit() and 1900 <= int(token.key) <= 2100 and "," not in token.text
    )


def _is_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is a day of a month."""
    around = [t.text for t in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])]
    if at + 2 < len(tokens) and around[-1] in _ORDINALS | {"of"}:
        around += [t.text for t in tokens[at + 2 : at + 4]]
    return float(tokens[at].key) <= 31 and any(w.lower() in lexicon().months and w != "may" for w in around)


def bound_before(tokens: Sequence[Token], at: int) -> str:
    """Whether the words before a number make it the least or the most."""
    before = " ".join(w for t in tokens[max(0, at - 4) : at] for w in words(t.text)).removesuffix(" a")
    book = lexicon()
    large = float(tokens[at].key) >= LARGE if at < len(tokens) and tokens[at].kind is Kind.NUMBER else True
    ends = [
        (len(phrase), kind)
        for kind, phrases in book.bounds.items()
        for phrase in phrases
        if f" {before}".endswith(f" {phrase}") and (large or " " in phrase)
    ]
    return max(ends, default=(0, ""))[1]


def differ(one: Figure, other: Figure) -> bool:
    """Whether two figures of one kind are not the same amount, converted or rounded."""
    high = max(one.amount, other.amount)
    measured = one.unit in {"time", "length"}
    near = ROUNDED if measured or min(one.amount, other.amount) >= 1000 else 0.0
    return one.unit == other.unit and abs(one.amount - other.amount) > near * high


def is_sum(figure: Figure, parts: Iterable[Figure]) -> bool:
    """Whether a figure is what two others come to, or the one of two that makes up the other."""
    amounts = [p.amount for p in parts if p.unit == figure.unit]
    return any(
        figure.amount in {one + other, abs(one - other)} for i, one in enumerate(amounts) for other in amounts[i + 1 :]
    )
