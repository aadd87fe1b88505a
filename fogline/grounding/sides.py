"""From the name of a party in a report to the actor that it is: by its key, by the roster, or by its own name."""

from __future__ import annotations

from fogline.grounding.roster import Roster
from fogline.language.words import fold
from fogline.records import Actor, ActorKind, Name

COUNTRY = "country:"


def actor_of(name: Name, roster: Roster, *, home: str | None = None) -> Actor:
    """The actor of a name.  One that the roster does not know is kept under its own folded words.

    `home` is the report's main country; it decides between two actors of one acronym.
    """
    key = name.key or ""
    if key.startswith(COUNTRY):
        key = f"state:{key.removeprefix(COUNTRY)}"
    known = roster.get(key) or roster.find(name.text, country=home)
    if known is not None:
        return known
    kind = ActorKind.OTHER if name.text[:1].isupper() else ActorKind.UNNAMED
    return Actor(f"actor:~{fold(name.text)}", name.text, kind)
