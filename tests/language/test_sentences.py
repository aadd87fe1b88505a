"""Sentences of news: what ends one, and what does not."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.engine.sentences import iter_passages, measure, mistakes
from fogline.language import split

LEAST_F1 = 0.99


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text)]


@pytest.mark.parametrize(
    "told",
    [
        ["The army left Karsin.", "The town was quiet."],
        ["He met Lt. Gen. A. B. Orlan on Nov. 27 at the base.", "Nothing was said."],
        ["The U.S. Army flew them out.", "They landed at 3 p.m. on Friday."],
        ["Talks began at 5 a.m.", "The envoys left an hour later."],
        ["KARSIN —", "The U.N. said two convoys had arrived.", "More are due."],
        ["“We hold the bridge,” the spokesman said.", "“Nobody has left.”", "A resident disagreed."],
        ["“Is it over?” she asked.", "It was not."],
        ["Some 1,200 people fled.", "14 died."],
        ["Route No. 5 is closed.", "Vehicles turn back."],
        ["Gov. Dorn spoke in Washington, D.C., on Monday."],
        ["It lies 3.5 km from Karsin."],
        ["They left in 2011.", "In 2014 they came back."],
        ["He waited…", "Nobody came."],
        ["DORA, Norland, Jan. 27 (NNA) --", "The army left Karsin."],
        ["PORT DOR —", "Two ships left."],
    ],
)
def test_each_sentence_stands_alone(told):
    assert sentences(" ".join(told)) == told


@pytest.mark.parametrize(
    "told",
    [
        # after an abbreviation
        ["He flew back to the U.S.", "He said nothing."],
        ["That is the view of the U.S.", "Turkey disagrees."],
        ["The last shell fell at 9 p.m.", "Residents came out.", "It was 9 p.m. Norland time."],
        ["He owns Dor & Sons Ltd.", "The firm is new.", "Dor Mining Co. of Karsin is not."],
        ["“No.", "We stay,” he said.", "Post No. 3 fell."],
        ["It ended on Fri.", "The judge was ill.", "It goes on in Jan. 2020."],
        ["The match of the army vs. the Dorans is over.", "Lieut. Gen. Orlan won, Sgt. Maj. Dorn lost."],
        ["He was born c. 1960.", "See p. 4.", "Art. 51 applies."],
        ["The SEC.", "The army."],
        # quotations
        ["“Where are they?” Capt. Dorn asked.", "Nobody spoke."],
        ["“Where are they?”", "Capt. Dorn said that he did not know."],
        ["The claim is “a lie.”", "The army said so."],
        ["‘Wait,’ said Orlan.", "‘Nobody moves.’", "They waited."],
        # sentences in parentheses, notes, other ends
        ["They left.", "(Dorn denies it.)", "It rained."],
        ["They came in May.[3]", "They left in June. [4]", "It is said.[citation needed]", "Who knows?"],
        ["“We heard . . . a roar,” he said.", "He ran…", "Nobody followed."],
        ["It ended at noon.", "The map is at https://example.org/a.b?c=3.", "It is old."],
        # beginnings
        ["The town fell.", "al-Doran fighters took it.", "iPhone footage shows them.", "de Orlan fled."],
        ["they hit us again.", "no power.", "stay inside!", "will write"],
        ["He gave reasons: 1. The bridge is gone.", "2. The road is mined."],
    ],
)
def test_news_is_split_as_a_reader_would(told):
    assert sentences(" ".join(told)) == told


@pytest.mark.parametrize(
    "told",
    [
        ["14:32 GMT –", "The army left Karsin."],
        ["[14:32]", "The army left Karsin."],
        ["Updated 9:05 a.m.:", "The army left Karsin."],
        ["Karsin, 14 March 2022 –", "The army left."],
        ["KARSIN (NNA) -", "al-Doran fighters left."],
        ["Karsin — Norland's capital — is quiet.", "It rains."],
        ["RSN — the radio — said so.", "It rains."],
        # line ends that a page has lost
        ["Aid runs short in the port", "Karsin, Norland (CNN) --", "Rebels took the airport.", "It rains."],
        ["KARSIN | Mon Aug 29, 2011 7:23 am EDT", "KARSIN Aug 29 (Reuters) -", "The army left."],
        ["The boat sank on Wednesday", "(CNN) --", "At least 150 drowned."],
        ["The front (RNF) - the rebels' own - said so.", "It rains."],
    ],
)
def test_a_stamp_or_a_dateline_stands_alone_and_a_name_in_dashes_does_not(told):
    assert sentences(" ".join(told)) == told


@pytest.mark.parametrize(
    "told",
    [
        ["14:32 GMT", "Army leaves Karsin", "The army left Karsin.", "It was quiet."],
        ["Army leaves Karsin", "", "The army left Karsin."],
        [
            "The terms:",
            "- all fire stops",
            "- prisoners go home.",
            "• Aid may pass.",
            "1. Talks go on.",
            "2) Dor is shut",
        ],
        ["REPORTER: Who fired?", "COL. DORN: Not us.", "Q. Who, then?", "A. Ask them."],
        ["Issued at 22:00", "Military Information Dept.", "K. Orlan"],
    ],
)
def test_headings_items_and_labels_stand_alone(told):
    assert sentences("\n".join(told)) == [line for line in told if line]


@pytest.mark.parametrize(
    "text",
    [
        "The army left\nthe town of Karsin.",
        "The army was seen at the\nBridge of Dor.",
        "They were met by Lt. Col.\nOrlan at the gate.",
        "The siege began on Nov.\n27 and went on.",
        "The column left the town before first light and drove along the coast\n"
        "road towards Dor with six trucks and two guns, where the militia of\n"
        "Karsin had closed the bridge to everyone but its own.",
    ],
)
def test_a_wrapped_line_goes_on(text):
    assert sentences(text) == [text]
    assert sentences(text.replace("\n", "\r\n")) == [text.replace("\n", "\r\n")]


def test_a_lost_blank_parts_sentences_but_no_address():
    assert sentences("It fell at noon.The army fled.") == ["It fell at noon.", "The army fled."]
    assert sentences("See www.example.org/News.The-end for more.") == ["See www.example.org/News.The-end for more."]


def test_a_wrapped_text_keeps_its_sentences():
    assert sentences("The army left\nthe town of Karsin.\nIt was quiet.") == [
        "The army left\nthe town of Karsin.",
        "It was quiet.",
    ]


def test_the_marked_passages_are_split_as_marked():
    figures = measure()
    assert figures["all_sentences"] >= 300
    assert figures["all_f1"] >= LEAST_F1, mistakes()
    assert figures["dev_f1"] >= LEAST_F1
    assert figures["held_f1"] >= LEAST_F1 - 0.01  # four ends are a hundredth


def test_marks_give_raw_text_and_ends():
    (passage,) = iter_passages("== dev one\nArmy leaves¦\n\nIt left.¦ Dor is quiet.¦\n")
    assert passage.raw == "Army leaves\n\nIt left. Dor is quiet."
    assert [passage.raw[:end].split()[-1] for end in passage.ends] == ["leaves", "left.", "quiet."]


def test_nothing_gives_nothing():
    assert split("") == ()
    assert split(" \n\t ") == ()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_every_word_lies_in_exactly_one_sentence(text):
    spans = split(text)
    assert all(a < b and text[a:b].strip() == text[a:b] for a, b in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    outside = "".join(
        text[a:b] for a, b in zip([0, *(s[1] for s in spans)], [*(s[0] for s in spans), len(text)], strict=True)
    )
    assert outside.strip() == ""


LONG = [
    *("word ", ".", "A.", "A. ", ". ", "1. ", " ", '."', ".)", "x\n", "X\n", "\n", "\t\r", "\r\n", "the\n", "- x\n"),
    *("\x00\x1c", "Dor ", "DOR, ", "A — ", "14:32 ", "noon.The ", "軍隊は町に入った。", "войска вошли. ", "🔥! "),
]


@pytest.mark.parametrize("piece", LONG[:9])
def test_a_long_monotonous_text_is_split_in_linear_time(piece):
    def seconds(n: int) -> float:
        start = time.process_time()
        split(piece * n)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(200_000) < 100 * max(seconds(10_000), 0.01)


@pytest.mark.parametrize("piece", LONG)
def test_200_000_pieces_take_no_time(piece):
    start = time.process_time()
    split(piece * (200_000 // max(1, len(piece) // 2)))
    assert time.process_time() - start < 4
