"""What a report names, in short: the words, and the name, kind or key that they were given."""

from __future__ import annotations

from fogline.records import Mention, MentionKind
from tests.claims.reports import named


def mentions(raw: str, *kinds: MentionKind) -> list[Mention]:
    """The mentions of these kinds; of all kinds where none is given."""
    return [m for m in named(raw).mentions or () if not kinds or m.kind in kinds]


def places(raw: str) -> list[tuple[str, str]]:
    """The words and the name of each place."""
    return [(m.anchor.quote, m.name.text) for m in mentions(raw, MentionKind.PLACE)]


def actors(raw: str) -> list[tuple[str, str]]:
    """The words and the name of each actor and person."""
    return [(m.anchor.quote, m.name.text) for m in mentions(raw, MentionKind.ACTOR, MentionKind.PERSON)]
