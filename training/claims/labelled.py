"""The labelled sentences of `data/`: read, checked, counted.  `README.md` gives the form."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

DATA = Path(__file__).parent / "data"
TYPES = frozenset({
    "capture", "withdraw", "hold", "advance", "besiege", "clash", "attack", "deploy", "close", "reopen", "support",
    "meet", "designate", "warn", "form", "harm", "link",
})  # fmt: skip
STATUSES = frozenset({"asserted", "denied", "planned", "conditional", "possible"})
ROLES = ("actor", "target", "place", "source")
FIELDS = frozenset({*ROLES, "via", "status", "when"})
_NAME = re.compile(r"^(?P<name>[^{}]+?)\s*(?:\{(?P<words>[^{}]*)\})?$")


class Wrong(ValueError):
    """A line that does not follow the form."""


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what fills a role: the name, and the words of the sentence that stand for it (`None`: none do)."""

    name: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Label:
    """One claim: its type, the word that tells it (and which occurrence), and for each role the fair fillers.

    `roles[r]` is a list of fair readings, each a list of fillers taken together.
    """

    type: str
    act: str
    occurrence: int
    roles: dict[str, list[list[Role]]]
    status: str = "asserted"
    when: tuple[date, date] | None = None
    via: str | None = None
    optional: bool = False


@dataclass(slots=True)
class Sentence:
    """One sentence, whether it opens a paragraph, and its claims."""

    text: str
    opens: bool
    labels: list[Label] = field(default_factory=list)


@dataclass(slots=True)
class Labelled:
    """One report with its sentences; `names` maps each name of its file to its other names."""

    id: str
    outlet: str
    day: date | None
    style: str
    names: dict[str, list[str]]
    sentences: list[Sentence] = field(default_factory=list)


def read(path: Path) -> list[Labelled]:
    """The reports of one file; raises `Wrong` with the line's number at the first line that is not in the form."""
    names: dict[str, list[str]] = {}
    reports: list[Labelled] = []
    opens = True
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            text = line.strip()
            if not text:
                opens = True
            elif text.startswith("@ "):
                name, _, others = text[2:].partition("=")
                names[name.strip()] = [o.strip() for o in others.split(";") if o.strip()]
            elif text.startswith("# "):
                reports.append(_report(text[2:], names))
                opens = True
            elif text.startswith(("- ", "? ")):
                sentence = reports[-1].sentences[-1]
                sentence.labels.append(_label(text[2:], sentence.text, names, optional=text[0] == "?"))
            else:
                reports[-1].sentences.append(Sentence(text, opens))
                opens = False
        except (Wrong, IndexError, ValueError) as wrong:
            raise Wrong(f"{path.name}:{number}: {wrong}: {line.strip()[:160]}") from None
    return reports


def _report(text: str, names: dict[str, list[str]]) -> Labelled:
    parts = [p.strip() for p in text.split("|")]
    if len(parts) != 4:
        raise Wrong("a report's line has four parts: id | outlet | day | style")
    return Labelled(parts[0], parts[1], None if parts[2] == "-" else date.fromisoformat(parts[2]), parts[3], names)


def _label(text: str, sentence: str, names: dict[str, list[str]], *, optional: bool) -> Label:
    kind, act, *rest = [p.strip() for p in text.split("|")]
    if kind not in TYPES:
        raise Wrong(f"no type {kind!r}")
    word, _, occurrence = act.partition("#")
    found = len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", sentence))
    if found < int(occurrence or 1):
        raise Wrong(f"the word {act!r} does not stand in the sentence")
    roles: dict[str, list[list[Role]]] = {}
    other: dict[str, str] = {}
    for part in rest:
        key, sign, value = part.partition("=")
        key, value = key.strip(), value.strip()
        if key not in FIELDS or not sign or not value:
            raise Wrong(f"no field {part!r}")
        if key in ROLES:
            roles[key] = [[_role(v, sentence, names) for v in way.split(" + ")] for way in value.split(" / ")]
        else:
            other[key] = value
    status = other.get("status", "asserted").split(" / ")[0]
    if status not in STATUSES:
        raise Wrong(f"no status {status!r}")
    return Label(kind, word, int(occurrence or 1), roles, status, _when(other.get("when")), other.get("via"), optional)


def _role(text: str, sentence: str, names: dict[str, list[str]]) -> Role:
    match = _NAME.match(text.strip())
    if match is None:
        raise Wrong(f"no name {text!r}")
    name, words = match["name"].strip(), match["words"]
    if words == "-":
        return Role(name, None)
    if words is not None:
        if words.strip() not in sentence:
            raise Wrong(f"the words {words!r} do not stand in the sentence")
        return Role(name, words.strip())
    low = sentence.lower()
    for known in sorted([name, *names.get(name, [])], key=len, reverse=True):
        at = re.search(rf"(?<!\w){re.escape(known.lower())}(?!\w)", low)
        if at:
            return Role(name, sentence[at.start() : at.end()])
    raise Wrong(f"{name!r} does not stand in the sentence: add {{words}}, or {{-}}")


def _when(text: str | None) -> tuple[date, date] | None:
    if text is None:
        return None
    first, _, last = text.split(" / ")[0].partition("..")
    days = date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip())
    if days[1] < days[0]:
        raise Wrong("the period ends before it begins")
    return days


def iter_reports(folder: Path = DATA) -> Iterator[tuple[str, Labelled]]:
    """(conflict, report) of every file, in the order of their names."""
    for path in sorted(folder.glob("*.txt")):
        for report in read(path):
            yield path.stem, report


def main() -> int:
    """Check the files named on the command line (all by default); print what is wrong with each, and the counts."""
    bad = total = claims = empty = 0
    for path in [Path(a) for a in sys.argv[1:]] or sorted(DATA.glob("*.txt")):
        try:
            reports = read(path)
        except Wrong as wrong:
            print(wrong)
            bad += 1
            continue
        sentences = [s for r in reports for s in r.sentences]
        made = sum(not la.optional for s in sentences for la in s.labels)
        print(f"{path.stem}: {len(reports)} reports, {len(sentences)} sentences, {made} claims")
        total, claims = total + len(sentences), claims + made
        empty += sum(not s.labels for s in sentences)
    print(f"{total} sentences ({empty} without a claim), {claims} claims; {bad} files wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
