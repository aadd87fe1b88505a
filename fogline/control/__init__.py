"""Who holds which place, how well that is founded, and what the sources contradict one another about."""

from fogline.control.disputes import dispute
from fogline.control.holdings import hold
from fogline.control.queries import at

__all__ = ["at", "dispute", "hold"]
