"""What is taken or left, and by whom, held against the grammar: shares, things near a place, lists, civilians, aims."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fogline.claims.candidates import casts
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.claims.taken import as_taken, told_things
from fogline.claims.taken_places import ground_of, named_in
from fogline.claims.takers import with_takers
from fogline.records import ClaimType, Name, Status
from tests.claims.reports import TEXTS, claims, scene, told


def _told(raw: str, act: str, kind: ClaimType = ClaimType.CAPTURE) -> list[str]:
    """The places that a sentence's act takes or leaves."""
    report = scene(raw)
    cast = next(iter(casts(report)))
    word = next(t for t in report.doc if t.text == act)
    ground = ground_of(cast)
    left = kind is ClaimType.WITHDRAW
    return sorted({n.text for thing in told_things(word, kind, ground) for n in named_in(thing, ground, left=left)})


def _named(report: Scene, words: str) -> tuple[Name, ...]:
    """The name under which the report has a party."""
    return (next(c.mention.name for cast in casts(report) for c in cast.here if words in c.text),)


@pytest.mark.parametrize(
    ("raw", "act", "places"),
    [
        ("The army captured Goma.", "captured", ["Goma"]),
        ("The army captured three villages near Goma.", "captured", []),
        ("The army captured a checkpoint in Goma.", "captured", []),
        ("The army drove the rebels out of Goma.", "drove", ["Goma"]),
        ("The army seized several towns, including Goma and Bukavu.", "seized", ["Bukavu", "Goma"]),
        ("The army captured the hospital of Goma.", "captured", ["hospital of Goma"]),
        ("The army captured 200 square kilometres of Goma.", "captured", ["Goma"]),
        ("The army captured an area east of Goma.", "captured", []),
        ("The army took the Himbi district in Goma.", "took", ["Himbi district"]),
        ("The army captured Congo's largest city, Goma.", "captured", ["Goma"]),
        ("The army captured Goma, the capital of North Kivu.", "captured", ["Goma"]),
        ("The army shelled posts and took villages near Goma.", "took", []),
        ("The town shook after an airstrike on the Himbi area seized by rebels.", "seized", ["Himbi"]),
        ("Shells fell on Goma, in the Kivu region, which M23 captured in May.", "captured", ["Goma"]),
        ("Shells fell on Goma, in Kivu province, captured by M23 in May.", "captured", ["Goma"]),
        ("Goma, a town in the Kivu region that M23 took in May, is empty.", "took", ["Goma"]),
        ("Shells fell on the Kivu region, which M23 captured in May.", "captured", ["Kivu region"]),
        ("The army is in Goma, in the Kivu region, which Rwanda annexed.", "annexed", ["Kivu region"]),
    ],
)
def test_a_share_stands_for_its_place_and_things_near_it_do_not(raw: str, act: str, places: list[str]) -> None:
    assert _told(raw, act) == places


def test_a_town_of_which_a_share_is_taken_stands() -> None:
    report = scene("Rebels captured most of Goma.")
    act = next(t for t in report.doc if t.text == "captured")
    guess = Proposition(act, ClaimType.CAPTURE, _named(report, "rebels"), place=Name("Goma"))
    assert as_taken({act.sent.start: [guess]}, list(casts(report)))[act.sent.start] == [guess]


def test_the_city_is_the_one_that_its_sentence_names_first() -> None:
    report = scene(
        "It was calm. Nobody slept. Rebels are near Bukavu. After soldiers had left Goma on Friday, the city came under rebel control."
    )
    act = next(t for t in report.doc if t.text == "control")
    guess = Proposition(act, ClaimType.CAPTURE, _named(report, "rebel"), place=Name("Bukavu"))
    (made,) = as_taken({act.sent.start: [guess]}, list(casts(report)))[act.sent.start]
    assert made.place is not None
    assert made.place.text == "Goma"


def test_posts_in_a_town_that_are_left_stand_for_it() -> None:
    report = scene("The army left its positions in Goma.")
    act = next(t for t in report.doc if t.text == "left")
    guess = Proposition(act, ClaimType.WITHDRAW, _named(report, "army"), place=Name("Goma"))
    assert as_taken({act.sent.start: [guess]}, list(casts(report)))[act.sent.start] == [guess]


