"""Sentences built from claims by typed patterns: what is said, in which sense, by whom, when."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.resources import files
from string import Formatter
from typing import Any

from fogline.control.spots import denies_a_plan
from fogline.language.words import fold
from fogline.products.articles import of_place, where, with_article
from fogline.records import Basis, Claim, ClaimType, Name, Period, Status

ACT_LENGTH = 70
MOST_NAMED = 4
PEOPLE = "people"  # who come to harm where nobody else is named
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NUMBERED = re.compile(r"report (\d+)")


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """The content of data/wording.toml."""
    return tomllib.loads((files("fogline.products") / "data" / "wording.toml").read_text(encoding="utf-8"))


def clause(claim: Claim) -> str:
    """What the claim says, as a plain clause in the past tense, without its sense or source."""
    return _fill(wording()[claim.type]["clause"], _fields(claim))


def statement(claim: Claim, speakers: Sequence[Name] | None = None) -> str:
    """What the claim says in its own sense: asserted, denied, planned, conditional or possible.  No full stop.

    `speakers` are those who deny it, by default its own; in small letters where what is said does not begin a line.
    """
    if claim.status is Status.ASSERTED:
        return capital(clause(claim))
    if claim.status is Status.DENIED:
        deniers = claim.attribution.speakers if speakers is None else speakers
        own = set(claim.actors) <= set(claim.attribution.speakers)  # "the army denied a withdrawal": its own
        told = _fill(wording()[claim.type]["noun"], _fields(replace(claim, actors=()) if own else claim))
        plan = "any plan for " if denies_a_plan(claim) else ""
        return f"{listed(deniers)} denied {plan}{told}" if deniers else f"denied: {plan}{told}"
    told = _fill(wording()[claim.type]["noun"], _fields(claim))
    return f"{wording()['lead_in'][claim.status]}: {told}"


def listed(names: Iterable[Name]) -> str:
    """Names in running text: "A", "A and B", "A, B and C", each with its article."""
    return enumerated([with_article(n.text) for n in names])


def enumerated(parts: Sequence[str]) -> str:
    """Words in a row with "and" before the last."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def capital(text: str) -> str:
    """The text with its first letter a capital, whatever quotes stand before it."""
    for i, sign in enumerate(text):
        if sign.isalnum():
            return text[:i] + sign.upper() + text[i + 1 :]
    return text


def legible(value: Any) -> Any:
    """A text with every sign that pages cannot hold (controls, half characters) shown as a replacement sign."""
    return _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", value) if type(value) is str else value


def speakers_of(claims: Iterable[Claim]) -> tuple[Name, ...]:
    """The cited sources of these claims, those of most reports first; one name for each."""
    reports: dict[str, set[str]] = {}
    names: dict[str, Name] = {}
    for claim in claims:
        for name in claim.attribution.speakers:
            key = name.key or fold(name.text)
            reports.setdefault(key, set()).add(claim.anchor.report_id)
            names[key] = min(names.get(key, name), name, key=lambda n: (-len(n.text), n.text))
    order = sorted(reports, key=lambda k: (-len(reports[k]), names[k].text))
    return tuple({fold(names[k].text): names[k] for k in reversed(order)}.values())[::-1]


def attribution(claims: Sequence[Claim], labels: Mapping[str, str]) -> str:
    """Who says so: "according to A and B", and which reports say it in their own voice.

    `labels` gives the name to show for a report id.  Empty for no claims.
    """
    cited = [c for c in claims if c.attribution.speakers]
    parts = []
    if cited:
        media = sorted({c.attribution.via.text for c in cited if c.attribution.via})
        via = f" (through {enumerated([with_article(m) for m in media])})" if media else ""
        parts.append(f"according to {listed(speakers_of(cited))}{via}")
    if own := own_voices(claims, labels):
        verb = "say" if len({labels[c.anchor.report_id] for c in claims if not c.attribution.speakers}) > 1 else "says"
        parts.append(f"{own} {verb}{' so too' if cited else ''}")
    return "; ".join(parts)


