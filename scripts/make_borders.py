"""Turn the TopoJSON of the npm package world-atlas into fogline/products/data/borders.json.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python scripts/make_borders.py package/countries-50m.json fogline/products/data/borders.json

Origin and licence of the data: fogline/products/data/README.md.  The form that is written is read by
fogline/products/borders.py: points in hundredths of a degree, each arc as one string of differences.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

UNITS_PER_DEGREE = 100
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
ABOUT = (
    "Country borders and coasts, 1:50m. Natural Earth 4.1.0 (public domain), by way of the npm package "
    "world-atlas 2.0.2 (ISC). Rounded to 0.01 degree by scripts/make_borders.py."
)


def number(value: int) -> str:
    """A signed number in base 32, low digits first; the sixth bit says that more digits follow."""
    rest = -2 * value - 1 if value < 0 else 2 * value
    signs = []
    while True:
        rest, digit = rest >> 5, rest & 31
        signs.append(DIGITS[digit | (32 if rest else 0)])
        if not rest:
            return "".join(signs)


def points(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[int, int]]:
    """The points of a TopoJSON arc in hundredths of a degree, without repeats."""
    out: list[tuple[int, int]] = []
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        lon = x * transform["scale"][0] + transform["translate"][0]
        lat = y * transform["scale"][1] + transform["translate"][1]
        point = (round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE))
        if not out or out[-1] != point:
            out.append(point)
    return out


def packed(arc: list[tuple[int, int]]) -> str:
    """An arc as the differences from point to point, longitude before latitude; the first from 0, 0."""
    x = y = 0
    signs = []
    for a, b in arc:
        signs.append(number(a - x) + number(b - y))
        x, y = a, b
    return "".join(signs)


def rings(geometry: dict[str, Any]) -> list[list[int]]:
    """Every ring of a polygon or multipolygon as its arcs; `~i` is arc i backwards, as in TopoJSON."""
    if geometry["type"] == "Polygon":
        return list(geometry["arcs"])
    return [ring for polygon in geometry["arcs"] for ring in polygon]


def convert(topology: dict[str, Any]) -> dict[str, Any]:
    """The whole file's content."""
    countries = [
        {"name": geometry["properties"]["name"], "rings": rings(geometry)}
        for geometry in topology["objects"]["countries"]["geometries"]
        if geometry.get("arcs")
    ]
    return {
        "about": ABOUT,
        "units_per_degree": UNITS_PER_DEGREE,
        "arcs": [packed(points(arc, topology["transform"])) for arc in topology["arcs"]],
        "countries": sorted(countries, key=lambda c: c["name"]),
    }


def main(source: str, target: str) -> None:
    content = convert(json.loads(Path(source).read_text(encoding="utf-8")))
    Path(target).write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