def test_a_place_that_something_is_near_is_not_taken() -> None:
    report = scene("Rebels captured two villages near Goma.")
    act = next(t for t in report.doc if t.text == "captured")
    guess = Proposition(act, ClaimType.CAPTURE, (Name("rebels"),), place=Name("Goma"))
    (made,) = as_taken({act.sent.start: [guess]}, list(casts(report)))[act.sent.start]
    assert made.place is None


def test_the_agent_took_it_and_the_loser_did_not() -> None:
    report = scene("Goma was captured by M23 from the Congolese army.")
    act = next(t for t in report.doc if t.text == "captured")
    army = next(c.mention.name for cast in casts(report) for c in cast.here if "army" in c.text)
    (made,) = with_takers([Proposition(act, ClaimType.CAPTURE, (army,))], next(iter(casts(report))))
    assert army not in made.actors
    assert made.actors


def test_troops_and_their_allies_left_and_not_who_came_after_them() -> None:
    report = scene("The M23 rebels took over Goma after government troops and their local allies left.")
    act = next(t for t in report.doc if t.text == "left")
    taker = next(c.mention.name for cast in casts(report) for c in cast.here if "M23" in c.text)
    (made,) = with_takers([Proposition(act, ClaimType.WITHDRAW, (taker,))], next(iter(casts(report))))
    assert taker not in made.actors
    assert made.actors


def test_civilians_who_leave_withdraw_from_nothing() -> None:
    report = scene("Families left Goma on Friday.")
    act = next(t for t in report.doc if t.text == "left")
    assert with_takers([Proposition(act, ClaimType.WITHDRAW)], next(iter(casts(report)))) == []


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        ("The army sent tanks with the aim of capturing Goma.", Status.PLANNED),
    ],
)
def test_an_aim_lies_ahead_and_what_is_prevented_might_be(raw: str, status: Status) -> None:
    told = [c.status for c in claims(raw) if c.type is ClaimType.CAPTURE]
    assert Status.ASSERTED not in told
    assert not told or status in told


@pytest.mark.parametrize(
    ("raw", "act", "kind"),
    [
        ("The army left the abandoned base.", "abandoned", ClaimType.WITHDRAW),
        ("They met during the occupation of Goma.", "occupation", ClaimType.CAPTURE),
        ("The men surrendered in Goma.", "surrendered", ClaimType.CAPTURE),
        ("Rebels seized weapons near Goma.", "seized", ClaimType.CAPTURE),
        ("Rebels left the scene in Goma.", "left", ClaimType.WITHDRAW),
    ],
)
def test_what_only_sounds_like_taking_or_leaving_is_none(raw: str, act: str, kind: ClaimType) -> None:
    report = scene(raw)
    word = next(t for t in report.doc if t.text == act)
    guess = Proposition(word, kind, (Name("rebels"),), place=Name("Nowhere"))
    assert as_taken({word.sent.start: [guess]}, list(casts(report)))[word.sent.start] == []


def test_who_is_aided_took_it_and_not_the_helper() -> None:
    report = scene("Rwandan forces aided by the Congolese army having retaken Goma, fighting ended.")
    act = next(t for t in report.doc if t.text == "retaken")
    (made,) = with_takers([Proposition(act, ClaimType.CAPTURE, _named(report, "army"))], next(iter(casts(report))))
    assert made.actors == _named(report, "Rwandan forces")


def test_both_of_a_list_took_it() -> None:
    report = scene("Rwandan troops and Congolese soldiers captured Goma.")
    act = next(t for t in report.doc if t.text == "captured")
    first, second = _named(report, "Rwandan troops"), _named(report, "Congolese")
    (made,) = with_takers([Proposition(act, ClaimType.CAPTURE, second)], next(iter(casts(report))))
    assert set(made.actors) == {*first, *second}


def test_a_fall_is_to_whom_it_says_and_to_nobody_else() -> None:
    report = scene("Goma fell to M23 while the Congolese army shelled Bukavu.")
    act = next(t for t in report.doc if t.text == "fell")
    (made,) = with_takers([Proposition(act, ClaimType.CAPTURE, _named(report, "army"))], next(iter(casts(report))))
    assert made.actors == _named(report, "M23")


def test_what_was_lost_was_not_taken_by_who_defended_it() -> None:
    report = scene("The Congolese army threw the attackers back twice, but on Tuesday the village was lost.")
    act = next(t for t in report.doc if t.text == "lost")
    (made,) = with_takers([Proposition(act, ClaimType.CAPTURE, _named(report, "army"))], next(iter(casts(report))))
    assert made.actors == ()


