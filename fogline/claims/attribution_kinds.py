"""What kind of source a speaker is, by the key that it was grounded to, else by the words it is described in."""

from __future__ import annotations

import re
from enum import StrEnum

from fogline.claims.lexicon import lexicon
from fogline.records import Name

BEHIND = re.compile(r"\s(?:of|for|in|at|from|with|to|on|based|speaking|living|who)\s")
NO_WORD = re.compile(r"[^\w’'-]+")


class SourceKind(StrEnum):
    """Who a speaker is, in the sense that weighs the word."""

    PARTY = "party"  # to the conflict: an army, an armed group, their spokesmen and commanders
    MONITOR = "monitor"  # a war monitor or rights group
    BODY = "official body"  # a government, a ministry, the UN, an aid agency, a hospital
    RESIDENT = "resident"  # residents, witnesses, people of a trade in the place
    UNNAMED = "unnamed"  # "two security sources", "a diplomat"
    MEDIUM = "medium"  # a news agency, a channel


BY_KEY = {
    "group": SourceKind.PARTY,
    "military": SourceKind.PARTY,
    "airforce": SourceKind.PARTY,
    "navy": SourceKind.PARTY,
    "side": SourceKind.PARTY,
    "monitor": SourceKind.MONITOR,
    "body": SourceKind.BODY,
    "ministry": SourceKind.BODY,
    "police": SourceKind.BODY,
    "state": SourceKind.BODY,
    "country": SourceKind.BODY,
    "agency": SourceKind.MEDIUM,
}
ONLY_HEADS = (SourceKind.RESIDENT, SourceKind.UNNAMED)  # "people" in "people's army" tells nothing
LISTS = (
    ("of_medium", SourceKind.MEDIUM),
    ("of_monitor", SourceKind.MONITOR),
    ("of_resident", SourceKind.RESIDENT),
    ("of_party", SourceKind.PARTY),
    ("of_body", SourceKind.BODY),
    ("of_unnamed", SourceKind.UNNAMED),
)


def kind_of(name: Name) -> SourceKind | None:
    """The kind of source; `None` for a person of whom no more than the name is known.

    A spokesman, commander or member is of the kind of what he speaks for; an official, officer or source of nobody in
    particular is unnamed, whatever the service.
    """
    head, rest = _parts(name.text)
    if head in lexicon("speech")["of_unnamed"]:
        return SourceKind.UNNAMED
    if name.key is not None and (by_key := BY_KEY.get(name.key.partition(":")[0])) is not None:
        return by_key
    of = next((kind for word in rest if (kind := _by_word(word)) not in (None, *ONLY_HEADS)), None)
    if head in lexicon("speech")["speaks_for"]:
        return of or SourceKind.UNNAMED
    return _by_word(head) or of


def _parts(text: str) -> tuple[str, list[str]]:
    """The head noun in the singular, and the other words, the nearest to the head first."""
    words = [word for word in NO_WORD.split(BEHIND.split(text.lower())[0]) if word]
    others = [word for word in NO_WORD.split(text.lower()) if word]
    if not words:
        return "", others
    return _singular(words[-1]), [*reversed(words[:-1]), *others[len(words) :]]


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word.removesuffix("men") + "man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _by_word(word: str) -> SourceKind | None:
    lists, bare = lexicon("speech"), _singular(word.removesuffix("'s").removesuffix("’s").rstrip("'’"))
    return next((kind for key, kind in LISTS if word in lists[key] or bare in lists[key]), None)
