"""Who says so: whether those whom a sentence names say it, and whether all who say it are named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from evaluation.brief_facts import Facts, key_of, keys_of, says_any, says_as_much
from evaluation.brief_words import Sentence, Words
from fogline.records import Claim


def words_of(facts: Facts, claims: Iterable[Claim], more: Iterable[str] = ()) -> Words:
    """The expressions for lines that rest on these claims."""
    held = list(claims)
    names = {n.text for c in held for n in (*c.actors, *c.targets, *c.attribution.speakers)}
    names |= {n.text for c in held for n in (c.place, c.attribution.via) if n}
    return Words(names | set(more), {facts.label(c) for c in held}, (str(c.type) for c in held))


def attributed(
    facts: Facts, parts: Mapping[str, str], fitting: Sequence[Claim], same: Callable[[Claim], list[Claim]]
) -> tuple[Claim, list[Claim], list[str]]:
    """Of the claims that a sentence fits the one whose like are told by those who are named; and what is wrong."""
    tried = [(c, those, list(sources(facts, parts, those))) for c in fitting for those in [same(c)]]
    return next((row for row in tried if not row[2]), tried[0])


def told_alike(facts: Facts, sentence: Sentence, same: Sequence[Claim], one: Claim, other: Claim) -> bool:
    """Whether a sentence tells another claim too that has its words, of somebody else of the same name."""
    return says_as_much(sentence, one, other) and not any(sources(facts, sentence.parts, [*same, other]))


def sources(facts: Facts, parts: Mapping[str, str], claims: Sequence[Claim]) -> Iterator[str]:
    """Whether those who are named say so, and whether all who say so are named."""
    cited = [n for c in claims for n in c.attribution.speakers]
    wanted = keys_of(cited)
    text = parts.get("speakers") or parts.get("who")
    named: set[str] = set()
    if text:
        try:
            found = says_any(text, (n.text for n in cited))
        except ValueError:
            yield f"speaker: {text}"
            return
        named = {key_of(n) for n in cited if n.text in found}
    if named != wanted and len({n.text for n in cited}) > len(named):
        # one text may stand for two keys: then who is named is told apart by words alone
        texts = {n.text.casefold() for n in cited if key_of(n) in named}
        if any(key not in named and n.text.casefold() not in texts for n in cited for key in [key_of(n)]):
            yield f"speaker left out: {len(wanted - named)}"
    if "media" in parts:
        media = [c.attribution.via.text for c in claims if c.attribution.via]
        try:
            says_any(parts["media"], media)
        except ValueError:
            yield f"medium: {parts['media']}"
    yield from _own(facts, parts.get("own"), claims)


def _own(facts: Facts, text: str | None, claims: Sequence[Claim]) -> Iterator[str]:
    """Whether the reports that are said to speak for themselves are those that do."""
    labels = {facts.label(c) for c in claims if not c.attribution.speakers}
    if text is None:
        if labels:
            yield f"report left out: {len(labels)}"
        return
    counted = re.fullmatch(r"(\d+) reports", text)
    if counted:
        if int(counted[1]) != len(labels):
            yield f"count: {text} for {len(labels)}"
        return
    numbers, rest = set[int](), text
    tail = re.search(r"(?:^|, | and )reports? (\d+(?:, \d+)*(?: and \d+)?)$", text, flags=re.IGNORECASE)
    if tail:
        numbers = {int(n) for n in re.findall(r"\d+", tail[1])}
        rest = text[: tail.start()]
    wanted = {int(m[1]) for label in labels if (m := re.fullmatch(r"report (\d+)", label))}
    outlets = {label for label in labels if not re.fullmatch(r"report \d+", label)}
    try:
        named = says_any(rest, outlets) if rest else set()
    except ValueError:
        named = set()
    if numbers != wanted or named != outlets:
        yield f"report: {text}"
