"""Reads a sentence of a brief: which form of words it has, and what stands where in it.

Names are those of the claims that a line rests on, so a sentence that names anybody else is not understood.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
ARTICLE = r"(?:(?:the|an?) )?"
DAY = rf"\d{{1,2}} {MONTH}(?: \d{{4}})?"
WHEN = rf"(?:on {DAY}|between {DAY} and {DAY}|\(reported on {DAY}\))"
END = r"\.(?= |$)"
PLAN = r"(?P<plan>any plan for )?"  # denied is that somebody means to do it
_FIELD = re.compile(r"\\\{(actor|target|place|where|act|mode)\\\}")


@cache
def table() -> dict[str, Any]:
    """The content of brief.toml."""
    return tomllib.loads(Path(__file__).with_name("brief.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was understood: its kind, the type of what it tells, its form, and what stands in its fields."""

    kind: str
    parts: Mapping[str, str] = field(default_factory=dict)
    type: str = ""
    form: str = ""
    clause: str = ""


class NotUnderstood(ValueError):
    """Words that have none of the forms of a brief, or that name somebody whom no claim of the line names."""


def any_of(texts: Iterable[str]) -> str:
    """An expression for any of these texts, with its article or without, the longest first."""
    bare = {bared(text) for text in texts if text.strip()}
    ordered = sorted(bare, key=lambda text: (-len(text), text))
    return f"(?:{ARTICLE}(?:{'|'.join(map(re.escape, ordered))}))" if ordered else "(?!)"


def bared(text: str) -> str:
    """A name without its article."""
    return re.sub(r"^(?:the|an?) (?=\S)", "", " ".join(text.split()), flags=re.IGNORECASE)


def row_of(item: str) -> str:
    """An expression for one or several in a row: "A", "A and B", "A, B and C"."""
    return rf"{item}(?:(?:, | and ){item})*"


class Words:
    """The expressions for the sentences of one line, whose claims have these names, types and quoted acts."""

    def __init__(self, names: Iterable[str], outlets: Iterable[str], types: Iterable[str]) -> None:
        self.types = sorted(set(types))
        self.names = row_of(any_of(names))
        numbered = r"(?:reports? \d+(?:, \d+)*(?: and \d+)?|\d+ reports)"
        self.own = row_of(rf"(?:{any_of(outlets)}|{numbered})")
        both, cited, own = (self._says(n) for n in (1, 2, 3))
        self.says = rf"(?:{both[0]}; {both[1]} so too|{cited[0]}|{own[1]})"
        self.who = rf"(?:(?P<who>{self.names})(?:; (?P<own1>{self.own}))?|(?P<own2>{self.own}))"

    def _says(self, number: int) -> tuple[str, str]:
        """Who is cited, and which reports speak for themselves.  Groups of an expression are numbered apart."""
        media = rf"(?: \(through (?P<media{number}>{self.names})\))?"
        return rf"according to (?P<speakers{number}>{self.names}){media}", rf"(?P<own{number}>{self.own}) says?"

    def clauses(self, forms: str, text: str) -> Iterator[tuple[str, str, str]]:
        """The forms of these types that a text may have: type, form, expression."""
        for kind in self.types:
            for form in sorted(table()[forms][kind], key=lambda form: -len(form)):
                if not _may_be(form, text):
                    continue
                yield kind, form, _FIELD.sub(lambda m: self._field(m[1]), re.escape(form))

    def _field(self, name: str) -> str:
        if name == "act":
            return "(?P<act>.+?)"
        if name == "mode":
            return "(?P<mode>[a-z]+)"
        if name == "where":
            return rf"(?:in|at|on) (?P<place>{self.names})"
        return rf"(?P<{name}>{self.names})"


@cache
def _rough(form: str) -> re.Pattern[str]:
    return re.compile(".*?" + _FIELD.sub(".+", re.escape(form)), re.IGNORECASE)


def _may_be(form: str, text: str) -> bool:
    """Whether the words of a form stand in a text in their order: the rest is looked at only where they do."""
    return _rough(form).match(text) is not None


