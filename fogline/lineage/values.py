"""Values put for others in one place of a sentence that stays: numbers, bounds, days, units, names."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.language import fold
from fogline.lineage.figures import Figure, bound_before, differ, figures_in, is_year
from fogline.lineage.hunks import Hunk, text_of
from fogline.lineage.lexicon import lexicon
from fogline.lineage.matches import Change, Match
from fogline.lineage.naming import is_form, is_place, misspelled, names_among
from fogline.lineage.tokens import Kind

SHORT = 6  # words dropped or put; a longer run is a clause cut or added, no word of it


def number(match: Match, hunk: Hunk) -> Iterator[Change]:
    """A number put for another."""
    here, there = (figures_in([*hunk.before, *part, *hunk.after], ones=True) for part in (hunk.altered, hunk.original))
    start = len(hunk.before)
    new = [f for f in here if 0 <= f.at - start < len(hunk.altered)]
    gone = [f for f in there if 0 <= f.at - start < len(hunk.original)]
    for before, after in zip(gone, new, strict=False):
        short = max(len(hunk.original), len(hunk.altered)) <= SHORT
        same = before.unit == after.unit and (short or bool(set(before.nouns) & set(after.nouns)))
        if same and differ(before, after) and not _converted(match, after):
            yield Change(after.kind, before.text, after.text)


def _converted(match: Match, after: Figure) -> bool:
    """Whether the source gives the same amount too, in other units."""
    measured = after.unit in {"time", "length"}
    known = (f for s in match.near_original for f in figures_in(s.tokens))
    return measured and any(f.unit == after.unit and not differ(f, after) for f in known)


def bound(_: Match, hunk: Hunk) -> Iterator[Change]:
    """ "At least" before a number that stays, put, dropped or changed; "about" may come and go."""
    if not hunk.after or hunk.after[0].kind is not Kind.NUMBER:
        return
    before, after = (
        bound_before([*hunk.before, *part, hunk.after[0]], len(hunk.before) + len(part))
        for part in (hunk.original, hunk.altered)
    )
    firm = [{"round": ""}.get(bound, bound) for bound in (before, after)]
    if firm[0] != firm[1]:
        number = hunk.after[0].text
        kind = "number" if set(firm) == {"least", "most"} else "scope"
        yield Change(kind, f"{text_of(hunk.original)} {number}".strip(), f"{text_of(hunk.altered)} {number}".strip())


def time(_: Match, hunk: Hunk) -> Iterator[Change]:
    """A weekday, a month or the half of a day put for another; "yesterday" may stand for any weekday."""
    book = lexicon()
    years = [[t.text for t in part if is_year(t)] for part in (hunk.original, hunk.altered)]
    if all(years) and years[0] != years[1]:
        yield Change("time", years[0][0], years[1][0])
    for days in (book.days, book.months):
        gone, new = ([t for t in part if fold(t.text) in days] for part in (hunk.original, hunk.altered))
        if gone and new and days[fold(gone[0].text)] != days[fold(new[0].text)]:
            yield Change("time", gone[0].text, new[0].text)
    halves = [[fold(t.text) for t in part] for part in (hunk.original, hunk.altered)]
    if halves in ([["a"], ["p"]], [["p"], ["a"]]) and hunk.after and hunk.after[0].text == "m":
        yield Change("time", f"{halves[0][0]}.m.", f"{halves[1][0]}.m.")


def measure(_: Match, hunk: Hunk) -> Iterator[Change]:
    """A unit put for another behind a number that stays: 5 "kilometres" and 5 "metres"."""
    units = lexicon().units
    gone, new = ([fold(t.text) for t in part] for part in (hunk.original, hunk.altered))
    if len(gone) == len(new) == 1 and hunk.before and hunk.before[-1].kind is Kind.NUMBER:
        before, after = units.get(gone[0]), units.get(new[0])
        if before and after and before != after:
            number = hunk.before[-1].text
            yield Change("number", f"{number} {gone[0]}", f"{number} {new[0]}")


def name(match: Match, hunk: Hunk) -> Iterator[Change]:
    """A name put for another, or spelled with other consonants; not one that stands elsewhere in the sentence."""
    if max(len(hunk.original), len(hunk.altered)) > SHORT:
        return
    here, there = ({t.key for t in s.tokens} for s in (match.altered, match.original))
    gone = [t for t in names_among(hunk.original) if t.key not in here]
    new = [t for t in names_among(hunk.altered) if t.key not in there]
    pairs = [(a, b) for a in gone for b in new]
    texts = match.original.text, match.altered.text
    forms = any(is_form(a.text, b.text, texts) and not misspelled(a.text, b.text) for a, b in pairs)
    if pairs and not forms and abs(len(gone) - len(new)) <= 1:
        at = len(hunk.before) + hunk.original.index(gone[0])
        kind = "place" if is_place([*hunk.before, *hunk.original], at) else "name"
        yield Change(kind, " ".join(t.text for t in gone), " ".join(t.text for t in new))