def named_sources(claims: Sequence[Claim], labels: Mapping[str, str]) -> str:
    """Who says so, without a verb: "the Health Ministry; reports 1 and 3"."""
    return "; ".join(part for part in (listed(speakers_of(claims)), own_voices(claims, labels)) if part)


def own_voices(claims: Iterable[Claim], labels: Mapping[str, str]) -> str:
    """The reports among these claims' that say it in their own voice: "Harbour Post and reports 2 and 3"."""
    own = sorted({labels[c.anchor.report_id] for c in claims if not c.attribution.speakers})
    return _own(own) if own else ""


def day_words(day: date, *, year: bool = True) -> str:
    """A day in words: "7 December 2024"."""
    return f"{day.day} {day:%B}" + (f" {day.year}" if year else "")


def period_words(period: Period | None) -> str:
    """When, as words that fit behind a clause, with the basis where it is weak; "" where unknown."""
    if period is None:
        return ""
    if period.basis is Basis.PUBLISHED:
        return f"(reported on {day_words(period.last)})"
    if period.first == period.last:
        return f"on {day_words(period.first)}"
    year = period.first.year != period.last.year
    return f"between {day_words(period.first, year=year)} and {day_words(period.last)}"


def count_words(number: int, singular: str, plural: str | None = None) -> str:
    """A count with its noun: "1 report", "3 reports"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def _own(labels: Sequence[str]) -> str:
    """The reports that speak in their own voice: outlets by name, the others by number."""
    if len(labels) > MOST_NAMED:
        return f"{len(labels)} reports"
    numbers = sorted(int(m[1]) for label in labels if (m := _NUMBERED.fullmatch(label)))
    named = [label for label in labels if not _NUMBERED.fullmatch(label)]
    counted = f"report{'s' if len(numbers) > 1 else ''} {enumerated([str(n) for n in numbers])}" if numbers else ""
    return enumerated([*named, *([counted] if counted else [])])


def _fields(claim: Claim) -> dict[str, str]:
    act = " ".join(claim.act.quote.split()) or "…"
    harm = claim.type is ClaimType.HARM
    targets = [n for n in claim.targets if not harm or fold(n.text) != PEOPLE]
    fields = {
        "actor": listed(claim.actors),
        "target": listed(targets),
        "place": of_place(claim.place.text) if claim.place else "",
        "where": where(claim.place.text) if claim.place else "",
        "act": act if len(act) <= ACT_LENGTH else act[:ACT_LENGTH].rstrip() + "…",
        "mode": claim.mode or "" if harm else "",
    }
    if fields["mode"] and fold(fields["act"]) == fields["mode"]:
        fields["act"] = ""
    if fields["mode"] == "killed" and fold(fields["act"]) in wording()["died"]["words"]:
        fields |= {"died": fields["target"], "died_alone": "" if fields["target"] else "died"}
    return {key: value for key, value in fields.items() if value}


def _fill(patterns: Sequence[str], fields: Mapping[str, str]) -> str:
    for pattern in patterns:
        kept = "".join(part for part, optional in _parts(pattern) if not optional or _known(part, fields))
        if _known(kept, fields):
            return kept.format_map(fields)
    raise ValueError(f"no pattern of {patterns!r} does without fields")


@lru_cache(maxsize=1024)  # more than the table has patterns
def _parts(pattern: str) -> tuple[tuple[str, bool], ...]:
    parts = []
    for i, piece in enumerate(pattern.split("[")):
        inside, closed, after = piece.partition("]")
        if i and closed:
            parts += [(inside, True), (after, False)]
        else:
            parts.append((piece, False))
    return tuple(parts)


def _known(text: str, fields: Mapping[str, str]) -> bool:
    return all(field in fields for field in _asked(text))


@lru_cache(maxsize=1024)
def _asked(text: str) -> tuple[str, ...]:
    """The fields that a pattern has places for."""
    return tuple(field for _, field, _, _ in Formatter().parse(text) if field)


def plural(unit: str, count: int) -> str:
    """A noun that is counted, as this count takes it."""
    if count == 1:
        return unit
    irregular = wording()["plurals"]
    regular = f"{unit[:-2]}en" if unit.endswith("man") else unit if unit.endswith("s") else f"{unit}s"
    return str(irregular.get(unit, regular))
