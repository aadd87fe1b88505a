"""Holds the map of a brief against the record: each mark is a holding of the day, at its place, with its holder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import unescape
from typing import Any

from evaluation.brief_facts import Facts, key_of
from fogline.records import Holding, Place

Row = Mapping[str, Any]
_MARK = re.compile(r"<g><title>(?P<text>[^<]*)</title>\s*(?P<shape><(?:path|circle|rect)[\s\S]*?)</g>")
_LETTER = re.compile(r'class="letter"[^>]*>(?P<letter>[^<]+)<')
_KEY = re.compile(r'class="letter"[^>]*>(?P<letter>[^<]+)</text>\s*<text class="key"[^>]*>(?P<name>[^<]+)<')


def places(content: Row, facts: Facts) -> Iterator[tuple[str, str]]:
    """What is wrong with the places of a brief's JSON: the place, and what it is."""
    day = date.fromisoformat(content["as_of"]) if content["as_of"] else None
    standing = {h.holding_id: h for h in facts.holdings.values() if (h.covers(day) if day else h.last is None)}
    left = {h.holding_id: place for h in standing.values() if (place := _located(facts, h))}
    for spot in content["places"]:
        found = [i for i in left if _is_of(facts, standing[i], left[i], spot)]
        if not found:
            yield spot["place"], "map: no holding of the day is there, or it has another holder, status or count"
            continue
        del left[found[0]]
    for holding_id in left:
        yield standing[holding_id].place.text, "map: a holding of the day is left out"


def drawn(svg: str, content: Row, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the drawing: each mark has a holding's line, the letter of its holder and its status."""
    texts = set(lines)
    names = {unescape(m["letter"]): unescape(m["name"]) for m in _KEY.finditer(svg)}
    told = [(unescape(m["text"]), m["shape"]) for m in _MARK.finditer(svg)]
    for text, shape in told:
        if text not in texts:
            yield text, "map: a mark's words are no line of the brief"
        letter = _LETTER.search(shape)
        holder = names.get(unescape(letter["letter"])) if letter else None
        if holder and holder.casefold() not in text.casefold():
            yield text, f"map: marked as {holder}'s"
        if ("contested" in text) != ('class="ring"' in shape):
            yield text, "map: its ring does not tell whether it is contested"
    if len(told) > len(content["places"]) or (content["places"] and not told):
        yield svg[:60], f"map: {len(told)} marks for {len(content['places'])} places"


def _located(facts: Facts, holding: Holding) -> Place | None:
    place = facts.corpus.places.get(holding.place.key or "")
    shown = place is not None and place.lat is not None and place.lon is not None and place.kind != "country"
    return place if shown else None


def _is_of(facts: Facts, holding: Holding, place: Place, spot: Row) -> bool:
    called = {holding.place.text, *facts.places.get(key_of(holding.place), ())}
    holder = holding.holder.text if holding.holder else None
    there = (spot["lat"], spot["lon"], spot["kind"]) == (place.lat, place.lon, place.kind)
    same = (spot["holder"], spot["status"], spot["origins"]) == (holder, holding.status, holding.origins)
    return spot["place"] in called and there and same
