"""The check of a brief: it passes what the claims say, and fails on seeded mistakes."""

import copy
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from evaluation.brief import check, reports
from evaluation.brief_check import check_brief, check_map, check_timeline
from evaluation.brief_facts import Facts
from fogline.products.brief_json import content
from fogline.products.map import draw
from fogline.products.news.moment import Moment
from fogline.products.news.section import news_section
from fogline.products.rows import timeline_rows
from fogline.products.situation import situate
from fogline.records import Basis, Corpus, Figure, Name, Period, Quantity, Status, Views
from tests.products.cases import COPIED, LEFT, SHELLED, SHELLED_TOO, TAKEN, event, reading, record
from tests.products.golden import WARS, read_war


def told(corpus, views):
    """A brief as JSON, and the facts of its record."""
    brief = content(situate(corpus, views))
    return brief, Facts.of(corpus, views, {s["report"]: s["number"] for s in brief["sources"]})


def one(*claims, **fields):
    """A record of one event, of which report each claim is."""
    reports = {c.anchor.report_id: [d for d in claims if d.anchor.report_id == c.anchor.report_id] for c in claims}
    corpus = Corpus(tuple(reading(r, *cs) for r, cs in sorted(reports.items())))
    return corpus, Views(events=(replace(event(*claims), **fields),))


def faults_of(brief, facts):
    """What the check finds, without the lines."""
    return [fault.what for fault in check_brief(brief, facts)]


def changed(brief, section, old, new):
    """The brief with a mistake in every line of a section; it must be one that stands there."""
    made = copy.deepcopy(brief)
    groups = next(s for s in made["sections"] if s["key"] == section)["groups"]
    lines = [line for group in groups for line in group["lines"] if re.search(old, line["text"])]
    assert lines, (section, old)
    for line in lines:
        line["text"] = re.sub(old, new, line["text"], count=1)
    return made


@pytest.mark.parametrize("war", WARS)
def test_every_sentence_of_the_examples_is_said_by_its_claims(war, tmp_path):
    lines, faults = check(*read_war(war, tmp_path))
    assert lines > 100
    assert [(f.section, f.what, f.text) for f in faults] == []


def test_the_small_record_has_only_what_its_holdings_lack():
    brief, facts = told(*record())
    found = [(f.section, f.what) for f in check_brief(brief, facts) if f.section not in ("control", "disputes")]
    assert found == []  # its holdings and its dispute are made by hand, and rest on claims of other things