def match(pattern: str, text: str) -> tuple[dict[str, str], str] | None:
    """The fields of a sentence that a text begins with, and the rest of the text; `None` where it begins otherwise."""
    found = re.match(pattern, text, flags=re.IGNORECASE)
    if found is None:
        return None
    parts = {name.rstrip("123"): words for name, words in found.groupdict().items() if words is not None}
    return parts, text[found.end() :].lstrip()


def told(words: Words, text: str, end: str = END) -> tuple[list[Sentence], str]:
    """What is told by somebody: a clause or a noun with its sense, who says so, when.

    Shape: the ways in which the sentence can be taken, and the rest of the text.  Raises: NotUnderstood.
    """
    readings = list(_readings(words, text, end))
    if not readings:
        raise NotUnderstood(text)
    rest = min((left for _, left in readings), key=len)
    return [sentence for sentence, left in readings if left == rest], rest


def _readings(words: Words, text: str, end: str) -> Iterator[tuple[Sentence, str]]:
    when = rf"(?P<when> {WHEN})?"
    for kind, form, expression in words.clauses("asserted", text):
        yield from _reading("asserted", kind, form, rf"(?P<clause>{expression}){when}, {words.says}{end}", text)
    starts = ("denied", *(sense.casefold() for sense in table()["senses"].values()))
    if not text.casefold().startswith(starts) and " denied " not in text:
        return
    for kind, form, expression in words.clauses("noun", text):
        clause = rf"(?P<clause>{expression}){when}"
        yield from _reading("denied", kind, form, rf"(?P<speakers>{words.names}) denied {PLAN}{clause}{end}", text)
        yield from _reading("denied", kind, form, rf"denied: {PLAN}{clause}, {words.says}{end}", text)
        for status, sense in table()["senses"].items():
            yield from _reading(status, kind, form, rf"{re.escape(sense)}: {clause}, {words.says}{end}", text)


def _reading(status: str, kind: str, form: str, pattern: str, text: str) -> Iterator[tuple[Sentence, str]]:
    if found := match(pattern, text):
        yield Sentence(status, found[0], kind, form, found[0]["clause"]), found[1]


def sentences(words: Words, text: str) -> list[list[Sentence]]:
    """All sentences of the line of an event, one after the other, each in the ways in which it can be taken.

    Raises: NotUnderstood with what is left.
    """
    found = []
    while text:
        sentence, text = _next(words, text)
        found.append(sentence)
    return found


def _next(words: Words, text: str) -> tuple[list[Sentence], str]:
    item = rf"(?:[\d,]+(?: to [\d,]+)? [^()]+?(?: \({words.who}(?:; best)?\))?|\d+ more between them)"
    plain = re.sub(r"\?P<\w+>", "?:", item)
    for kind, (sign, pattern) in {
        "more": (" among the evidence", rf"(?P<count>\d+) more tellings? among the evidence{END}"),
        "figures": ("Figure", rf"Figures? given: (?P<items>{row_of(plain)}){END}"),
        "day": ("Told of another", rf"Told of another day, (?P<when>{WHEN}): {words.who}{END}"),
        "sense": ("Told as ", rf"Told as (?P<status>planned|possible|conditional): {words.who}{END}"),
        "denial": (" denied it", rf"(?P<who>{words.names}) denied it{END}"),
        "own denial": ("Denied in", rf"Denied in their own voice: (?P<own>{words.own}){END}"),
    }.items():
        if sign in text and (found := match(pattern, text)):
            return [Sentence(kind, found[0])], found[1]
    if text.startswith("Also told: "):
        return told(words, text.removeprefix("Also told: "))
    return told(words, text)


def figures(words: Words, items: str) -> list[dict[str, str]]:
    """Each figure of a sentence of figures: low, high, unit, who, own, best; or `between` for those left out."""
    found = []
    one = (
        r"(?P<low>[\d,]+)(?: to (?P<high>[\d,]+))? (?P<unit>[^()]+?)"
        rf"(?: \({words.who}(?P<best>; best)?\))?(?=, |$| and )"
    )
    while items:
        got = match(r"(?P<between>\d+) more between them(?=, |$| and )", items) or match(one, items)
        if got is None:
            raise NotUnderstood(items)
        parts, rest = got
        found.append(parts)
        items = re.sub(r"^(?:,|and) ?", "", rest).strip()
        items = re.sub(r"^and ", "", items)
    return found
