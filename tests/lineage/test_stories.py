"""Mixed news falls into its stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.lineage import trace
from fogline.records import Corpus, Judgement, Reading, ReportDay, Verdict

from .conftest import Make

SLOW = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
NOON = datetime(2030, 3, 10, 12, tzinfo=UTC)
TALVEK = ("agency", "copy", "digest", "independent", "rewrite", "statement", "update")
STRIKE = """\
Skippers who have shut the harbour of Havn with trawlers said on Friday that they would stay until the parliament of \
Norrland takes back its tax on fishing boats. The central bank warned that the blockade costs the country two million \
crowns a day. Ferries to Havn are cancelled."""
FRENCH = """\
Les troupes gouvernementales ont repris mercredi le port de Talvek au Front Orlan après deux jours de combats, selon le \
colonel Ismet Daren, de la 14e brigade. Au moins 18 combattants et cinq soldats ont été tués, d'après un médecin de la \
clinique Saint Mara. Quelque 3 200 habitants ont fui vers Kostrad par le pont de la Lenna. L'armée a repris une partie \
de Brenik. Le Front dément la perte de Talvek. Les pourparlers de Port Selm avec le président Arno Velt ont échoué en \
janvier."""


def stories(readings: tuple[Reading, ...], *judgements: Judgement) -> list[tuple[str, ...]]:
    return [story.report_ids for story in trace(Corpus(readings), judgements).stories]


def judge(verdict: Verdict, *subjects: str, after_s: int = 0) -> Judgement:
    return Judgement(verdict, subjects, None, "Ann", NOON + timedelta(seconds=after_s), "she was there")


def moved(reading: Reading, days: int) -> Reading:
    day = reading.day
    return replace(reading, day=ReportDay(day.day + timedelta(days=days), day.basis, day.ground) if day else None)


def test_reports_of_one_story_stand_together_kin_or_not(story: tuple[Reading, ...]) -> None:
    assert stories(story) == [TALVEK, ("unrelated",)]


def test_another_story_is_told_apart_and_held_together(story: tuple[Reading, ...], make: Make) -> None:
    strike = make("strike", STRIKE, date(2030, 3, 8))
    assert stories((*story, strike)) == [TALVEK, ("strike", "unrelated")]


def test_a_story_has_its_days(story: tuple[Reading, ...]) -> None:
    talvek, _ = trace(Corpus(story)).stories
    assert (talvek.first, talvek.last) == (date(2030, 3, 6), date(2030, 3, 9))


def test_a_report_in_another_language_joins_by_names_and_numbers(story: tuple[Reading, ...], make: Make) -> None:
    french = make("french", FRENCH, date(2030, 3, 6))
    (found,) = (ids for ids in stories((*story, french)) if "french" in ids)
    assert {"agency", "copy", "rewrite", "update"} <= set(found)
    assert "unrelated" not in found


def test_the_like_a_year_later_is_another_story(story: tuple[Reading, ...]) -> None:
    later = moved(story[3], 365)
    assert ("independent",) in stories((*(r for r in story if r.report_id != "independent"), later))


def test_reports_without_text_are_stories_of_their_own(make: Make) -> None:
    assert stories((make("a", ""), make("b", ""), make("c", "Yes."))) == [("a",), ("b",), ("c",)]
    assert stories(()) == []


def test_a_thousand_copies_weigh_no_more_than_one(story: tuple[Reading, ...], make: Make) -> None:
    copies = tuple(make(f"reprint-{n:04}", story[0].raw, date(2030, 3, 6)) for n in range(1000))
    found = stories((*story, *copies))
    assert [len(ids) for ids in found] == [len(TALVEK) + 1000, 1]


def test_a_person_joins_stories_and_sets_reports_apart(story: tuple[Reading, ...]) -> None:
    joined = judge(Verdict.STORY, "unrelated", "copy")
    assert stories(story, joined) == [tuple(sorted((*TALVEK, "unrelated")))]
    apart = judge(Verdict.OWN_STORY, "statement", after_s=1)
    assert ("statement",) in stories(story, joined, apart)
    again = judge(Verdict.STORY, "statement", "agency", after_s=2)
    assert stories(story, joined, apart, again) == stories(story, joined)


def test_kin_that_are_judged_not_to_be_may_follow_one_story_still(story: tuple[Reading, ...]) -> None:
    assert stories(story, judge(Verdict.NOT_KIN, "rewrite", "agency")) == stories(story)


@SLOW
@given(data=st.data())
def test_stories_do_not_depend_on_the_order(story: tuple[Reading, ...], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(story), unique_by=lambda r: r.report_id))
    made = [
        judge(data.draw(st.sampled_from([Verdict.STORY, Verdict.OWN_STORY])), *data.draw(pairs()), after_s=n)
        for n in range(data.draw(st.integers(0, 3)))
    ]
    found = trace(Corpus(tuple(chosen)), made).stories
    mixed = trace(Corpus(tuple(data.draw(st.permutations(chosen)))), data.draw(st.permutations(made))).stories
    assert mixed == found
    assert sorted(r for s in found for r in s.report_ids) == sorted(r.report_id for r in chosen)


def pairs() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([*TALVEK, "unrelated"]), min_size=2, max_size=2, unique=True)
