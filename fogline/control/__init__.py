"""Who holds which place, how well that is founded, and what the sources contradict one another about."""

from fogline.control.disputes import dispute
from fogline.control.grading import Grader, grade_events
from fogline.control.holdings import hold
from fogline.control.queries import at
from fogline.control.rulings import changes_claims, judged, trusted
from fogline.control.shown import renamed, shown
from fogline.control.watching import World

__all__ = [
    "Grader", "World", "at", "changes_claims", "dispute", "grade_events", "hold", "judged", "renamed", "shown",
    "trusted",
]  # fmt: skip
