"""Our own labelled sentences: the form is checked, and the shipped files keep it."""

from pathlib import Path

import pytest

from training.claims.labelled import DATA, Wrong, read

STORY = """@ Dor Front = Front; the front
@ Karsin = the town

# d-1 | Wire | 2011-03-14 | agency
The Front took Karsin on Sunday, residents said.
- capture | took | actor=Dor Front {Front} | place=Karsin | source=residents | when=2011-03-13
? hold | took | actor=Dor Front | place=Karsin / Dor {-}

It left later.
- withdraw | left | actor=Dor Front {It} | place=Karsin {-} | status=planned
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "dor-2011.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_report_is_read_with_its_sentences_and_claims(tmp_path: Path) -> None:
    (report,) = read(written(tmp_path, STORY))
    first, second = report.sentences
    assert (first.opens, second.opens) == (True, True)
    assert [label.optional for label in first.labels] == [False, True]
    assert second.labels[0].status == "planned"
    assert second.labels[0].roles["place"][0][0].words is None
    assert [[filler.name for filler in way] for way in first.labels[1].roles["place"]] == [["Karsin"], ["Dor"]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("capture | took", "grab | took"),
        ("capture | took", "capture | seized"),
        ("{It}", "{They}"),
        ("status=planned", "status=maybe"),
        ("when=2011-03-13", "when=2011-03-13..2011-03-12"),
        ("place=Karsin |", "spot=Karsin |"),
        ("| agency", ""),
    ],
)
def test_a_line_out_of_form_is_told_with_its_number(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(Wrong, match=r"dor-2011.txt:\d+:"):
        read(written(tmp_path, STORY.replace(old, new, 1)))


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda p: p.stem)
def test_the_shipped_files_keep_the_form(path: Path) -> None:
    assert all(report.sentences for report in read(path))