def test_what_was_lost_to_somebody_was_taken_by_him() -> None:
    report = scene("The Congolese army threw them back twice, but on Tuesday the village was lost to M23.")
    act = next(t for t in report.doc if t.text == "lost")
    (made,) = with_takers([Proposition(act, ClaimType.CAPTURE, _named(report, "army"))], next(iter(casts(report))))
    assert made.actors == _named(report, "M23")


def test_the_name_right_before_which_is_what_was_taken() -> None:
    assert _told("They struck rebels near Goma, which the army recaptured in March.", "recaptured") == ["Goma"]


def test_what_nobody_says_is_only_possible() -> None:
    told = claims("The army did not say that the rebels had captured Goma.")
    assert Status.ASSERTED not in [c.status for c in told if c.type is ClaimType.CAPTURE]


@given(TEXTS)
def test_no_capture_tells_neither_who_nor_where(raw: str) -> None:
    asked = (ClaimType.CAPTURE, ClaimType.WITHDRAW)
    assert all(c.actors or c.place for c in claims(raw) if c.type in asked)


@pytest.mark.parametrize(
    ("raw", "taker"),
    [
        ("Last week the army dealt a blow to the rebels by seizing their base in Goma.", "army"),
        ("Rebels advanced from the north and took Goma.", "rebels"),
        ("Rebels hold the hills despite the army's recapture of Goma.", "army"),
        ("Goma was seized by rebels from government forces on Friday.", "rebels"),
        ("Fighters from the army took Goma.", "army"),
        ("Rebel forces including fighters from M23 seized Goma.", "rebel forces"),
    ],
)
def test_the_taker_is_who_grammar_says(raw: str, taker: str) -> None:
    told = [c for c in claims(raw) if c.type is ClaimType.CAPTURE]
    assert [[n.text for n in c.actors] for c in told] == [[taker]]


@pytest.mark.parametrize("owner", ["the army's camp", "villages from the army"])
def test_who_had_it_took_nothing(owner: str) -> None:
    report = scene(f"It seized {owner} near Goma.")
    act = next(t for t in report.doc if t.text == "seized")
    guess = Proposition(act, ClaimType.CAPTURE, _named(report, "army"), place=Name("Goma"))
    (made,) = with_takers([guess], next(iter(casts(report))))
    assert not made.actors


def test_who_is_beaten_meanwhile_took_nothing() -> None:
    report = scene("Control was established over Goma after destroying the forts of the rebels.")
    act = next(t for t in report.doc if t.text == "Control")
    guess = Proposition(act, ClaimType.CAPTURE, _named(report, "rebels"), place=Name("Goma"))
    (made,) = with_takers([guess], next(iter(casts(report))))
    assert not made.actors


@pytest.mark.parametrize(("said", "takers"), [("the capture of Goma", 0), ("their capture of Goma", 1)])
def test_who_is_fought_after_a_capture_is_not_told_to_have_taken_it(said: str, takers: int) -> None:
    report = scene(f"Two soldiers died fighting the rebels after {said}.")
    act = next(t for t in report.doc if t.text == "capture")
    guess = Proposition(act, ClaimType.CAPTURE, _named(report, "rebels"), place=Name("Goma"))
    (made,) = with_takers([guess], next(iter(casts(report))))
    assert len(made.actors) == takers


@pytest.mark.parametrize(
    ("said", "losers"), [("allied with the Congolese army took Goma", 0), ("took Goma from the Congolese army", 1)]
)
def test_nothing_is_taken_from_whom_the_takers_are_allied_with(said: str, losers: int) -> None:
    report = scene(f"Militiamen {said}.")
    act = next(t for t in report.doc if t.text == "took")
    guess = Proposition(
        act, ClaimType.CAPTURE, _named(report, "militiamen"), _named(report, "Congolese army"), Name("Goma")
    )
    (made,) = with_takers([guess], next(iter(casts(report))))
    assert len(made.targets) == losers


def test_from_whose_control_a_place_is_freed_lost_it() -> None:
    report = scene("Goma was liberated from the control of the rebels on Monday.")
    act = next(t for t in report.doc if t.text == "liberated")
    guess = Proposition(act, ClaimType.CAPTURE, _named(report, "rebels"), place=Name("Goma"))
    (made,) = with_takers([guess], next(iter(casts(report))))
    assert not made.actors


