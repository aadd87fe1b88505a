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
    "* * *",
    "-----",
]

STORY = [
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
    "WHAT WE KNOW",
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


def test_every_pattern_is_named_once():
    names = [pattern.name for kind in ("line", "inline", "prefix") for pattern in patterns(kind)]
    assert len(names) == len(set(names))
