"""What counts as a change of meaning, and what is rewording."""

from __future__ import annotations

import pytest

from fogline.lineage.changes import find_changes
from fogline.lineage.matches import Facts, Match
from fogline.lineage.tellings import read_tellings

from .conftest import Make


def changes(make: Make, original: str, altered: str) -> list[tuple[str, str, str]]:
    """The changes between two one-sentence reports; a third report shows which words are names."""
    names = make("c", "In Talvek and Brenik and Kostrad the Lenna rises, said Abdelrahman and Abdelkarim of UNICEF.")
    found = {t.report_ids[0]: t for t in read_tellings((make("a", altered), make("b", original), names))}
    mine, theirs = found["a"], found["b"]
    match = Match(
        mine.sentences[0], theirs.sentences[0], Facts.of(mine), Facts.of(theirs),
        near_altered=mine.sentences, near_original=theirs.sentences,
        joined_altered=mine.sentences,
    )  # fmt: skip
    return [(c.kind, c.original, c.altered) for c in find_changes(match)]


@pytest.mark.parametrize(
    ("original", "altered", "kind"),
    [
        ("Some 300 people left Talvek, police said.", "About 500 people left Talvek, police said.", "number"),
        ("Some 300 people left, a priest said.", "Some 300 people left, the coast guard said.", "source"),
        ("The Front said that it had taken Brenik.", "The Front took Brenik.", "certainty"),
        ("The brigade may march on Kostrad.", "The brigade marches on Kostrad.", "certainty"),
        ("Talks are to resume in Kostrad.", "Talks resumed in Kostrad.", "certainty"),
        ("The army holds parts of Talvek.", "The army holds Talvek.", "scope"),
        ("The Front has surrounded Talvek.", "The Front has completely surrounded Talvek.", "scope"),
        ("The army entered Talvek on Monday.", "The army entered Talvek on Friday.", "time"),
        ("The army entered Talvek at dawn today.", "The army entered Brenik at dawn today.", "name"),
        ("A shell wounded nine men at the mill.", "A shell killed nine men at the mill.", "status"),
        ("The Front denied that Talvek was lost.", "The Front confirmed that Talvek was lost.", "negation"),
        ("At least 40 men left Talvek on foot.", "Up to 40 men left Talvek on foot.", "number"),
        ("The shell struck a church near the mill.", "The shell struck a school near the mill.", "wording"),
        ("The army holds all but the port of Talvek.", "The army holds all of Talvek.", "scope"),
        ("He left the old mill at nine a.m. on foot.", "He left the old mill at nine p.m. on foot.", "time"),
        (
            "At dawn they drove nine mules from Talvek by the mill to Brenik.",
            "At dawn they drove nine mules from Brenik by the mill to Talvek.",
            "place",
        ),
        (
            "The army will leave the old port of Talvek on Monday if the road to the mill is safe.",
            "The army will leave the old port of Talvek on Monday.",
            "certainty",
        ),
        ("A 105mm gun stands at the old mill.", "A 155mm gun stands at the old mill.", "number"),
        (
            "The ministry is considering the request from Talvek.",
            "The ministry approved the request from Talvek.",
            "status",
        ),
        (
            "A neutral officer at the old mill saw the shells fall.",
            "An officer at the old mill saw the shells fall.",
            "wording",
        ),
        ("The men at the old mill ran out of water.", "The men at the old mill ran out of shells.", "wording"),
        ("A shell fell near the old mill at noon.", "A shell fell into the old mill at noon.", "wording"),
        (
            "They freed nine men chained for years in deep pits of clay at the old mill of Talvek on Monday before the rain came.",
            "They freed nine men at the old mill of Talvek on Monday before the rain came.",
            "wording",
        ),
        (
            "Jets did not hit the old mill of Talvek.",
            "At Talvek it was the mill, an old one, that the jets hit.",
            "negation",
        ),
        (
            "Envoys intend to visit both ports and the mill of Talvek.",
            "At the mill of Talvek and in both its ports one meets envoys who visit.",
            "certainty",
        ),
        (
            "The Front asked the mayor of Talvek for nine trucks.",
            "Nine trucks have come to the Front from the mayor of Talvek.",
            "status",
        ),
    ],
)
def test_a_change_of_meaning_is_found(make: Make, original: str, altered: str, kind: str) -> None:
    assert {c[0] for c in changes(make, original, altered)} == {kind}


@pytest.mark.parametrize(
    ("original", "altered"),
    [
        ("Some 300 people left Talvek, police said.", "Police said that around three hundred people had left Talvek."),
        ("The bridge is 220 kilometres from Talvek.", "The bridge is 137 miles from Talvek."),
        ("Two residents said that Talvek was quiet.", "Talvek was quiet, according to two inhabitants."),
        ("The army may attack Brenik.", "The army might attack Brenik."),
        ("The army holds parts of Talvek.", "Part of Talvek is held by the army."),
        ("Talks are to resume in Kostrad.", "Talks in Kostrad are due to start again."),
        ("The army entered Talvek on Monday.", "The army entered Talvek yesterday."),
        ("Nine men were killed at the old mill.", "Nine men died at the old mill."),
        ("He denied that Talvek was lost to them.", "He said that Talvek was not lost to them."),
        ("The mill is eight kilometres from Talvek.", "The mill is five miles from Talvek."),
        ("They shut every crossing except Orlan.", "They shut every other crossing but Orlan."),
        ("Talvek, the second port, fell to the army on Monday.", "Talvek fell to the army on Monday."),
        (
            "The army will leave the old port of Talvek on Monday with its band and nine mules.",
            "The army will leave the old port of Talvek on Monday.",
        ),
        ("It was shut the day before Monday at Talvek.", "On Sunday the port at Talvek was shut for good."),
        ("Jets did not hit the old mill of Talvek.", "At Talvek it was no mill, old or new, that the jets hit."),
        ("Talvek’s mayor was asked to leave.", "It is a wish of many in Talvek that its mayor leaves."),
        ("Over 300 men left the old mill on foot.", "More than 300 men left the old mill on foot."),
    ],
)
def test_rewording_is_no_change(make: Make, original: str, altered: str) -> None:
    assert changes(make, original, altered) == []


def test_both_values_are_given(make: Make) -> None:
    found = changes(make, "Some 300 people left Talvek.", "Some 500 people left Talvek.")
    assert found == [("number", "300 people left", "500 people left")]


@pytest.mark.parametrize(
    "altered",
    [
        "The army entered Brenik, to believe two teachers of Talvek.",
        "The army entered Brenik, in their view.",
        "By the teachers’ tally the army entered Brenik.",
    ],
)
def test_a_source_that_is_named_in_other_words_is_still_a_source(make: Make, altered: str) -> None:
    original = "The army entered Brenik, two teachers of Talvek said."
    assert ("certainty", "two teachers of Talvek said so", "stated as a fact") not in changes(make, original, altered)


def test_a_party_that_is_named_is_no_source(make: Make) -> None:
    found = changes(make, "The army said that it had taken Brenik.", "Brenik was taken by the army.")
    assert [kind for kind, *_ in found] == ["certainty"]
