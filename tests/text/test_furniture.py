from __future__ import annotations

import pytest

from fogline.text.furniture import find_line, find_parts, patterns

FURNITURE = [
    "By QPA | Published: 00:04, 8 March | Updated: 06:31",
    "You are here: Home > News > Brenna",
    "Photo: EPA",
    "Photo: A guard looks over the river. Staff picture",
    "PHOTO/CAPTION: AFP".replace("/CAPTION", ""),
    "Image source, Getty Images",
    "Image caption, A guard looks over the river",
    "Photograph by Jane Roe",
    "A guard looks over the river. Photo: Jane Roe",
    "Villagers wait for water near the river [File: Jane Roe/Reuters]",
    "A guard looks over the river (AP Photo)",
    "ADVERTISEMENT",
    "- Advertisement -",
    "Sponsored content",
    "The story continues below",
    "Story continues below this ad",
    "Article continues after advertisement",
    "Continued on page 9",
    "Cont. from page 1",
    "See bridge on page 12",
    "See FRONT, Page A12",
    "Page 3",
    "Related: Why the bridge matters",
    "READ MORE: What we know of the offensive",
    "Related stories",
    "Most read",
    "You may also like",
    "Sign up for the evening newsletter",
    "Sign up to receive our daily briefing in your inbox",
    "Get the day's news in your inbox",
    "Subscribe now",
    "Share on Facebook",
    "Share",
    "1.2K shares",
    "14 comments",
    "5 min read",
    "© 2031 The Paper",
    "Copyright 2031 The Paper. All rights reserved. This material may not be published.",
    "All rights reserved.",
    "Published: 7 May 2031",
    "Updated 3 hours ago",
    "date 2031-05-07",
    "By Jane Roe",
    "By Jane Roe and Ali Doe, Foreign Desk",
    "With reporting by Reuters",
    "Source: AFP",
    "Tags: war, bridge",
    "https://example.org/a",
    "[Image] A guard looks over the river",
    "A guard looks over the river (library picture)",
    "A guard looks over the river. NPW/Ali Doe",
    "J. ROE / THE STANDARD | A guard looks over the river",
    "A guard looks over the river, Jan 14. Picture: J. Roe",
    "SEE BRENNA, A6",
    "BRENNA: army leaves (cont'd. from front page)",
    "Harbour dues to rise, page 9",
    "(Continued in column five, overleaf)",
    "113",
    "- 7 -",
    "112 THE QUADRANT",
    "A4 - WORLD",
    "AFRICA IN BRIEF",
    "ASIA-PACIFIC >> CONFLICT",
    "LATE FINAL",
    "ALSO TODAY Council puts off vote",
    "Jane Roe has been our correspondent in Colm since 2024. She used to be a sailor.",
    "Dr Roe is a visiting fellow at the institute.",
    "The author is a retired colonel and teaches at the staff college.",
    "To be taken off this list, send an empty message.",
    "Support us from two dollars a month.",
    "LIVE BLOG",
    "Key event",
    "14:32 GMT",
    "14:05 GMT - 3 hours ago",
    "Posted by Jane Roe at 12:58",
    "TRENDING: Six ways to use a marrow",
    "Lire aussi : le prix du pain",
    "You have read 3 of your 5 free articles this month",
    "38 people are reading this page right now",
    "Scroll for video",
    "Skip navigation",
    "Join the conversation: what should be done first?",
    "Forwarded this? Get your own",
    "We use cookies, and so do our partners. Manage choices",
    "The station can be heard on 88.2 MHz.",
    "Low water at the bridge 14:52, high water 20:41",
    "Figure 1. Incidents by month",
    "Distribution: restricted to partners.",
    "[Advt.] Passages to the coast",
    "From our wire services",
    "QPA writers Jane Roe in Brenna and Ali Doe in Colm contributed.",
    "First posted at 0712, updated at 1140",
    "SUBSCRIBERS ONLY",
    "LATE NIGHT SPECIAL",
    "En vivo",
    "Sunday, 4 May 2031 · THE COLM HERALD · Page 7",
    "Friday Morning, May 9 — Twelve Pages — Ten Cents",
    "Monday, May 5, 2031 | Second week of Easter",
    "QPA | Updated 19:40, Sunday",
    "News | World | Sport | Opinion | Weather",
    "(Adds comment by the army, paragraphs 4-5)",
    "Eds: adds detail on the bridge",
    "NNNN",
    "qpa jr/ad",
    "* * *",
    "-----",
]

