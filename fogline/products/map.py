"""A map of the places on the day: who is said to hold them, and how firmly."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from fogline.products import borders
from fogline.products.borders import Borders, Run, Window
from fogline.products.labels import Box, Label, seat, text_box, text_width
from fogline.products.line import Spot
from fogline.products.pages import template
from fogline.records import Control, PlaceKind

WIDTH = 760.0
NARROWEST, WIDEST = 0.62, 1.0  # height of the drawing as a share of its width
RADIUS, LABEL_SIZE, COUNTRY_SIZE, ROW = 7.5, 13.0, 12.0, 26.0
LEAST_SPAN_DEG = 0.9
KM_PER_DEGREE = 111.2
SPREAD = 6.0  # medians of distance beyond which a place is left outside of the window
MARGIN = 10.0
MOST_COUNTRIES = 40  # beyond which their names would say nothing
AREAS = {PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.DISTRICT}

# Okabe and Ito (2008), "Color Universal Design": told apart with every common form of colour blindness.
PALETTE = (
    ("#0072b2", "#ffffff"), ("#d55e00", "#ffffff"), ("#009e73", "#ffffff"), ("#cc79a7", "#111111"),
    ("#e69f00", "#111111"), ("#56b4e9", "#111111"), ("#f0e442", "#111111"),
)  # fmt: skip
REST = ("#8a8a8a", "#ffffff")


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder in the legend: the letter and colours of its markers."""

    name: str
    letter: str
    fill: str
    ink: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Marker:
    """A place on the page.  Units: pixels of the drawing."""

    spot: Spot
    x: float
    y: float
    area: bool
    holder: Holder | None
    label: Label | None


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of the world on the page, north up (equirectangular, true to scale in the middle)."""

    window: Window
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """The point of the page of a place.  Units: degrees in, pixels out."""
        x = (lon - self.window.west) / (self.window.east - self.window.west) * WIDTH
        y = (self.window.north - lat) / (self.window.north - self.window.south) * self.height
        return round(x, 1), round(y, 1)

    @property
    def km_per_pixel(self) -> float:
        """How many kilometres a pixel is, from south to north."""
        return (self.window.north - self.window.south) * KM_PER_DEGREE / self.height


@dataclass(frozen=True, slots=True)
class Stretch:
    """A way between two located places.  Units: degrees, WGS 84; `lost` where it would be cut."""

    one: tuple[float, float]  # longitude, latitude
    other: tuple[float, float]
    text: str
    lost: bool = False


def draw(spots: Sequence[Spot], *, title: str, described_by: str = "fog-map", ways: Sequence[Stretch] = ()) -> str:
    """The map as one SVG element, styles within; "" where no place is located.

    `described_by` begins the ids of its title and description, so that a page may hold several maps.
    """
    shown, outside = _shown(spots)
    if not shown:
        return ""
    frame = _frame([(s.lon, s.lat) for s in shown])
    land = borders.load()
    near = frame.window.grown(0.05)
    focus = _focus(land, shown)
    holders = legend(spots)
    bar_km, bar = _bar(frame)
    corners = [Box(0, frame.height - 42, bar + 40, frame.height), Box(WIDTH - 44, 0, WIDTH, 56)]
    markers = _markers(shown, holders, frame, taken=corners)
    keys, legend_height = _keys(holders)
    taken = [*corners, *(m.label.box for m in markers if m.label), *(_disc(m) for m in markers)]
    return template("map.svg.j2").render(
        title=title,
        desc=" ".join((_description(spots), *(way.text for way in ways))),
        id=described_by,
        width=WIDTH,
        height=frame.height,
        full_height=round(frame.height + legend_height),
        radius=RADIUS,
        countries=_countries(land, near, frame, focus),
        names=_country_names(land, frame, taken),
        borders=[_path(frame, run) for line in land.land_borders for run in borders.cut_line(line, near)],
        coasts=[_path(frame, run) for line in land.coasts for run in borders.cut_line(line, near)],
        markers=markers,
        ways=[(way, *frame.at(*way.one), *frame.at(*way.other)) for way in ways],
        lost=any(way.lost for way in ways),
        keys=keys,
        statuses=_statuses(spots),
        areas=any(m.area for m in markers),
        bar=bar,
        bar_km=bar_km,
        outside=[s.place for s in outside],
        nameless=[m.spot.place for m in markers if not m.label],
        legend_top=frame.height,
    )


def legend(spots: Iterable[Spot]) -> dict[str, Holder]:
    """A letter and a colour for each holder, for the one of most places first."""
    tally = Counter(s.holder for s in spots if s.holder)
    order = sorted(tally, key=lambda name: (-tally[name], name))
    colours = [*PALETTE, *([REST] * len(order))]
    return {
        name: Holder(name, _letter(i), fill, ink)
        for i, (name, (fill, ink)) in enumerate(zip(order, colours, strict=False))
    }


def _letter(i: int) -> str:
    return chr(ord("A") + i) if i < 26 else "·"


def _shown(spots: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """The places of the war's own region, and those far off that would shrink it to a dot."""
    if len(spots) < 3:
        return list(spots), []
    middle = median(s.lat for s in spots), median(s.lon for s in spots)
    away = {s: math.hypot(s.lat - middle[0], s.lon - middle[1]) for s in spots}
    limit = max(median(away.values()) * SPREAD, LEAST_SPAN_DEG * 2)
    return [s for s in spots if away[s] <= limit], [s for s in spots if away[s] > limit]