def test_who_denies_a_capture_did_not_make_it() -> None:
    report = scene("The army refuted claims about the fall of Goma.")
    act = next(t for t in report.doc if t.text == "fall")
    guess = Proposition(act, ClaimType.CAPTURE, _named(report, "army"), place=Name("Goma"))
    (made,) = with_takers([guess], next(iter(casts(report))))
    assert not made.actors


def test_an_evacuation_of_nobody_knows_whom_is_no_withdrawal() -> None:
    assert not [c for c in claims("The evacuation of Goma began on Monday.") if c.type is ClaimType.WITHDRAW]


def test_what_only_drives_somebody_out_takes_nothing() -> None:
    told = [c for c in claims("Heavy shelling had driven the rebels out of Goma.") if c.type is ClaimType.CAPTURE]
    assert told == []
    told = [c for c in claims("The army had driven the rebels out of Goma.") if c.type is ClaimType.CAPTURE]
    assert [[n.text for n in c.actors] for c in told] == [["army"]]


def test_what_is_stormed_first_is_what_is_taken() -> None:
    assert _told("Rebels stormed a checkpoint in Goma, capturing it from the army.", "capturing") == []


def test_who_stands_in_a_clause_about_the_leavers_did_not_leave() -> None:
    report = scene("Soldiers surrounded by rebel fighters have left Goma.")
    act = next(t for t in report.doc if t.text == "left")
    guess = Proposition(act, ClaimType.WITHDRAW, _named(report, "rebel"), place=Name("Goma"))
    (made,) = with_takers([guess], next(iter(casts(report))))
    assert made.actors == _named(report, "oldiers")


@pytest.mark.parametrize(
    "raw",
    [
        "Rebels shot at civilians as they were leaving Goma.",
        "Rebels fled the air strikes on Goma.",
        "The army marked the defeat of the rebels in Goma.",
    ],
)
def test_no_ground_changes_hands_by_it(raw: str) -> None:
    assert not [c for c in claims(raw) if c.type in (ClaimType.CAPTURE, ClaimType.WITHDRAW)]


def test_where_those_who_leave_go_is_not_left() -> None:
    (told,) = claims("The rebels fled toward the outskirts of Goma.")
    assert told.type is ClaimType.WITHDRAW
    assert told.place is None


@pytest.mark.parametrize(
    "raw",
    [
        "The government demanded the withdrawal of the rebels from Goma.",
        "The government called on the rebels to withdraw from Goma.",
        "Goma has passed between the army and the rebels before.",
    ],
)
def test_a_demand_is_no_withdrawal_and_a_place_between_two_sides_is_not_taken(raw: str) -> None:
    assert not [c for c in claims(raw) if c.type in (ClaimType.CAPTURE, ClaimType.WITHDRAW)]


def test_a_partys_own_plan_to_leave_is_one() -> None:
    told = [c for c in claims("The rebels want to withdraw from Goma.") if c.type is ClaimType.WITHDRAW]
    assert [c.status for c in told] == [Status.PLANNED]


def test_to_bring_out_the_wounded_is_no_withdrawal() -> None:
    report = scene("Residents said that they use Goma to evacuate the injured.")
    act = next(t for t in report.doc if t.text == "evacuate")
    guess = Proposition(act, ClaimType.WITHDRAW, place=Name("Goma"))
    assert with_takers([guess], next(iter(casts(report)))) == []


def test_a_president_who_is_to_go_leaves_no_place() -> None:
    report = scene("President Joseph Kabila has pulled back from the talks.")
    act = next(t for t in report.doc if t.text == "pulled")
    guess = Proposition(act, ClaimType.WITHDRAW, _named(report, "Kabila"))
    assert with_takers([guess], next(iter(casts(report)))) == []
    assert with_takers([replace(guess, place=Name("Goma"))], next(iter(casts(report))))


