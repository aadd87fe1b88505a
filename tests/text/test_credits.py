from __future__ import annotations

import pytest

from fogline.records import Reading
from fogline.text import Clean
from fogline.text.credits import find_credits
from tests.text.conftest import STORY


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        ("BRENNA, May 7 (QPA) - Troops left the town.", ("QPA",)),
        ("BRENNA/COLM (Reuters) — Troops left the town.", ("Reuters",)),
        ("Brenna (AFP) – Troops left the town.", ("AFP",)),
        ("BRENNA, 7 May 2031 (Sudeten Press) - Troops left the town.", ("Sudeten Press",)),
        ("The AP reports the troops left the town.", ("AP",)),
        ("Troops left the town, the Associated Press reported.", ("AP",)),
        ("QPA reports that troops left the town.", ("QPA",)),
        ("Troops left the town, QPA reports.", ("QPA",)),
        ("Troops left the town, the Quarry Press Agency (QPA) reports.", ("QPA",)),
        ("Troops left, the Quarry Press Agency reports. A nurse told QPA so.", ("QPA",)),
        ("With reporting by Reuters and the Associated Press", ("Reuters",)),
        ("Source: AFP", ("AFP",)),
        ("Troops left the town. Source Reuters", ("Reuters",)),
        ("Troops left the town.-AFP", ("AFP",)),
        ("- AFP", ("AFP",)),
        ("Reuters", ("Reuters",)),
        ("(AP, AFP and Reuters)", ("AFP", "AP", "Reuters")),
        ("Reuters journalists fled the town.", ()),
        ("Troops left the town. - REUTERS", ("Reuters",)),
        ("Troops left the town. (AP)", ("AP",)),
        ("Jane Roe of The Associated Press contributed to this report.", ("AP",)),
        ("The Associated Press contributed to this report.", ("AP",)),
        ("Troops left, according to Sudeten news agency.", ("Sudeten",)),
    ],
)
def test_what_a_text_credits(text, credits):
    assert find_credits([text], outlet=None) == credits


@pytest.mark.parametrize(
    "text",
    [
        "Two officials told Reuters that troops had left.",
        "The SOHR reports that troops left.",
        "UNHCR reports that 3,000 people fled.",
        "The Northern Democratic Front (NDF) said so. NDF reports that it took the town.",
        "The state news agency SANA reported that the army held the town.",
        "Turkey's state-run Anadolu Agency reported that the road was open.",
        "Fighters of the Northern Front (NF) - the largest group - left.",
        "He reads Reuters.",
    ],
)
def test_what_is_no_credit(text):
    assert find_credits([text], outlet=None) == ()


@pytest.mark.parametrize(
    ("outlet", "credits"),
    [
        ("Quarry Press Agency (QPA)", ("QPA",)),
        ("Quarry Press Agency", ("QPA",)),
        ("Associated Press", ("AP",)),
        ("The Evening Herald", ()),
        (None, ()),
    ],
)
def test_an_outlet_that_is_an_agency_is_its_own_credit(outlet, credits):
    assert find_credits(["A nurse told QPA that troops had left."], outlet=outlet) == credits


def test_a_pictures_agency_and_a_strays_dateline_are_no_credits():
    stray = "LISBON, May 6 (CORK) - Cork growers in Alentejo, whose harvest failed twice, have asked the ministry in Lisbon for"
    story = [line.replace("BRENNA, May 7 (QPA) - ", "") for line in STORY]
    reading = Clean()(Reading("a", "\n".join([*story, "Photo: EPA", "Continued on page 9", stray])))
    assert reading.credits == ()


def test_a_byline_of_an_agency_counts_and_the_order_is_fixed():
    reading = Clean()(Reading("a", "\n".join([*STORY, "With reporting by AFP"])))
    assert reading.credits == ("AFP", "QPA")


def test_an_agency_beside_a_name_over_the_story_is_credited():
    story = [STORY[0].replace(" (QPA)", ""), *STORY[1:]]
    reading = Clean()(Reading("a", "\n".join(["Army quits two towns", "Jane Roe and AP", *story])))
    assert reading.credits == ("AP",)
