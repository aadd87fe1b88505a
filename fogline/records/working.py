"""How a part of the record was worked out: from what, and what came of it, so that it need not be worked out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

T = TypeVar("T")
Lookup = tuple[str, str]  # a table of the whole record, and what was looked up in it


@dataclass(frozen=True, slots=True)
class Working:
    """What was found of one part of the record.

    `own` stands for the claims of the part, and for the rules; `asked` is what was looked up beside them, and `told`
    stands for the answers; `found` are the ids of the views that came of it.
    """

    part: str
    own: str
    asked: tuple[Lookup, ...]
    told: str
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """A view that stands in the record as it was found: it is not read again.  `order` is that of its kind."""

    view_id: str
    order: tuple[str, ...] = ()

    @property
    def event_id(self) -> str:
        """Its id, where it is an event."""
        return self.view_id

    @property
    def dispute_id(self) -> str:
        """Its id, where it is a dispute."""
        return self.view_id

    @property
    def kind(self) -> str:
        """None that is told: disputes over figures are given themselves, and of others nobody asks."""
        return ""


@dataclass
class Workings:
    """The workings of the views as they stand, each by its part, with these views by their ids; and those made now.

    `views` has the views themselves, or what stands for those that the record holds.
    """

    before: Mapping[str, Working] = field(default_factory=dict)
    views: Mapping[str, object] = field(default_factory=dict)
    now: dict[str, Working] = field(default_factory=dict)

    def found(self, working: Working, kind: type[T]) -> list[T] | None:
        """The views of an earlier working, or a `Stored` for each; `None` where one of them is not there."""
        views = [self.views.get(view_id) for view_id in working.found]
        kept = [view for view in views if isinstance(view, kind | Stored)]
        return cast("list[T]", kept) if len(kept) == len(views) else None

    def note(self, working: Working) -> None:
        """Remember a working for the next time."""
        self.now[working.part] = working
