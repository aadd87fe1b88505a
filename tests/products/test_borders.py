"""The bundled borders, and cutting them to a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.products.borders import Shape, Window, cut_line, cut_ring, load

degrees = st.floats(-50, 50)
rings = st.lists(st.tuples(degrees, degrees), min_size=3, max_size=12).map(tuple)
WINDOW = Window(-10, -20, 15, 10)


@pytest.mark.parametrize(
    ("lon", "lat", "country"),
    [
        (44.4, 35.5, "Iraq"),
        (28.2, -29.6, "Lesotho"),
        (2.3, 48.9, "France"),
        (-60.0, 0.0, "Brazil"),
        (-30.0, 40.0, None),
    ],
)
def test_points_lie_in_their_country(lon, lat, country):
    assert load().country_at(lon, lat) == country


def test_borders_are_rounded_but_whole():
    land = load()
    assert len(land.countries) > 200
    assert len(land.land_borders) > 300
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for line in land.coasts for lon, lat in line.run)


@given(rings)
def test_a_cut_ring_lies_in_the_window(ring):
    eps = 1e-6
    grown = Window(WINDOW.west - eps, WINDOW.south - eps, WINDOW.east + eps, WINDOW.north + eps)
    assert all(grown.holds(lon, lat) for lon, lat in cut_ring(ring, WINDOW))


@given(rings)
def test_a_ring_inside_the_window_stays_as_it_is(ring):
    assert set(cut_ring(ring, Window(-60, -60, 60, 60))) == set(ring)


@given(rings)
def test_a_ring_far_off_leaves_nothing(ring):
    assert cut_ring(ring, Window(100, 60, 120, 80)) == ()


@given(rings)
def test_a_cut_line_keeps_every_point_in_the_window(line):
    kept = {point for run in cut_line(Shape.of(line), WINDOW) for point in run}
    assert {point for point in line if WINDOW.holds(*point)} <= kept
    assert kept <= set(line)
