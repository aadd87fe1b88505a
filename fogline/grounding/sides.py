"""From the name of a party in a report to the actor that it is: by the roster, by country and role, or by its own name."""

from __future__ import annotations

from fogline.grounding.roster import Roster
from fogline.language.words import fold
from fogline.records import Actor, ActorKind, Name

# What mentions note of a party named by a common noun: "force:<country>:<role>".
ROLES = {
    "government": ("military:{}", "side:{}:government"),
    "rebels": ("side:{}:rebels",),
    "state": ("state:{}",),
    "force": (),
}


def actor_of(name: Name, roster: Roster) -> Actor:
    """The actor of a name.  One that the roster does not know is kept under its own folded words, kind `other`."""
    for key in _keys(name):
        actor = roster.get(key)
        if actor is not None:
            return actor
    known = roster.find(name.text)
    if known is not None:
        return known
    if name.key is not None and not name.key.startswith(("country:", "force:")):
        return Actor(name.key, name.text)
    country = name.key.split(":")[1] or None if name.key else None
    return Actor(f"actor:~{fold(name.text)}", name.text, _kind(name), country)


def _keys(name: Name) -> list[str]:
    key = name.key or ""
    if key.startswith("country:"):
        return [f"state:{key.removeprefix('country:')}"]
    if key.startswith("force:"):
        _, country, role = key.split(":", 2)
        return [pattern.format(country) for pattern in ROLES.get(role, ())] if country else []
    return [key] if key else []


def _kind(name: Name) -> ActorKind:
    return ActorKind.SIDE if (name.key or "").startswith("force:") else ActorKind.OTHER
