"""Judgements on the small records of our own making."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from fogline.control.keys import place_text, split_key
from fogline.control.trust import outlet_key
from fogline.records import Corpus, Judgement, Place, PlaceKind, Verdict
from tests.control.cases import ACTORS, PLACES

NOON = datetime(2030, 3, 10, 12, tzinfo=UTC)
NEW = Place("place:at 1,2", "Alder", PlaceKind.CITY, 1.0, 2.0, "XA")
SPELLINGS = {"green": "Green Army", "brown": "Brown Front", "brigade": "First Brigade", "others": "rebels"}


def judge(verdict: Verdict, *subjects: str, value: str | None = None, after_s: float = 0) -> Judgement:
    """A judgement of Ann's, so many seconds after noon."""
    return Judgement(verdict, subjects, value, "Ann", NOON + timedelta(seconds=after_s), "she was there")


def undo(judgement: Judgement, after_s: float = 99) -> Judgement:
    """That judgement taken back."""
    return judge(Verdict.UNDO, judgement.judgement_id, after_s=after_s)


def move(subject: str, place: Place = NEW, after_s: float = 0) -> Judgement:
    """A place, or that of a claim, is this one."""
    return judge(Verdict.RELOCATE, subject, value=place_text(place), after_s=after_s)


def drafts(record: Corpus) -> st.SearchStrategy[tuple[Verdict, tuple[str, ...], str | None]]:
    """Anything that can be judged of this record, and of reports and claims that it does not hold."""
    claims = st.sampled_from([*(c.claim_id for c in record.claims()), "claim-0000000000000000"])
    actors = st.sampled_from([*sorted(ACTORS), split_key("green", "Green Army"), "nobody"])
    places = st.sampled_from([*sorted(PLACES), NEW.place_id])
    reports = st.sampled_from(["r1", "r2", "r3", "r9"])
    several = [st.lists(kind, min_size=1, max_size=3, unique=True) for kind in (claims, actors, places)]
    spots = st.sampled_from([NEW, PLACES["elm"], PLACES["bray"]]).map(place_text)
    outlets = st.sampled_from([outlet_key("Outlet r1"), outlet_key("Outlet r2")])
    one = st.just
    return st.one_of(
        *(
            st.tuples(one(Verdict.MERGE), subjects.map(tuple), one(kind))
            for subjects, kind in zip(several, ("event", "actor", "place"), strict=True)
        ),
        st.tuples(one(Verdict.SPLIT), st.tuples(claims), st.none()),
        st.sampled_from(sorted(SPELLINGS)).map(lambda key: (Verdict.SPLIT, (key,), SPELLINGS[key])),
        st.tuples(one(Verdict.DISTRUST), st.tuples(claims), one("claim")),
        st.tuples(one(Verdict.DISTRUST), st.tuples(reports), one("report")),
        st.tuples(one(Verdict.DISTRUST), st.tuples(outlets), one("outlet")),
        st.tuples(one(Verdict.DISTRUST), st.tuples(actors), one("source")),
        st.tuples(one(Verdict.REDATE), st.tuples(claims), st.sampled_from(["2020-05-02/2020-05-03", "2020-05-20/2020-05-20"])),
        st.tuples(one(Verdict.RELOCATE), st.tuples(claims | places), spots),
        st.tuples(one(Verdict.RENAME), st.tuples(actors | places), st.sampled_from(["Ivy", "Jasper"])),
        st.tuples(one(Verdict.RELIABILITY), st.tuples(actors | outlets), st.sampled_from("ABCDEF")),
    )  # fmt: skip


def judgements(record: Corpus, *, most: int = 4) -> st.SearchStrategy[list[Judgement]]:
    """A few judgements at moments of their own."""
    drawn = st.lists(drafts(record), max_size=most)
    return drawn.map(
        lambda found: [judge(v, *subjects, value=value, after_s=s) for s, (v, subjects, value) in enumerate(found)]
    )
