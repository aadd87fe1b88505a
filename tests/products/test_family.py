"""Families of reports: as trees, as pictures, as a page."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from fogline.products import lineage_page, tree
from fogline.products.family import families
from fogline.products.lookup import Lookup
from fogline.records import (
    Alteration,
    Basis,
    Corpus,
    Kinship,
    Lineage,
    Origin,
    Reading,
    Relation,
    ReportDay,
    Views,
)
from tests.products.cases import HOSTILE, hostile, record
from tests.products.test_renderings import Page

WEDNESDAY = date(2030, 3, 6)


def report(name, outlet=None, day=WEDNESDAY, basis=Basis.STATED):
    return Reading(name, f"Text of {name}.", outlet=outlet, day=ReportDay(day, basis, "field"))


READINGS = (
    report("agency", "Quillon Press"),
    report("copy", "Marsh Herald", basis=Basis.INFERRED),
    report("late", "Quillon Press", date(2030, 3, 8)),
    report("lone"),
    report("rewrite", "Upland Today"),
    report("second", "Harbour Post"),
)
CHANGE = Alteration("rewrite", "agency", "number", "18 men", "81 men", "81 men fell.", "18 men fell.")
KIN = (
    Kinship("copy", "agency", Relation.EDITED_COPY, 0.98, ("<b>credits</b>",)),
    Kinship("late", "agency", Relation.UPDATE, 0.7),
    Kinship("rewrite", "agency", Relation.REWRITE, 0.8),
    Kinship("second", "rewrite", Relation.SUMMARY, 0.9),
)
ORIGINS = (Origin(("agency", "copy", "rewrite", "second"), "QPA"), Origin(("late",)), Origin(("lone",)))


def views(kin=KIN, origins=ORIGINS, changes=(CHANGE,)):
    return Views(Lineage(kin=kin, origins=origins, alterations=changes))


def found(given=None, readings=READINGS):
    return families(Lookup.of(Corpus(readings), given or views()))


def test_a_family_is_a_tree_from_the_first_report_down():
    (family,) = found()
    assert [(depth, m.report_id, m.kin.relation if m.kin else None) for depth, m in family.members] == [
        (0, "agency", None),
        (1, "copy", Relation.EDITED_COPY),
        (1, "rewrite", Relation.REWRITE),
        (2, "second", Relation.SUMMARY),
        (1, "late", Relation.UPDATE),
    ]
    assert (family.agency, family.origins) == ("QPA", 2)


def test_an_update_is_an_original_of_its_own_and_lone_reports_have_no_family():
    assert tree.title(found()[0]) == "2 originals by QPA, told in 5 reports"
    assert "lone" not in found()[0].reports


def test_an_agency_whose_report_is_not_held_stands_at_the_top():
    kin = (Kinship("copy", "AFP", Relation.COPY, 0.9), Kinship("rewrite", "AFP", Relation.REWRITE, 0.7))
    (family,) = found(views(kin, (Origin(("copy", "rewrite"), "AFP"),), ()))
    (top,) = family.roots
    assert (top.name, top.held) == ("AFP", False)
    assert [m.report_id for m in top.below] == ["copy", "rewrite"]
    assert "not held" in tree.draw(family)


def test_one_agency_of_two_stories_stands_at_the_top_of_each():
    kin = tuple(Kinship(r, "AFP", Relation.COPY, 0.9) for r in ("agency", "copy", "rewrite", "second"))
    two = found(views(kin, (Origin(("agency", "copy"), "AFP"), Origin(("rewrite", "second"), "AFP")), ()))
    assert [family.reports for family in two] == [("agency", "copy"), ("rewrite", "second")]


def test_reports_that_were_judged_to_be_one_stand_in_one_family():
    (family,) = found(views((), (Origin(("lone", "second")),), ()))
    assert [m.report_id for m in family.roots] == ["lone", "second"]


def test_a_report_of_two_sources_names_the_other():
    kin = (Kinship("copy", "agency", Relation.REWRITE, 0.8), Kinship("copy", "late", Relation.REWRITE, 0.7))
    (family,) = found(views(kin, (Origin(("agency", "copy")), Origin(("late",))), ()))
    told = [m.also for _, m in family.members if m.report_id == "copy"]
    assert told == [("also rewrite of Quillon Press",)]


@pytest.fixture
def drawn():
    return tree.draw(found()[0])


def test_the_picture_is_well_formed_and_runs_nothing(drawn):
    top = ET.fromstring(drawn)
    assert top.tag.endswith("svg")
    assert not {e.tag.rpartition("}")[2] for e in top.iter()} & {"script", "image", "foreignObject", "a", "use"}


def test_the_picture_shows_outlet_day_relation_and_what_was_altered(drawn):
    texts = ["".join(e.itertext()) for e in ET.fromstring(drawn).iter() if e.tag.endswith("}text")]
    shown = " | ".join(texts)
    for wanted in ("Marsh Herald", "6 March 2030 (inferred)", "edited copy", "summary", "18 men", "81 men"):
        assert wanted in shown
    assert "<b>" not in drawn


def test_no_two_boxes_meet_and_all_stand_on_the_page(drawn):
    width, height = (float(n) for n in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn).groups())
    boxes = [
        tuple(float(e.get(k)) for k in ("x", "y", "width", "height"))
        for e in ET.fromstring(drawn).iter()
        if "box" in e.get("class", "").split()
    ]
    assert len(boxes) == 5
    assert all(x >= 0 and x + w <= width and y >= 0 and y + h <= height for x, y, w, h in boxes)
    tops = sorted((y, y + h) for _, y, _, h in boxes)
    assert all(end <= start for (_, end), (start, _) in pairwise(tops))


def test_those_who_do_not_see_it_are_told_it():
    told = tree.in_words(found()[0])
    assert "Upland Today: rewrite of Quillon Press. Number: “18 men” became “81 men”." in told


def test_a_crowd_is_drawn_in_part_and_counted():
    readings = tuple(report(f"r{n:04}") for n in range(2000))
    kin = tuple(Kinship(r.report_id, "r0000", Relation.COPY, 1.0) for r in readings[1:])
    (family,) = found(views(kin, (Origin(tuple(r.report_id for r in readings)),), ()), readings)
    assert len(family.members) == 2000
    assert "and 1,940 more reports" in tree.draw(family)


def test_a_long_chain_is_no_trouble():
    readings = tuple(report(f"r{n:03}") for n in range(200))
    kin = tuple(Kinship(r.report_id, f"r{n:03}", Relation.COPY, 1.0) for n, r in enumerate(readings[1:]))
    (family,) = found(views(kin, (Origin(tuple(r.report_id for r in readings)),), ()), readings)
    assert max(depth for depth, _ in family.members) == 199


def test_all_families_stand_in_one_file():
    kin = (Kinship("copy", "agency", Relation.COPY, 1.0), Kinship("second", "rewrite", Relation.COPY, 1.0))
    two = found(views(kin, (Origin(("agency", "copy")), Origin(("rewrite", "second"))), ()))
    top = ET.fromstring(tree.draw_all(two))
    ids = [e.get("id") for e in top.iter() if e.get("id")]
    assert len(ids) == len(set(ids)) == 4
    assert tree.draw_all([]) == ""


@pytest.mark.parametrize("made", [record, hostile, lambda: (Corpus(()), Views()), lambda: (Corpus(READINGS), views())])
def test_the_page_is_well_formed_and_holds_nothing_foreign(made):
    text = lineage_page.render(*made())
    page = Page(text)
    assert (page.crossed, page.open) == ([], [])
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert HOSTILE not in text


def test_the_page_lists_reports_without_kin_with_their_days():
    text = " ".join(Page(lineage_page.render(Corpus(READINGS), views())).text)
    assert "lone" in text
    assert "Reports without kin" in text


def test_the_page_of_one_report_has_its_family_alone():
    other = replace(READINGS[3], report_id="other", outlet="Other Post")
    corpus = Corpus((*READINGS, other))
    kin = (*KIN, Kinship("other", "lone", Relation.COPY, 1.0))
    both = views(kin, (*ORIGINS[:2], Origin(("lone", "other"))))
    assert "Other Post" in lineage_page.render(corpus, both)
    assert "Other Post" not in lineage_page.render(corpus, both, only="rewrite")
