"""Claims that tell of the same happening."""

from fogline.events.gather import gather, gather_kept
from fogline.events.rulings import is_on_events, regroup

__all__ = ["gather", "gather_kept", "is_on_events", "regroup"]
