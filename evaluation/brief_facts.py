"""What a record's claims and rows say, as a brief's sentences are held against it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from evaluation.brief_words import MONTH, Sentence, any_of, bared, row_of, table
from fogline.records import Claim, ClaimType, Corpus, Dispute, Event, Holding, Name, Origin, Period, Reading, Views

UNAIMED = frozenset(map(ClaimType, ("capture", "withdraw", "hold", "advance", "besiege", "deploy", "close", "reopen")))
MUTUAL = frozenset({ClaimType.CLASH, ClaimType.MEET})
FIRM_FIRST = ("asserted", "planned", "possible", "conditional", "denied")


Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows of a record by their ids, and how its reports are called."""

    corpus: Corpus
    claims: Mapping[str, Claim]
    events: Mapping[str, Event]
    holdings: Mapping[str, Holding]
    disputes: Mapping[str, Dispute]
    origins: Mapping[str, Origin]
    origin_of: Mapping[str, str]
    readings: Mapping[str, Reading]
    numbers: Mapping[str, int]
    places: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, corpus: Corpus, views: Views, numbers: Mapping[str, int]) -> Facts:
        """The facts of a record.  `numbers` are those that the brief gives its reports."""
        places: dict[str, set[str]] = {}
        for name in (c.place for c in corpus.claims()):
            if name is not None and name.key:
                places.setdefault(name.key, set()).add(name.text)
        return cls(
            corpus,
            {c.claim_id: c for c in corpus.claims()},
            {e.event_id: e for e in views.events},
            {h.holding_id: h for h in views.holdings},
            {d.dispute_id: d for d in views.disputes},
            {o.origin_id: o for o in views.lineage.origins},
            {r: o.origin_id for o in views.lineage.origins for r in o.report_ids},
            {r.report_id: r for r in corpus.readings},
            numbers,
            {key: frozenset(texts) for key, texts in places.items()},
        )

    def label(self, claim: Claim) -> str:
        """How a brief calls the report of a claim: by its outlet, else by its number."""
        return self.called(claim.anchor.report_id)

    def called(self, report_id: str) -> str:
        """How a brief calls a report."""
        return self.readings[report_id].outlet or f"report {self.numbers[report_id]}"

    def side(self, name: Name | None) -> str:
        """The actor at the end of the chain of sides."""
        key, seen = key_of(name), set[str]()
        while key not in seen and (actor := self.corpus.actors.get(key)) and actor.side:
            seen.add(key)
            key = actor.side
        return min(seen) if key in seen else key

    def origin(self, report_id: str) -> str:
        """The origin of a report: itself where lineage knows none."""
        return self.origin_of.get(report_id, report_id)

    def words(self, claims: Iterable[Claim]) -> int:
        """How many pairs of an origin and a cited source these claims give, none used twice."""
        edges: dict[str, set[str]] = {}
        for claim in claims:
            origin, speakers = self.origin(claim.anchor.report_id), claim.attribution.speakers
            kept = {self.side(n) for n in speakers if key_of(n) not in self.corpus.judged.doubted}
            edges.setdefault(origin, set()).update(kept if speakers else {f"own voice of {origin}"})
        return _largest(list(edges.values()), {})


@dataclass(frozen=True, slots=True)
class Case:
    """One line to be held against the facts, as JSON has it: with its group, and the claims that it carries."""

    facts: Facts
    line: Row
    group: Row
    claims: Sequence[Claim]


def _largest(sources: Sequence[set[str]], taken: dict[str, int]) -> int:
    """The size of a largest matching of each set with one of its members."""

    def give(at: int, tried: set[str]) -> bool:
        for source in sorted(sources[at] - tried):
            tried.add(source)
            if source not in taken or give(taken[source], tried):
                taken[source] = at
                return True
        return False

    return sum(give(at, set()) for at in range(len(sources)))


def key_of(name: Name | None) -> str:
    """What two names share that mean the same."""
    if name is None:
        return ""
    return name.key or _plain(name.text)