@pytest.mark.parametrize(
    ("raw", "act", "guessed"),
    [
        ("Rebels seized the silos and pushed into Goma.", "seized", "Goma"),
        (
            "Rebels reached North Kivu province after the offensive to capture the town.",
            "capture",
            "North Kivu province",
        ),
    ],
)
def test_what_another_verb_tells_of_and_a_province_are_not_the_thing_taken(raw: str, act: str, guessed: str) -> None:
    report = scene(raw)
    word = next(t for t in report.doc if t.text == act)
    guess = Proposition(word, ClaimType.CAPTURE, _named(report, "ebels"), place=Name(guessed))
    (made,) = as_taken({word.sent.start: [guess]}, list(casts(report)))[word.sent.start]
    assert made.place is None


def test_an_owner_without_an_apostrophe_took_it() -> None:
    report = scene("The Congolese government spoke. Despite the governments recapture of Goma rebels hold the hills.")
    sentence = list(casts(report))[1]
    act = next(t for t in report.doc if t.text == "recapture")
    guess = Proposition(act, ClaimType.CAPTURE, _named(report, "rebels"), place=Name("Goma"))
    (made,) = with_takers([guess], sentence)
    assert made.actors == _named(report, "Congolese government")


def test_nobody_of_another_sentence_took_what_is_only_supposed() -> None:
    report = scene("Rebels advanced. The town lies on the river and recapturing it would cut the road.")
    sentence = list(casts(report))[1]
    act = next(t for t in report.doc if t.text == "recapturing")
    guess = Proposition(act, ClaimType.CAPTURE, _named(report, "ebels"), place=Name("Goma"))
    (made,) = with_takers([guess], sentence)
    assert not made.actors


def _ground(raw: str) -> list[tuple[str, str | None, str | None]]:
    """What a report tells of places that are taken, left, held and entered: type, first actor, place."""
    kinds = ("capture", "withdraw", "hold", "advance")
    found = [c for c in claims(raw) if c.type in kinds]
    return [(str(c.type), c.actors[0].text if c.actors else None, c.place.text if c.place else None) for c in found]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Rebels were chased out of Goma by the army.", ("capture", "army", "Goma")),
        ("Guards took up posts in Goma, from which the rebels withdrew on Monday.", ("withdraw", "rebels", "Goma")),
        ("The army plans a pull-out from Goma.", ("withdraw", "army", "Goma")),
        ("Women walked for hours from Goma, which army tanks rolled into.", ("advance", "army tanks", "Goma")),
    ],
)
def test_who_came_and_who_left(raw: str, expected: tuple[str, str, str]) -> None:
    assert expected in _ground(raw)


def test_who_was_driven_out_by_somebody_did_not_just_leave() -> None:
    assert "withdraw" not in [kind for kind, _, _ in _ground("Rebels were chased out of Goma by the army.")]


def test_what_is_under_occupation_is_held() -> None:
    raw = "The army left Bukavu in May. Bukavu and Goma are under Russian occupation."
    assert {(kind, who) for kind, who, place in _ground(raw) if place == "Goma"} == {("hold", "Russia")}


@pytest.mark.parametrize(
    ("raw", "held"),
    [
        ("Some fled to Sake, which the army controls, and others to Goma.", {"Sake"}),
        ("Rebels hit posts near Goma and Sake, which the army holds.", {"Goma", "Sake"}),
    ],
)
def test_what_is_held_stands_before_its_pronoun(raw: str, held: set[str]) -> None:
    assert {place for kind, _, place in _ground(raw) if kind == "hold"} == held


def test_what_changed_masters_is_its_subject() -> None:
    assert ("capture", None, "Goma") in _ground("Goma and its airport changed masters on May 10.")


def test_who_is_pushed_out_took_nothing() -> None:
    raw = "The town of Goma changed hands twice: M23 stormed the army's barracks and was pushed out by nightfall."
    assert [who for kind, who, _ in _ground(raw) if kind == "capture"].count("M23") < 2


def test_who_was_dislodged_holds_nothing() -> None:
    raw = "Goma, from which the rebels were dislodged in May, remains with the government."
    assert [who for kind, who, _ in _ground(raw) if kind == "hold"] == ["government"]


@pytest.mark.parametrize(
    ("raw", "times"),
    [
        ("Goma was lost in May, retaken in June and lost again in August.", 3),
        ("Goma has been taken and retaken since May.", 2),
        ("Goma was captured in May, and captured by surprise.", 1),
        ("The army regained full control of Goma in May.", 1),
        ("Goma, taken in May, has not changed hands again.", 1),
    ],
)
def test_each_time_that_a_place_is_taken_is_told(raw: str, times: int) -> None:
    assert len([c for c in claims(raw) if c.type is ClaimType.CAPTURE]) == times


