"""Claims that tell of the same happening."""

from fogline.events.gather import gather
from fogline.events.rulings import regroup

__all__ = ["gather", "regroup"]