def _plain(text: str) -> str:
    """Words in small letters, without accents and apostrophes."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", re.sub("['’]", "", bare).casefold()))


def keys_of(names: Iterable[Name]) -> frozenset[str]:
    """The same for several names."""
    return frozenset(key_of(name) for name in names)


def says_names(text: str, names: Sequence[Name]) -> bool:
    """Whether these words are these names, all of them, in their order, with or without articles."""
    return bool(re.fullmatch(row_of_names(names), text, flags=re.IGNORECASE))


def says_any(text: str, names: Iterable[str]) -> set[str]:
    """Which of these names stand in a row of names; raises ValueError where something else stands there."""
    known = sorted({n for n in names if n.strip()}, key=lambda n: -len(bared(n)))
    if not known or not re.fullmatch(row_of(any_of(known)), text, flags=re.IGNORECASE):
        raise ValueError(text)
    found, rest = set(), text
    while rest:
        for name in known:
            got = re.match(rf"{any_of([name])}(?=, | and |$)", rest, flags=re.IGNORECASE)
            if got and (got.end() == len(rest) or re.match(r"(?:, | and )", rest[got.end() :])):
                found.add(name)
                rest = re.sub(r"^(?:, | and )", "", rest[got.end() :])
                break
        else:
            raise ValueError(text)
    return found


def days(text: str) -> Period | None:
    """The days that words tell: "on 7 May 2024", "between 5 and ...", "(reported on ...)"."""
    found = re.findall(rf"\b(\d{{1,2}}) ({MONTH})(?: (\d{{4}}))?", text)
    if not found:
        return None
    year = found[-1][2]
    told = [datetime.strptime(f"{d} {m} {y or year}", "%d %B %Y").date() for d, m, y in found]
    return Period(min(told), max(told))


def same_days(one: Period | None, other: Period | None) -> bool:
    """Whether two periods are of the same days, whatever their basis."""
    return bool(one and other) and (one.first, one.last) == (other.first, other.last)  # type: ignore[union-attr]


def best_fits(readings: Sequence[Sentence], claims: Sequence[Claim]) -> list[tuple[Sentence, Claim]]:
    """The ways to take a sentence in which a claim says it, each with that claim: first those that leave out least."""
    found = [(s, c) for s in readings for c in claims if not fits(s, c)]
    return sorted(found, key=lambda row: (_unsaid(*row), row[1].claim_id))


def says_as_much(sentence: Sentence, claim: Claim, other: Claim) -> bool:
    """Whether the sentence is the other claim's too, word by word, and leaves out no more of it."""
    return not fits(sentence, other) and _unsaid(sentence, claim) == _unsaid(sentence, other)


def _unsaid(sentence: Sentence, claim: Claim) -> int:
    parts = sentence.parts
    return sum(
        bool(names) and role not in parts for role, names in (("actor", claim.actors), ("target", claim.targets))
    )


def fits(sentence: Sentence, claim: Claim) -> str:
    """The first field of the sentence that this claim does not say; "" where it says them all."""
    if claim.type != sentence.type:
        return "type"
    if claim.status != sentence.kind:
        return "status"
    if missing := next((f for w, f in table()["unnamed"].items() if w in sentence.form and _has(claim, f)), ""):
        return missing
    if claim.type == "harm" and table()["died"]["forms"] in sentence.form and not _died(claim):
        return "act"
    own = {"actor": claim.actors, "target": claim.targets, "place": (claim.place,) if claim.place else ()}
    whole = re.escape(sentence.form)
    for role, names in own.items():
        whole = whole.replace(rf"\{{{role}\}}", row_of_names(names))
    whole = whole.replace(r"\{where\}", rf"(?:in|at|on) {row_of_names(own['place'])}")
    whole = whole.replace(r"\{act\}", "(?P<act>.+?)").replace(r"\{mode\}", re.escape(claim.mode or "?"))
    found = re.fullmatch(whole, sentence.clause, flags=re.IGNORECASE)
    if found is None:
        parts = sentence.parts
        return next((r for r, names in own.items() if r in parts and not says_names(parts[r], names)), "mode")
    return "" if "act" not in found.groupdict() or _quotes(found["act"], claim) else "act"


def _has(claim: Claim, field: str) -> bool:
    return bool(aims(claim) if field == "targets" else getattr(claim, field))


def _died(claim: Claim) -> bool:
    return claim.mode == "killed" and _plain(claim.act.quote) in table()["died"]["words"]


def row_of_names(names: Sequence[Name]) -> str:
    """An expression for these names, all of them, in their order, with or without articles."""
    items = [any_of([n.text]) for n in names]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else "(?!)"


def _quotes(act: str, claim: Claim) -> bool:
    whole = " ".join(claim.act.quote.split())
    return act == whole or (act.endswith("…") and whole.startswith(act[:-1].rstrip()))


def alike(one: Claim, other: Claim) -> bool:
    """Whether two claims tell the same: their type and sense, who acts, where, and what is quoted of them."""
    same = one.type == other.type and one.status == other.status and key_of(one.place) == key_of(other.place)
    if not same or _shown(one) != _shown(other):
        return False
    if one.type in MUTUAL:
        return keys_of((*one.actors, *one.targets)) == keys_of((*other.actors, *other.targets))
    aimed = one.type in UNAIMED or keys_of(aims(one)) == keys_of(aims(other))
    return aimed and keys_of(one.actors) == keys_of(other.actors)


def aims(claim: Claim) -> list[Name]:
    """Whom it is done to; "people" come to harm where nobody is named."""
    return [n for n in claim.targets if claim.type != "harm" or _plain(n.text) != "people"]


def _shown(claim: Claim) -> str:
    act = _plain(claim.act.quote)
    return {"harm": claim.mode or act, "form": act}.get(claim.type, "")


def firmest(claims: Iterable[Claim]) -> str:
    """The firmest sense in which any of the claims is made."""
    return min((str(c.status) for c in claims), key=FIRM_FIRST.index, default="asserted")


def day_of(text: str) -> date | None:
    """A single day in ISO form."""
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
