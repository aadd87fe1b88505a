"""Country borders and coasts from the bundled file, cut to a window.  Source: data/README.md"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

Point = tuple[float, float]  # longitude, latitude in degrees
Run = tuple[Point, ...]

_DIGITS = {sign: value for value, sign in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")}


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of the world.  Units: degrees; `west` < `east`, `south` < `north`."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies inside."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def meets(self, other: Window) -> bool:
        """Whether two windows overlap."""
        apart = self.east < other.west or other.east < self.west
        return not (apart or self.north < other.south or other.north < self.south)

    def grown(self, share: float) -> Window:
        """The window made larger on every side by this share of its own size."""
        x, y = (self.east - self.west) * share, (self.north - self.south) * share
        return Window(self.west - x, self.south - y, self.east + x, self.north + y)


@dataclass(frozen=True, slots=True)
class Shape:
    """A line or ring with the window that it fills, so that what lies far off is passed over."""

    run: Run
    box: Window

    @classmethod
    def of(cls, run: Run) -> Shape:
        """The shape of a run of at least one point."""
        lons, lats = [lon for lon, _ in run], [lat for _, lat in run]
        return cls(run, Window(min(lons), min(lats), max(lons), max(lats)))


@dataclass(frozen=True, slots=True)
class Country:
    """A country's rings: outer ones and holes alike, told apart by the even-odd rule."""

    name: str
    rings: tuple[Shape, ...]

    def within(self, window: Window) -> tuple[Run, ...]:
        """Its rings cut to a window; empty where it lies outside."""
        near = (cut_ring(ring.run, window) for ring in self.rings if ring.box.meets(window))
        return tuple(run for run in near if run)

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies in it."""
        return sum(_inside(r.run, lon, lat) for r in self.rings if r.box.holds(lon, lat)) % 2 == 1


@dataclass(frozen=True, slots=True)
class Borders:
    """The countries, the lines of land borders between two of them, and the coasts."""

    countries: tuple[Country, ...]
    land_borders: tuple[Shape, ...]
    coasts: tuple[Shape, ...]

    def country_at(self, lon: float, lat: float) -> str | None:
        """The name of the country that the point lies in; `None` at sea."""
        return next((country.name for country in self.countries if country.holds(lon, lat)), None)


@lru_cache(maxsize=1)
def load() -> Borders:
    """The bundled borders; read once."""
    content = json.loads((files("fogline.products") / "data" / "borders.json").read_text(encoding="utf-8"))
    unit = content["units_per_degree"]
    arcs = [_unpacked(signs, unit) for signs in content["arcs"]]
    uses: Counter[int] = Counter()
    countries = []
    for row in content["countries"]:
        uses.update(~i if i < 0 else i for ring in row["rings"] for i in ring)
        countries.append(Country(row["name"], tuple(Shape.of(_joined(arcs, ring)) for ring in row["rings"])))
    land = tuple(Shape.of(arc) for i, arc in enumerate(arcs) if uses[i] > 1 and len(arc) > 1)
    coasts = tuple(Shape.of(arc) for i, arc in enumerate(arcs) if uses[i] == 1 and len(arc) > 1)
    return Borders(tuple(countries), land, coasts)


def cut_ring(ring: Run, window: Window) -> Run:
    """The part of a ring inside the window, closed along its edges (Sutherland and Hodgman); may be empty."""
    points = list(ring)
    for axis, limit, keep_above in (
        (0, window.west, True),
        (0, window.east, False),
        (1, window.south, True),
        (1, window.north, False),
    ):
        points = _cut_side(points, axis, limit, keep_above=keep_above)
        if not points:
            return ()
    return tuple(points)


def cut_line(line: Shape, window: Window) -> tuple[Run, ...]:
    """The stretches of a line that come near the window; their ends may lie outside of it."""
    if not line.box.meets(window):
        return ()
    runs: list[list[Point]] = []
    open_run = False
    for a, b in pairwise(line.run):
        box = Window(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        if window.meets(box):
            if not open_run:
                runs.append([a])
            runs[-1].append(b)
        open_run = window.meets(box)
    return tuple(tuple(run) for run in runs)


def _unpacked(signs: str, unit: int) -> Run:
    numbers: list[int] = []
    value = shift = 0
    for sign in signs:
        digit = _DIGITS[sign]
        value |= (digit & 31) << shift
        shift += 5
        if not digit & 32:
            numbers.append(-(value >> 1) - 1 if value & 1 else value >> 1)
            value = shift = 0
    x = y = 0
    points: list[Point] = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / unit, y / unit))
    return tuple(points)


def _joined(arcs: list[Run], ring: list[int]) -> Run:
    points: list[Point] = []
    for i in ring:
        arc = arcs[~i][::-1] if i < 0 else arcs[i]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def _inside(ring: Run, lon: float, lat: float) -> bool:
    odd = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def _cut_side(points: list[Point], axis: int, limit: float, *, keep_above: bool) -> list[Point]:
    def kept(point: Point) -> bool:
        return point[axis] >= limit if keep_above else point[axis] <= limit

    out: list[Point] = []
    for a, b in zip([*points[-1:], *points[:-1]], points, strict=True):
        if kept(a) != kept(b):
            share = (limit - a[axis]) / (b[axis] - a[axis])
            out.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
        if kept(b):
            out.append(b)
    return out
