"""Where a person says that a place is: coordinates, a place of the record, or a place of the gazetteer."""

from __future__ import annotations

import re

from fogline.desk.sitting import Sitting
from fogline.grounding.gazetteer import Candidate, open_gazetteer
from fogline.products import borders
from fogline.records import Place, PlaceKind
from fogline.records.errors import InputError

_POINT = re.compile(r"\s*([-+]?\d+(?:\.\d+)?)\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)\s*")
_MOST = 6  # of several places of one name that are listed


def find_spot(given: str, *, name: str | None, was: Place | None, sitting: Sitting) -> Place:
    """The place that is meant; `name` and `was` are the name of the one that is moved, and what it was found to be.

    Raises: InputError where there is none, or where a name may be several.
    """
    if found := _POINT.fullmatch(given):
        return _point(float(found[1]), float(found[2]), name or given, was)
    if given in sitting.corpus.places:
        return sitting.corpus.places[given]
    gazetteer = open_gazetteer()
    try:
        if given.startswith("place:"):
            place = gazetteer.find(given)
            if place is None:
                raise InputError(f"no place of the gazetteer has the id {given!r}: give its name to see the ids")
            return place
        exact = [c for c in gazetteer.candidates(given) if c.exact]
    finally:
        gazetteer.close()
    if len(exact) == 1:
        return exact[0].place
    if not exact:
        raise InputError(f"the gazetteer has no place {given!r}: write it otherwise, or give LAT,LON")
    listed = "; ".join(map(_told, exact[:_MOST]))
    raise InputError(f"{given!r} may be {len(exact)} places: give --to the id of one ({listed})")


def _point(lat: float, lon: float, name: str, was: Place | None) -> Place:
    """A place of its own at these coordinates, of the kind that it was taken for.

    Its country is known only where it lies within the same borders as before.
    """
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise InputError(f"{lat},{lon} is no point on earth: give latitude, then longitude, in degrees")
    kind = was.kind if was else PlaceKind.OTHER
    country = was.country if was and _country(was.lat, was.lon) == _country(lat, lon) is not None else None
    return Place(f"place:at {lat:.5f},{lon:.5f}", was.name if was else name, kind, lat, lon, country)


def _country(lat: float | None, lon: float | None) -> str | None:
    return None if lat is None or lon is None else borders.load().country_at(lon, lat)


def _told(candidate: Candidate) -> str:
    place = candidate.place
    where = ", ".join(part for part in (place.kind, place.country, _degrees(place)) if part)
    return f"{place.place_id}: {place.name}, {where}"


def _degrees(place: Place) -> str:
    return f"{place.lat:.2f},{place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