MISTAKES = {
    "another actor": ("Peshmerga took", "Fighters took"),
    "actor and target exchanged": ("Peshmerga took Kirkuk from the army", "The army took Kirkuk from Peshmerga"),
    "another place": ("took Kirkuk", "took Ramadi"),
    "a target that nobody names": ("took Kirkuk from the army", "took Kirkuk from the police"),
    "another kind": ("Peshmerga took Kirkuk from the army", "Peshmerga withdrew from Kirkuk"),
    "planned for asserted": ("^Peshmerga took Kirkuk from the army", "Planned: the capture of Kirkuk by Peshmerga"),
    "another speaker": ("according to the Health Ministry", "according to an officer"),
    "a report for a source": ("according to the Health Ministry", "Harbour Post says"),
    "a denial dropped": (r" The army denied it\.", ""),
    "a denial by somebody else": ("The army denied it", "Peshmerga denied it"),
    "a denial that nobody made": ("(the Health Ministry)\\.$", "\\1. The army denied it."),
    "confirmed": ("according to", "confirmed by"),
    "a day in words": (", according", " on 11 June 2014, according"),
    "something more": ("$", " Thousands fled."),
    "a figure that nobody gives": ("$", " Figure given: 12 people."),
    "more tellings than there are": ("$", " 2 more tellings among the evidence."),
    "another sense that nobody told": ("$", " Told as planned: Harbour Post."),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_seeded_mistake_is_found(mistake):
    brief, facts = told(*record())
    before = faults_of(brief, facts)
    assert len(faults_of(changed(brief, "changes", *MISTAKES[mistake]), facts)) > len(before)


def test_a_wrong_heading_is_found():
    brief, facts = told(*record())
    group = next(s for s in brief["sections"] if s["key"] == "changes")["groups"][0]
    group["key"], group["title"] = "2014-06-13", "13 June 2014"
    assert any(what.startswith("day") for what in faults_of(brief, facts))


@pytest.mark.parametrize(("field", "value"), [("origins", 7), ("grade", "A1"), ("status", "planned"), ("claims", [])])
def test_a_wrong_count_grade_or_status_is_found(field, value):
    brief, facts = told(*record())
    before = faults_of(brief, facts)
    line = next(s for s in brief["sections"] if s["key"] == "changes")["groups"][0]["lines"][0]
    line[field] = value
    assert len(faults_of(brief, facts)) > len(before)


def test_figures_are_those_of_their_sources():
    more = replace(SHELLED_TOO, quantities=(Quantity(9, 9, "person"),))
    corpus, views = one(
        SHELLED, more, origins=2, figures=(Figure("person", 9, 13, 15, (SHELLED.claim_id, more.claim_id)),)
    )
    brief, facts = told(corpus, views)
    text = "Figures given: 9 people (Evening Wire) and 12 to 15 people (Harbour Post; best)."
    assert text in next(s for s in brief["sections"] if s["key"] == "cost")["groups"][0]["lines"][0]["text"]
    assert faults_of(brief, facts) == []
    for old, new in {
        "9 people": "90 people",
        r"9 people \(Evening Wire\)": "9 people (Harbour Post)",
        r"Harbour Post; best": "Harbour Post",
        "9 people [(]Evening Wire[)] and ": "",
        "12 to 15 people": "12 to 15 children",
    }.items():
        wrong = faults_of(changed(brief, "cost", old, new), facts)
        assert bool(wrong) is (new != "Harbour Post"), (old, new)


def test_other_days_and_senses_are_told_or_found_missing():
    later = replace(COPIED, period=Period(date(2014, 6, 13), date(2014, 6, 13)), status=Status.ASSERTED)
    maybe = replace(LEFT, type=TAKEN.type, actors=TAKEN.actors, targets=TAKEN.targets, status=Status.POSSIBLE)
    corpus, views = one(TAKEN, maybe, later, origins=1, period=TAKEN.period)
    brief, facts = told(corpus, views)
    line = next(s for s in brief["sections"] if s["key"] == "changes")["groups"][0]["lines"][0]["text"]
    assert "Told of another day, on 13 June 2014: the Health Ministry." in line
    assert "Told as possible: the Health Ministry." in line
    assert faults_of(brief, facts) == []
    for dropped in (r" Told of another day[^.]*\.", r" Told as possible[^.]*\."):
        assert faults_of(changed(brief, "changes", dropped, ""), facts)


def test_a_day_of_the_report_is_not_told_as_stated():
    corpus, views = one(replace(TAKEN, period=replace(TAKEN.period, basis=Basis.PUBLISHED)))
    brief, facts = told(corpus, views)
    line = next(s for s in brief["sections"] if s["key"] == "changes")["groups"][0]["lines"][0]
    assert (line["note"], faults_of(brief, facts)) == ("reported that day", [])
    line["note"] = None
    assert faults_of(brief, facts)


@pytest.fixture(scope="module")
def war_of_syria(tmp_path_factory):
    """The record of an example."""
    return read_war("syria", tmp_path_factory.mktemp("syria"))


@pytest.fixture(scope="module")
def syria(war_of_syria):
    """The brief of an example and its facts."""
    return *told(*war_of_syria), timeline_rows(*war_of_syria)


@pytest.mark.parametrize(
    ("section", "old", "new"),
    [
        ("control", "held by the Israeli army", "held by the rebels"),
        ("control", r"since \d+ December", "since 1 December"),
        ("control", ", but contested", ""),
        ("control", r" Against it: .*$", ""),
        ("control", ", by inference", ""),
        ("disputes", "it is denied that (?=.*Hama)", ""),
        ("disputes", "^The Syrian army(?=: it is denied)", "Residents of Idlib"),
        ("movements", "advanced towards", "sent forces to"),
        ("ground", r"is a link to ", "is a link to Moscow (Brackenford Today), "),
        ("ground", r"is a link to .*$", "is a link to."),
        ("lineage", r"^Report (\d) ", "Report 9 "),
        ("limits", r"(\d+) claims?\.$", "99 claims."),
    ],
)
def test_a_mistake_in_any_section_is_found(syria, section, old, new):
    brief, facts, _ = syria
    made = copy.deepcopy(brief)
    lines = [
        line for s in made["sections"] if s["key"] == section for g in s["groups"] for line in g["lines"]
        if re.search(old, line["text"]) and re.sub(old, new, line["text"], count=1) != line["text"]
    ]  # fmt: skip
    assert lines, old
    lines[0]["text"] = re.sub(old, new, lines[0]["text"], count=1)
    assert faults_of(made, facts)


@pytest.mark.parametrize("mistake", ["first", "basis", "origins", "text"])
def test_a_mistake_in_a_timeline_is_found(syria, mistake):
    _, facts, rows = syria
    row = next(r for r in rows if r["status"] == "asserted" and r["actor"] and r["basis"] == "stated")
    day = date.fromisoformat(row["first"])
    wrong = {
        "first": (day - timedelta(days=3)).isoformat(),
        "basis": "inferred",
        "origins": row["origins"] + 1,
        "text": row["text"].replace(row["text"].split(" ")[0], "Nobody", 1),
    }
    assert check_timeline([row], facts) == []
    assert check_timeline([{**row, mistake: wrong[mistake]}], facts)


def test_a_name_of_another_claim_is_no_name_of_this_one():
    corpus, views = one(replace(TAKEN, actors=(Name("Tribesmen"),)))
    brief, facts = told(corpus, views)
    assert faults_of(changed(brief, "changes", "Tribesmen", "Peshmerga"), facts)


def test_the_examples_and_the_sets_can_be_asked_for():
    assert {name for name, _ in reports()} >= {f"example {war}" for war in WARS}


@pytest.mark.parametrize("field", ["holder", "status", "lat", "origins"])
def test_a_mistake_on_the_map_is_found(war_of_syria, field):
    brief, facts = told(*war_of_syria)
    assert not [fault for fault in check_brief(brief, facts) if fault.section == "map"]
    brief["places"][0][field] = 99
    assert {f.what.split(":")[0] for f in check_brief(brief, facts) if f.section == "map"} == {"map"}


def test_a_mark_with_another_holder_or_words_is_found(war_of_syria):
    situation = situate(*war_of_syria)
    brief, lines = content(situation), [line.text for line in situation.lines()]
    svg = draw(situation.spots, title="")
    assert check_map(svg, brief, lines) == []
    assert check_map(svg.replace("held by", "left by"), brief, lines)
    letters = sorted(set(re.findall(r'class="letter"[^>]*>([A-Z])<', svg)))
    swapped = svg.replace(f">{letters[0]}</text></g>", f">{letters[1]}</text></g>")
    assert check_map(swapped, brief, lines)


def test_mistakes_in_what_came_since_are_found(war_of_syria):
    corpus, views = war_of_syria
    day = date(2024, 12, 8)
    old = replace(corpus, readings=tuple(r for r in corpus.readings if r.day and r.day.day < day))
    was = replace(views, holdings=tuple(h for h in views.holdings if h.first < day), events=(), disputes=())
    news = news_section(Moment.of(old, was), Moment.of(corpus, views))
    brief = content(situate(corpus, views, since=day, news=news))
    facts = Facts.of(corpus, views, {s["report"]: s["number"] for s in brief["sources"]})
    before = Facts.of(old, was, facts.numbers)
    assert not [f for f in check_brief(brief, facts, before) if f.section == "news"]
    wrong = changed(brief, "news", "held by the Israeli army", "held by the rebels")
    assert [f for f in check_brief(wrong, facts, before) if f.section == "news"]
    lines = [line for s in brief["sections"] if s["key"] == "news" for g in s["groups"] for line in g["lines"]]
    next(line for line in lines if line["id"] in facts.holdings)["note"] = "before: held by the Jordanian army"
    assert [f.what for f in check_brief(brief, facts, before) if f.section == "news"]
