"""The map: markers where places are, names that cover nothing."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from fogline.products.labels import Box, seat
from fogline.products.line import Spot
from fogline.products.map import draw, legend
from fogline.products.situation import situate
from fogline.records import Control, PlaceKind
from tests.products.cases import HOSTILE, hostile, record

SVG = "{http://www.w3.org/2000/svg}"


def spot(name="Kirkuk", lat=35.47, lon=44.39, *, holder="army", status=Control.HELD, kind=PlaceKind.CITY):
    """A place on the map."""
    return Spot(name, lat, lon, kind, holder, status, f"{name}: held by {holder}.", 1)


def drawn(*spots):
    """The map of these places, parsed as XML."""
    return ElementTree.fromstring(draw(spots, title="A map"))


def words(svg):
    """The texts that are set on the map."""
    return [element.text for element in svg.iter(f"{SVG}text")]


def test_no_place_makes_no_map():
    assert draw([], title="A map") == ""


def test_a_map_is_named_and_described_in_words():
    svg = drawn(spot(), spot("Ramadi", 33.43, 43.3, holder="Peshmerga"))
    assert svg.get("role") == "img"
    ids = svg.get("aria-labelledby").split()
    told = {element.get("id"): element.text for element in svg.iter() if element.get("id") in ids}
    assert list(told.values()) == ["A map", "Kirkuk: held by army. Ramadi: held by Peshmerga."]


def test_a_map_has_names_holders_countries_scale_and_north():
    found = words(drawn(spot(), spot("Ramadi", 33.43, 43.3, holder="Peshmerga")))
    assert {"Kirkuk", "Ramadi", "army", "Peshmerga", "A", "B", "IRAQ", "N"} <= set(found)
    assert any(text.endswith(" km") for text in found)


@pytest.mark.parametrize("status", Control)
def test_each_status_has_a_shape_of_its_own(status):
    shapes = {s: ElementTree.tostring(drawn(spot(status=s, holder=None))) for s in Control}
    assert len(set(shapes.values())) == len(Control)
    key = {"held": "held", "contested": "contested", "disputed": "disputed", "unknown": "holder not said"}
    assert key[status] in words(drawn(spot(status=status)))


def test_the_scale_is_true():
    """A degree of latitude is 111 km: two places one degree apart stand so far apart as the bar says."""
    svg = drawn(spot("South", 34.0, 44.0), spot("North", 35.0, 44.0))
    marks = [c for c in svg.iter(f"{SVG}circle") if c.get("class") == "mark" and c.get("cy") != "0"]
    ys = sorted({float(c.get("cy")) for c in marks})
    bar = next(p.get("d") for p in svg.iter(f"{SVG}path") if p.get("class") == "bar")
    pixels = float(bar.split("h")[1].split("v")[0])
    km = int(next(text for text in words(svg) if text.endswith(" km")).split()[0].replace(",", ""))
    assert (ys[-1] - ys[-2]) * km / pixels == pytest.approx(111.2, rel=0.01)


def test_far_places_do_not_shrink_the_map():
    near = [spot(f"Town {i}", 34 + i / 5, 44 - i / 7) for i in range(5)]
    svg = drawn(*near, spot("Elsewhere", 2.0, 18.0))
    assert "Elsewhere" not in words(svg)
    assert "Elsewhere" in svg.find(f"{SVG}desc").text


def test_holders_are_told_apart_by_letter_even_beyond_the_palette():
    spots = [spot(f"Town {i}", 33 + i / 9, 44, holder=f"Side {i:02}") for i in range(12)]
    letters = [h.letter for h in legend(spots).values()]
    assert len(set(letters)) == 12
    assert drawn(*spots) is not None


def test_hostile_names_stay_within_their_text():
    svg = drawn(spot(HOSTILE, holder=HOSTILE))
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} & {"script", "a", "foreignObject"} == set()
    assert situate(*hostile()).spots


def test_only_located_places_are_drawn():
    assert [s.place for s in situate(*record()).spots] == ["Kirkuk", "Ramadi", "Sinjar"]


@settings(max_examples=4, phases=[Phase.explicit, Phase.generate])
@given(
    st.lists(
        st.builds(
            spot, st.text(min_size=1, max_size=30), st.floats(-90, 90), st.floats(-180, 180),
            holder=st.none() | st.sampled_from("abc"), status=st.sampled_from(Control), kind=st.sampled_from(PlaceKind),
        ),
        max_size=8,
    )
)  # fmt: skip
def test_places_anywhere_on_earth_can_be_drawn(spots):
    text = draw(spots, title="A map")
    assert (text == "") == (not spots)
    assert not re.search(r"\b(?:nan|inf)\b", text)
    if text:
        ElementTree.fromstring(text)


points = st.lists(
    st.tuples(st.text("abcdefgh ", min_size=1, max_size=20), st.floats(20, 700), st.floats(20, 500)), max_size=25
)


@given(points)
def test_names_cover_neither_one_another_nor_a_marker(spread):
    frame = Box(0, 0, 720, 520)
    seats = seat(spread, radius=9, size=13, frame=frame)
    boxes = [label.box for label in seats if label]
    assert len(seats) == len(spread)
    assert all(box.within(frame) for box in boxes)
    assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[:i])
    for i, (label, (_, x, y)) in enumerate(zip(seats, spread, strict=True)):
        others = [Box(a - 9, b - 9, a + 9, b + 9) for j, (_, a, b) in enumerate(spread) if j != i]
        assert label is None or not any(label.box.meets(marker) for marker in others)
        assert label is None or not label.box.within(Box(x, y, x, y))