def test_who_is_warned_to_leave_is_to_leave() -> None:
    found = [c for c in claims("Turkey warned Armenia to withdraw from Lachin.") if c.type is ClaimType.WITHDRAW]
    assert [[n.text for n in c.actors] for c in found] == [["Armenia"]]


def test_who_is_joined_behind_a_clause_is_not_its_subject() -> None:
    raw = "Turkey, which backs the rebels, and Russia, which backs the army, agreed a truce for Homs."
    assert {(line.actor, line.target) for line in told(raw) if line.type == "support"} == {
        ("Turkey", "rebels"),
        ("Russia", "army"),
    }


@pytest.mark.parametrize(
    ("raw", "actor", "status"),
    [
        ("Homs was taken on Tuesday after two days of fighting between the army and the rebels.", None, "asserted"),
        ("The army is bombing Homs as the rebels push to recapture Hama.", "rebels", "planned"),
    ],
)
def test_what_is_fought_for_and_between_whom(raw: str, actor: str | None, status: str) -> None:
    assert [(line.actor, line.status) for line in told(raw) if line.type == "capture"] == [(actor, status)]


def test_losses_in_the_plural_are_of_no_place_told_before() -> None:
    raw = "The group retook Palmyra in December. It is a risk even after its territorial losses since 2015."
    assert [claim.act.quote for claim in claims(raw) if claim.type == "capture"] == ["retook"]


def test_one_of_two_that_is_not_known_is_no_place() -> None:
    raw = "Rebels attacked Homs, Hama and Goma. They captured the latter."
    assert {line.place for line in told(raw) if line.type == "capture"} == {None}


@pytest.mark.parametrize(
    "raw",
    [
        "Government troops were pushed out of Homs by the rebels.",
        "Government troops entered Homs but were pushed out by the rebels.",
        "Government troops entered Homs but were forced out by the rebels.",
        "The rebels pushed government troops out of Homs.",
    ],
)
def test_who_pushes_them_out_has_the_place(raw: str) -> None:
    taken = [c for c in claims(raw) if c.type is ClaimType.CAPTURE]
    assert [([n.text for n in c.actors], c.place and c.place.text) for c in taken] == [(["rebels"], "Homs")]


@pytest.mark.parametrize(
    "raw",
    [
        "Government troops advanced on Homs but were driven back by the rebels.",
        "Government troops were pushed back from Homs by the rebels.",
        "Rebels stormed Homs but were repelled by the army.",
    ],
)
def test_who_throws_them_back_is_not_told_to_have_taken_it(raw: str) -> None:
    assert not [c for c in claims(raw) if c.type is ClaimType.CAPTURE]


@pytest.mark.parametrize(
    ("raw", "places"),
    [
        ("The rebels hold Homs. Twice Homs has passed from one side to the other.", ["Homs"]),
        ("Homs's fall to the rebels on Monday cost the army a corridor from Hama to the coast.", ["Homs"]),
        ("Homs's capture by the rebels opens the road from Hama.", ["Homs"]),
        ("Rebels shelled Homs. The army announced its capture of Hama.", ["Hama"]),
        ("The army regained a foothold in Homs on Monday.", ["Homs"]),
        ("The army's capture of Homs was welcomed in Hama.", ["Homs"]),
    ],
)
def test_what_passes_falls_or_gives_a_foothold_is_taken(raw: str, places: list[str]) -> None:
    assert [line.place for line in told(raw) if line.type == "capture"] == places


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("Out of ammunition, the garrison of Homs slipped away on Tuesday.", "Homs"),
        ("The rebels pulled out of trenches in Homs.", "Homs"),
        ("Rebels hold Hama. Norland's withdrawal from Homs went on.", "Homs"),
        ("The rebels have abandoned their last villages in Hama province.", "Hama province"),
        ("The rebels abandoned two villages in Hama province.", None),
    ],
)
def test_what_is_left(raw: str, place: str | None) -> None:
    assert [line.place for line in told(raw) if line.type == "withdraw"] == [place]


def test_a_country_that_passes_into_peace_is_taken_by_nobody() -> None:
    raw = "Syria passed from war to peace after the rebels left Homs."
    assert not [line for line in told(raw) if line.type == "capture"]