def _frame(points: Sequence[tuple[float, float]]) -> Frame:
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    stretch = max(math.cos(math.radians((south + north) / 2)), 0.2)
    tall = max(north - south, LEAST_SPAN_DEG) * 1.24
    wide = max((east - west) * stretch, LEAST_SPAN_DEG) * 1.34
    height = min(max(tall / wide, NARROWEST), WIDEST)
    tall, wide = max(tall, wide * height), max(wide, tall / height)
    lon, lat = (west + east) / 2, (south + north) / 2
    window = Window(lon - wide / stretch / 2, lat - tall / 2, lon + wide / stretch / 2, lat + tall / 2)
    return Frame(window, round(WIDTH * height))


def _focus(land: Borders, spots: Iterable[Spot]) -> str | None:
    tally = Counter(land.country_at(s.lon, s.lat) for s in spots)
    return min(tally, key=lambda name: (-tally[name], str(name)))


def _markers(spots: Sequence[Spot], holders: dict[str, Holder], frame: Frame, *, taken: Sequence[Box]) -> list[Marker]:
    order = sorted(spots, key=lambda s: (s.kind in AREAS, -s.origins, s.place))
    points = [(s.place, *frame.at(s.lon, s.lat)) for s in order]
    inside = Box(MARGIN, MARGIN, WIDTH - MARGIN, frame.height - MARGIN)
    labels = seat(points, radius=RADIUS + 4, size=LABEL_SIZE, frame=inside, taken=taken)
    made = [
        Marker(spot, x, y, spot.kind in AREAS, holders.get(spot.holder or ""), label)
        for spot, (_, x, y), label in zip(order, points, labels, strict=True)
    ]
    return made[::-1]  # the most attested is drawn last, over the others


def _disc(marker: Marker) -> Box:
    reach = RADIUS + 3
    return Box(marker.x - reach, marker.y - reach, marker.x + reach, marker.y + reach)


def _countries(land: Borders, near: Window, frame: Frame, focus: str | None) -> list[tuple[str, bool]]:
    shapes = []
    for country in land.countries:
        if rings := country.within(near):
            shapes.append(("".join(f"{_path(frame, ring)}Z" for ring in rings), country.name == focus))
    return shapes


def _country_names(land: Borders, frame: Frame, taken: Sequence[Box]) -> list[tuple[str, float, float]]:
    """Names of countries where there is room for them, nearest to the middle of what is seen of each."""
    names: list[tuple[str, float, float]] = []
    full = list(taken)
    inside = Box(MARGIN, MARGIN, WIDTH - MARGIN, frame.height - MARGIN)
    steps = [
        (frame.window.west + (frame.window.east - frame.window.west) * (i + 0.5) / 22,
         frame.window.south + (frame.window.north - frame.window.south) * (j + 0.5) / 18)
        for i in range(22) for j in range(18)
    ]  # fmt: skip
    found: dict[str, list[tuple[float, float]]] = {}
    visible = Borders(tuple(c for c in land.countries if c.within(frame.window)), (), ())
    if len(visible.countries) > MOST_COUNTRIES:
        return names
    for lon, lat in steps:
        if name := visible.country_at(lon, lat):
            found.setdefault(name, []).append(frame.at(lon, lat))
    for name, points in sorted(found.items(), key=lambda row: (-len(row[1]), row[0])):
        middle = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
        for x, y in sorted(points, key=lambda p: (math.dist(p, middle), p)):
            box = text_box(name, x, y, end="middle", size=COUNTRY_SIZE * 1.5)  # spaced capitals run wider
            if box.within(inside) and not any(box.meets(other) for other in full):
                names.append((name.upper(), x, y))
                full.append(box)
                break
    return names


def _path(frame: Frame, run: Run) -> str:
    points = [frame.at(lon, lat) for lon, lat in run]
    thinned = [p for i, p in enumerate(points) if i in (0, len(points) - 1) or math.dist(p, points[i - 1]) >= 0.4]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in thinned)


def _bar(frame: Frame) -> tuple[int, float]:
    """A round number of kilometres and its length: the longest of 1, 2, 5, 10 ... under a fifth of the width."""
    most = WIDTH / 5 * frame.km_per_pixel
    km = max((n * 10**p for p in range(5) for n in (1, 2, 5) if n * 10**p <= most), default=1)
    return km, round(km / frame.km_per_pixel, 1)


def _keys(holders: dict[str, Holder]) -> tuple[list[Holder], float]:
    """The holders in rows under the map, and the height of the whole legend."""
    keys, x, row = [], MARGIN, 0
    for h in holders.values():
        width = text_width(h.name, LABEL_SIZE) + RADIUS * 2 + 26
        if x > MARGIN and x + width > WIDTH:
            x, row = MARGIN, row + 1
        keys.append(Holder(h.name, h.letter, h.fill, h.ink, round(x + RADIUS, 1), ROW * (row + 0.9)))
        x += width
    return keys, ROW * (row + (1 if keys else 0)) + ROW * 1.5


def _statuses(spots: Iterable[Spot]) -> list[Control]:
    found = {s.status for s in spots}
    return [status for status in Control if status in found]


def _description(spots: Sequence[Spot]) -> str:
    """The map in words, for those who do not see it."""
    return " ".join(s.text for s in sorted(spots, key=lambda s: s.place))
