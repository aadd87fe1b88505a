"""The agencies that a text names as its origin.  "told Reuters" or "Photo: Reuters" is no credit for the story."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

_KIND = r"(?:News|Press|Dispatch|Information|Wire|Telegraph|Telegraphic)"
_BODY = r"(?:Agency|Service|Bureau|Association|International|Wire)"
_NAMED = rf"\b(?:[A-Z][\w’'-]+ ){{1,3}}(?:{_KIND} {_BODY}\b|Newswire\b)"
_VERB = r"(?:reports|reported|says|said|adds|added|notes|noted|writes|wrote)"
# "LAGOS, March 3 (ABC) -": a place in capitals, and what may stand between it and the agency.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’/-]+(?:, [A-Z][A-Za-z. ]{2,20})?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r" ?\(([A-Z][\w .&’'-]{1,40})\)\s?(?:[-–—:]|--)\s"
)
_FULL_NAME = re.compile(rf"\b(?:[Tt]he )?({_NAMED})(?: \(([A-Z]{{2,6}})\))?,? {_VERB}\b")
_FULL_CITED = re.compile(
    rf"\b(?:[Aa]ccording to|[Rr]eporting by|[Ff]iles from|[Ss]ources?:) (?:the )?({_NAMED})(?: \(([A-Z]{{2,6}})\))?"
)
_LOOSE = re.compile(r"\b[Aa]ccording to (?:the )?((?:[A-Z][\w’'-]+ ?){1,4})news agency\b")
_ACRONYM = re.compile(r"(?<!\b[Tt]he )\b([A-Z]{2,6}) reports(?= that\b|[.,;])")
_INTRODUCED = re.compile(r"(?<![\w’'-])((?:[\w’'-]+ ){1,6})\(([A-Z]{2,6})\)")
_OUTLET = re.compile(r"^(.{3,60}?)\s*\(([A-Z]{2,6}(?:-\w{2,10})?)\)$")
_AGENCY_OUTLET = re.compile(rf"\b(?:{_KIND} {_BODY}|Newswire|Wire)\b|\b{_BODY}$")
_THANKS = re.compile(r"\b(?:with|from|by|and|used|reporting|sources?|contributed|via)\b", re.I)
_STATE = re.compile(r"\bstate(?:-run|-owned)?(?: (?:news|media|television|tv))*(?: agency| broadcaster)?,? $", re.I)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("fogline.text") / "data" / "agencies.toml").read_text(encoding="utf-8"))


@cache
def _agencies() -> dict[str, str]:
    """Every name of every known agency, also in capitals, and the short name it is credited by."""
    named = {alias: row["name"] for row in _table()["agency"] for alias in (row["name"], *row["aliases"])}
    return {alias.upper(): short for alias, short in named.items()} | named


@cache
def _known() -> tuple[re.Pattern[str], ...]:
    """How a known agency is credited."""
    name = "(" + "|".join(re.escape(alias) for alias in sorted(_agencies(), key=len, reverse=True)) + ")"
    the = r"(?:[Tt]he )?"
    return (
        re.compile(rf"\b{the}(?<![\w/])({name[1:-1]}) (?:news agency )?(?:also )?(?:reports|reported)\b"),
        re.compile(rf"(?i:reporting by|files from|material from|input from|sources?:|via|supplied by) {the}{name}\b"),
        re.compile(rf"\b{the}{name} contributed to this\b"),
        re.compile(rf"(?:^|\n)[^\n()]{{2,60}}\({name}\)(?=[\s:–—-])"),
        re.compile(rf"\({name}(?: - .{{0,20}})?\)\s*$"),
        re.compile(rf"(?:--|[–—/]|^\s*-|[.!?][\"”’]?\s?-) ?{name}\s*$"),
        re.compile(rf"\bSource {name}\s*$"),
    )


def find_credits(texts: Sequence[str], *, outlet: str | None, signed: Sequence[str] = ()) -> tuple[str, ...]:
    """The agencies that these paragraphs credit, and the outlet itself where it is one; sorted, each once.

    `signed`: those of the paragraphs that are no part of the story; in these "with", "from" or "by" is credit enough.

    Short names where the text or the table of agencies gives one ("AP"), else the full name.
    """
    whole = "\n".join(texts)
    acronyms = frozenset(re.findall(r"\b[A-Z]{2,6}\b", whole))
    shorts = dict(_short_forms(whole, outlet, acronyms))
    bodies = _bodies(whole)
    found = {_agencies().get(name, shorts.get(name, name)) for text in texts for name in _credited(text, bodies)}
    found |= {name for text in signed for name in _signed(text)}
    return tuple(sorted(found | set(_own(outlet, acronyms))))


def _signed(text: str) -> Iterator[str]:
    """The known agencies that a line beside the story thanks or names as its source."""
    bare = re.sub(r"(?<=\b[A-Z])\.", "", text)
    if _THANKS.search(bare):
        for hit in _any_known().finditer(bare):
            yield _agencies()[hit.group(1)]


@cache
def _any_known() -> re.Pattern[str]:
    return re.compile(
        r"\b(" + "|".join(re.escape(name) for name in sorted(_agencies(), key=len, reverse=True)) + r")\b"
    )


@cache
def _names_only() -> re.Pattern[str]:
    """A line of nothing but agencies: "Reuters", "(AP, AFP)", "dpa/Reuters"."""
    name = _any_known().pattern
    return re.compile(rf"[\W_]*{name}(?:\s?(?:[/,;&+]|\band\b)\s?{name})*[\W_]*")


def _credited(text: str, bodies: frozenset[str]) -> Iterator[str]:
    dateline = _DATELINE.match(text)
    if dateline:
        yield dateline.group(1).strip()
    for pattern in (_FULL_NAME, _FULL_CITED):
        for hit in pattern.finditer(text):
            if not _is_states(text, hit.start()):
                yield hit.group(2) or hit.group(1).strip()
    for pattern in (*_known(), _LOOSE):
        for hit in pattern.finditer(text):
            if not _is_states(text, hit.start(1)):
                yield hit.group(1).strip()
    for hit in _ACRONYM.finditer(text):
        if hit.group(1) not in bodies:
            yield hit.group(1)
    if _names_only().fullmatch(text.strip()):
        yield from _any_known().findall(text)


def _is_states(text: str, start: int) -> bool:
    """Whether the name that begins here is called a state's agency: then it is a source, not the story's origin."""
    return _STATE.search(text[max(0, start - 80) : start]) is not None


def _bodies(whole: str) -> frozenset[str]:
    """The acronyms that are no agencies: those listed, and those that the text introduces as something else."""
    introduced = {
        short for full, short in _INTRODUCED.findall(whole) if not re.search(rf"\b(?:{_KIND}|{_BODY})\b", full)
    }
    named = re.findall(r"\b[Tt]he ([A-Z]{2,6})\b", whole)
    return frozenset(_table()["others"]["names"].split()) | introduced | frozenset(named)


def _short_forms(whole: str, outlet: str | None, acronyms: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Full names of agencies with the acronym that the text, or the outlet's own name, gives them."""
    for hit in re.finditer(rf"({_NAMED}) \(([A-Z]{{2,6}})\)", whole):
        yield hit.group(1), hit.group(2)
    named = _OUTLET.match(outlet or "")
    if named:
        yield named.group(1), named.group(2)
    for name in sorted(set(re.findall(_NAMED, whole))):
        if _initials(name) in acronyms:
            yield name, _initials(name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _own(outlet: str | None, acronyms: frozenset[str]) -> Iterator[str]:
    """The short name of an outlet that is itself an agency."""
    bare = (outlet or "").strip()
    named = _OUTLET.match(bare)
    if bare in _agencies():
        yield _agencies()[bare]
    elif named:
        yield _agencies().get(named.group(1), named.group(2))
    elif _AGENCY_OUTLET.search(bare) and _initials(bare) in acronyms:
        yield _initials(bare)
