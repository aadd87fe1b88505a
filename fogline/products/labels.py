"""Where the names stand on a map, so that none covers another or a marker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LETTER_WIDTH = 0.63  # of the type size, on average over a bold sans-serif face
GAP = 4.0

# Where a name may stand, the best first: steps right and down from the marker's middle, and the end that is anchored.
_SEATS = (
    (1, 0, "start"), (-1, 0, "end"), (1, -1, "start"), (1, 1, "start"), (-1, -1, "end"), (-1, 1, "end"),
    (0, -1.6, "middle"), (0, 1.6, "middle"), (2, -2.2, "start"), (2, 2.2, "start"), (-2, -2.2, "end"), (-2, 2.2, "end"),
    (3.2, 0, "start"), (-3.2, 0, "end"), (2.6, -3.8, "start"), (2.6, 3.8, "start"), (-2.6, -3.8, "end"),
    (-2.6, 3.8, "end"),
)  # fmt: skip
_FAR = 1.7  # steps beyond which a line leads from the marker to its name


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page.  Units: pixels of the drawing, downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)

    def within(self, other: Box) -> bool:
        """Whether it lies wholly inside the other."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its seat: the text's anchor point and end, its box, and whether a line leads to it."""

    text: str
    x: float
    y: float
    end: str
    box: Box
    leader: bool


def text_width(text: str, size: float) -> float:
    """About how wide a text is set.  Units: pixels."""
    return len(text) * size * LETTER_WIDTH


def text_box(text: str, x: float, y: float, *, end: str, size: float) -> Box:
    """The box of a text whose middle line is at `y` and whose `end` (start, middle, end) is at `x`."""
    width = text_width(text, size)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[end]
    return Box(left, y - size * 0.6, left + width, y + size * 0.6)


def seat(
    points: Sequence[tuple[str, float, float]], *, radius: float, size: float, frame: Box, taken: Iterable[Box] = ()
) -> list[Label | None]:
    """A seat for each name beside its point, in the order given; `None` where there is no room for it.

    Shape: one entry per point (text, x, y).  A name covers no marker, no box in `taken`, no earlier name.
    """
    markers = [Box(x - radius, y - radius, x + radius, y + radius) for _, x, y in points]
    full = [*taken]
    seats: list[Label | None] = []
    for i, point in enumerate(points):
        others = [*full, *markers[:i], *markers[i + 1 :]]
        free = (s for s in _seats(point, radius=radius, size=size) if s.box.within(frame))
        label = next((s for s in free if not any(s.box.meets(other) for other in others)), None)
        seats.append(label)
        if label:
            full.append(label.box)
    return seats


def _seats(point: tuple[str, float, float], *, radius: float, size: float) -> Iterator[Label]:
    """All seats of a name, the best first."""
    text, x, y = point
    step = radius + GAP
    for right, down, end in _SEATS:
        at_x, at_y = x + right * step, y + down * step
        box = text_box(text, at_x, at_y, end=end, size=size)
        yield Label(text, at_x, at_y, end, box, abs(right) > _FAR or abs(down) > _FAR)