STORY = [
    "May 4 — Troops enter Brenna",
    "May 4 — Troops enter Brenna — army denies it",
    "Brenna, May 4 · Troops enter at dawn",
    "Who is who",
    "Read in the square",
    "Home and work are gone",
    "More troops came.",
    "Photos and videos on social media showed fighters in the square.",
    "Pictures, films and messages showed fighters in the square.",
    "Sources said that the army had left.",
    "Sources: army units left the bridge at noon and crossed the river, residents said. They went north.",
    "Agencies were forced to close their offices in the town.",
    "Share prices fell after the attack.",
    "The story continues to worry the villagers.",
    "By Friday, rebels had reached the bridge",
    "Related groups said that they would join the offensive.",
    "More than 300 people were killed.",
    "Copying the tactics of the spring, they came at night.",
    "Location: Darrow bridge",
    "Page after page of the list names the dead.",
    "See what happened to the bridge, said a farmer.",
    "Join the army or leave, they were told.",
    "Published figures say that 12 people died.",
    "The army published a picture: soldiers at the gate of the camp.",
    "22:05",
    "The author of the attack is not known.",
    "Support for the rebels has grown, residents said.",
    "To leave the town was death, she said.",
    "Help us, they cried from the bridge.",
    "The writer was in the town when it fell, residents said.",
    "WHAT WE KNOW",
    "The troops left the town at 14:32.",
    "Rebels had 15:30 written on the wall.",
    "Live fire was heard all night",
    "Breaking the siege took a month",
    "Weather: fog in the valleys, clearing towards evening.",
    "112 KILLED IN BRENNA",
    "112 KILLED",
    "Army seeks $500",
    "The war in the north",
    "Brenna (handout of aid went on)",
    "Table 2 was bare; the family had left.",
    "Scroll and sword are gone from the museum, its keeper said.",
    "The cause was hunger, drought and fear contributed.",
    "Restricted areas were opened again.",
    "The guide was on page 9 of his book when the shell fell.",
    "Two men in the town were seen by U.S./U.N. monitors, he said.",
    "3,000 troops",
    "Rebels take two towns",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_known_by_its_form(line):
    assert find_line(line) is not None


@pytest.mark.parametrize("line", STORY)
def test_lines_of_a_story_are_left_alone(line):
    assert find_line(line) is None


def test_long_paragraphs_are_never_furniture():
    assert find_line("Photo: " + "the rebels went on. " * 30) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("They left. (More Brenna stories.)", "(More Brenna stories.)"),
        ("They left. [Photo: Jane Roe] They came back.", "[Photo: Jane Roe]"),
        ("They left. ADVERTISEMENT They came back.", "ADVERTISEMENT"),
        ("They left. SEE BRENNA, PAGE A17 They came back.", "SEE BRENNA, PAGE A17"),
        ("They left. SEE BRENNA, A17 They came back.", "SEE BRENNA, A17"),
        ("SEE BRENNA, PAGE A17 They came back.", "SEE BRENNA, PAGE A17"),
        ("They left. (See map, page 11)", "(See map, page 11)"),
        ("They left. READ MORE: The price of bread", "READ MORE: The price of bread"),
        ("They left. Story continues below They came back.", "Story continues below"),
        ("They left. (Reporting by Jane Roe; Editing by Ali Doe)", "(Reporting by Jane Roe; Editing by Ali Doe)"),
    ],
)
def test_furniture_within_a_paragraph_is_found_exactly(text, part):
    [found] = find_parts(text, is_first=False)
    assert text[found.start : found.end] == part


@pytest.mark.parametrize(
    "text", ["They lost ten men (more than in any week).", "An advertisement in the paper said so.", "date 2031-05-07"]
)
def test_what_only_looks_like_it_is_left(text):
    assert find_parts(text, is_first=False) == []


def test_the_date_is_furniture_in_the_first_line_only():
    assert [(p.start, p.end) for p in find_parts("date 2031-05-07 They left.", is_first=True)] == [(0, 15)]


def test_lines_of_a_form_that_is_taught_are_learnt_from():
    assert find_line("LIVE BLOG") is not None
    assert find_line("LIVE BLOG", learning=True) is None
    assert find_parts("They left. (See map, page 11)", is_first=False, learning=True) == []
    assert find_line("Photo: EPA", learning=True) is not None


def test_every_pattern_is_named_once():
    names = [pattern.name for kind in ("line", "inline", "prefix") for pattern in patterns(kind)]
    assert len(names) == len(set(names))
