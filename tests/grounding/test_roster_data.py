"""The tables of the roster hold together."""

from __future__ import annotations

from collections import Counter, defaultdict

from fogline.grounding.roster_data import Entry, made_entries, read_entries, read_states
from fogline.grounding.roster_heads import DATA, load_heads
from fogline.grounding.roster_words import split

HEADS = load_heads()
STATES = read_states(DATA)
MADE = {e.actor.actor_id: e for state in STATES for e in made_entries(state, HEADS)}
LISTED = list(read_entries(DATA, MADE))
ALL: list[Entry] = [*[e for e in MADE.values() if e.actor.actor_id not in {x.actor.actor_id for x in LISTED}], *LISTED]


def test_ids_are_unique() -> None:
    assert [key for key, n in Counter(e.actor.actor_id for e in LISTED).items() if n > 1] == []
    assert len({s.code for s in STATES}) == len(STATES)


def test_listed_names_do_not_shadow_rules() -> None:
    assert [
        e.actor.actor_id for e in LISTED if e.actor.actor_id in MADE and e.actor != MADE[e.actor.actor_id].actor
    ] == []


def test_sides_and_countries_exist() -> None:
    known = {e.actor.actor_id for e in ALL}
    countries = {s.code for s in STATES} | {"HK"}
    assert [e.actor.actor_id for e in ALL if e.actor.side and e.actor.side not in known] == []
    assert [e.actor.actor_id for e in ALL if e.actor.country and e.actor.country not in countries] == []
    assert [e.actor.actor_id for e in ALL if e.actor.side == e.actor.actor_id] == []


def test_an_alias_of_two_actors_is_marked_by_both() -> None:
    claims: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for entry in ALL:
        for alias in entry.names:
            claims[" ".join(split(alias).keys)][entry.actor.actor_id] = True
        for alias in entry.doubtful:
            claims[" ".join(split(alias).keys)].setdefault(entry.actor.actor_id, False)
    assert {alias: rows for alias, rows in claims.items() if len(rows) > 1 and any(rows.values())} == {}


def test_ordinary_words_are_no_aliases() -> None:
    aliases = [(e.actor.actor_id, a) for e in ALL for a in e.names if len(split(a).keys) == 1]
    assert [(key, a) for key, a in aliases if split(a).keys[0] in HEADS.refused] == []


def test_aliases_have_words_and_hold_a_capital() -> None:
    aliases = [a for e in ALL for a in (*e.names, *e.doubtful)]
    assert [a for a in aliases if not split(a).keys] == []
    assert {a for a in aliases if a == a.lower()} == {"blue helmets", "dpa"}


def test_every_table_says_where_it_comes_from() -> None:
    for path in [*DATA.glob("actors_*.csv"), DATA / "agencies.csv", DATA / "forcewords.toml"]:
        head = path.read_text(encoding="utf-8")[:600]
        assert "General knowledge" in head, path.name
        assert "Licence" in head, path.name
