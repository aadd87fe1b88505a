"""What may come: what is planned, what hangs on a condition, what is called possible."""

from __future__ import annotations

from fogline.products.line import Group, Section
from fogline.products.lookup import Lookup
from fogline.products.telling import firmest, happening_line, ranked
from fogline.records import Status

_TITLES = {
    Status.PLANNED: "Planned or in preparation",
    Status.CONDITIONAL: "Named as a condition",
    Status.POSSIBLE: "Called possible",
}


def outlook(lookup: Lookup) -> Section:
    """Events that no source says have happened, in the sense in which the sources speak of them."""
    groups = []
    told = [(h, firmest(lookup.known(h.event.claim_ids))) for h in lookup.happenings()]
    for status, title in _TITLES.items():
        lines = [happening_line(lookup, h) for h, sense in told if sense is status]
        if lines:
            groups.append(Group(title, ranked(lines), key=status))
    intro = "Nobody says that any of this has happened." if groups else ""
    return Section("outlook", "What may come", intro, tuple(groups))
