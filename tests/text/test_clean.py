from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.records import Reading, Refusal, SpanKind
from fogline.text import Clean
from tests.text.conftest import STORY, STRAYS, covers

LINES = st.sampled_from(
    [
        *STORY,
        *STRAYS,
        "Photo: EPA",
        "ADVERTISEMENT",
        "Continued on page 9",
        "",
        "   ",
        "* * *",
        "KEY POINTS",
        "date 2031-05-07 Troops left.",
    ]
)


@given(st.text(max_size=400))
def test_spans_part_any_text(raw):
    reading = Clean()(Reading("a", raw))
    assert covers(raw, reading.spans)
    assert reading.raw == raw


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028", " \n\t"]))
def test_spans_part_any_page(lines, ending):
    raw = ending.join(lines)
    assert covers(raw, Clean()(Reading("a", raw)).spans)


@given(st.lists(LINES, max_size=10))
def test_cleaning_twice_is_cleaning_once(lines):
    once = Clean()(Reading("a", "\n".join(lines)))
    assert Clean()(once) == once


def test_a_page_is_parted_into_story_furniture_and_strays(spans):
    page = [
        "Army quits two towns",
        *STORY[:2],
        "Photo: A man crosses the bridge at Colm. Picture desk",
        STORY[2],
        "ADVERTISEMENT",
        *STORY[3:],
        "Sign up for the evening newsletter",
        *STRAYS,
    ]
    kinds = [kind for kind, _ in spans("\n".join(page))]
    assert kinds == [
        "headline",
        *["body"] * 2,
        "furniture",
        "body",
        "furniture",
        *["body"] * 3,
        "furniture",
        *["stray"] * 2,
    ]


def test_the_first_lines_date_is_furniture_and_the_story_beside_it_body(spans):
    found = spans(f" date 2031-05-07 {STORY[0]}\n{STORY[1]}")
    assert found[:2] == [("furniture", "date 2031-05-07"), ("body", STORY[0])]


def test_furniture_at_the_end_of_a_paragraph_is_cut_out_of_it(spans):
    found = spans(f"{STORY[0]}\n{STORY[1]} (More Brenna stories.)")
    assert found[1:] == [("body", STORY[1]), ("furniture", "(More Brenna stories.)")]


def test_a_reading_with_a_refusal_passes_untouched():
    refused = Reading("a", "Photo: EPA", refusal=Refusal("intake", "is a PDF"))
    assert Clean()(refused) is refused


@pytest.mark.parametrize("raw", ["", " \n ", "Photo: EPA", "ADVERTISEMENT\n* * *\nContinued on page 3"])
def test_a_text_without_a_body_is_refused(raw):
    reading = Clean()(Reading("a", raw))
    assert reading.refusal is not None
    assert reading.refusal.stage == "text"
    assert "no body text" in reading.refusal.reason
    assert covers(raw, reading.spans)


def test_notes_without_any_stop_are_body_and_not_all_headlines(spans):
    assert {kind for kind, _ in spans("Troops left Brenna\nShelling near Darrow\nBridge gone")} == {"body"}


def test_headings_between_paragraphs_are_headlines(spans):
    found = spans("\n".join([*STORY[:3], "Fighting at the bridge", *STORY[3:]]))
    assert ("headline", "Fighting at the bridge") in found


def test_headlines_stay_out_of_the_body_text():
    reading = Clean()(Reading("a", "\n".join(["Army quits two towns", *STORY])))
    assert next(span.kind for span in reading.spans) is SpanKind.HEADLINE
    assert "Army quits" not in reading.body_text()


def test_a_wrapped_text_keeps_its_sentences_whole(spans):
    raw = (
        "Government troops pulled out of Brenna and Colm on Saturday, leaving the\n"
        "Oder road to the Northern Front, residents said. The withdrawal came as\n"
        "the Northern Front sent cars towards Darrow.\n"
        "\n"
        "An army spokesman denied that Colm had been given up and said that its\n"
        "troops were regrouping behind the Oder bridge.\n"
    )
    assert len(spans(raw)) == 2


def test_the_stage_says_what_it_needs_and_gives():
    assert (Clean.name, Clean.needs, Clean.gives) == ("text", (), ("spans", "credits"))


@pytest.mark.parametrize(
    "raw",
    [
        "A" * 300_000,
        "a-" * 100_000 + " x",
        "." * 300_000 + "a",
        "<" * 1_000_000,
        "( " * 100_000,
        "Xx News Agency " * 10_000,
        "Photo: " * 30_000,
        "\n".join(["Troops left Brenna."] * 3_000),
        "\n".join(["- 1 -"] * 3_000),
        "\ud800\x00\ufeff" * 1000,
    ],
    ids=["letters", "hyphens", "stops", "brackets", "round", "agencies", "photos", "lines", "pages", "halves"],
)
def test_hostile_texts_come_to_an_end_soon(raw):
    begin = time.process_time()
    reading = Clean()(Reading("a", raw))
    assert time.process_time() - begin < 10
    assert covers(raw, reading.spans)


def test_a_last_line_that_breaks_off_behind_a_name_of_the_story_is_the_storys(spans):
    rng = random.Random(1)
    behind_darrow = STORY[-2].index("Darrow") + len("Darrow")
    for _ in range(20):
        cut = rng.randint(behind_darrow, len(STORY[-2]) - 1)
        found = spans("\n".join([*STORY[:-2], STORY[-2][:cut]]))
        assert "stray" not in {kind for kind, _ in found}


def test_what_readers_wrote_below_a_story_is_no_story(spans):
    raw = "\n".join(
        [*STORY, "We welcome comments that add to the story.", "They took the town.", "Views expressed in comments."]
    )
    assert [kind for kind, text in spans(raw) if "took the town" in text] == ["furniture"]


def test_a_word_on_comments_above_a_story_ends_nothing(spans):
    raw = "\n".join(["We welcome comments on our stories.", *STORY])
    assert [text for kind, text in spans(raw) if kind == "body"] != []


def test_a_box_in_mid_page_on_what_readers_may_send_ends_no_story(spans):
    raw = "\n".join([*STORY[:3], "At no time should you endanger yourself or others.", *STORY[3:]])
    found = spans(raw)
    assert [kind for kind, text in found if "endanger yourself" in text] == ["furniture"]
    assert all(any(line in text for kind, text in found if kind == "body") for line in STORY[-2:])
