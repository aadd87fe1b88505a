"""From a sentence to its claims: one case for each way that news says each thing, and the laws of any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from fogline.claims.extract import SURE_ENOUGH, Extract
from fogline.records import Reading, Refusal
from tests.claims.reports import TEXTS, Told, claims, named, read, report, the, told

SAID = [
    # territory
    ("Rebels overran Idlib.", Told("capture", "rebels", None, "Idlib")),
    (
        "The Syrian army seized the town of Palmyra from the Islamic State group.",
        Told("capture", "Syrian army", "Islamic State group", "Palmyra"),
    ),
    ("Russian forces have taken the town of Avdiivka.", Told("capture", "Russian forces", None, "Avdiivka")),
    ("Goma fell to the M23 rebels.", Told("capture", "M23 rebels", None, "Goma")),
    ("The army's capture of Palmyra was announced on Sunday.", Told("capture", "army", None, "Palmyra")),
    (
        "The army lost Palmyra to the Islamic State group.",
        Told("capture", "Islamic State group", "army", "Palmyra"),
    ),
    ("The army drove the rebels out of Homs.", Told("capture", "army", "rebels", "Homs")),
    ("Rebels have taken control of the Bukavu airport.", Told("capture", "rebels", None, "Bukavu airport")),
    ("The Syrian army withdrew from Hama.", Told("withdraw", "Syrian army", None, "Hama")),
    ("Ukrainian troops pulled out of Avdiivka.", Told("withdraw", "Ukrainian troops", None, "Avdiivka")),
    ("Government soldiers fled Goma.", Told("withdraw", "government soldiers", None, "Goma")),
    ("French troops left Mali in August.", Told("withdraw", "French troops", None, "Mali")),
    ("Soldiers abandoned their positions in Daraa.", Told("withdraw", "soldiers", None, "Daraa")),
    ("Russia pulled its troops out of Kherson.", Told("withdraw", "Russia", None, "Kherson")),
    ("The army's withdrawal from Hama was a surprise.", Told("withdraw", "army", None, "Hama")),
    ("Government troops remain in Deir ez-Zor.", Told("hold", "government troops", None, "Deir ez-Zor")),
    ("M23 remains in control of Goma.", Told("hold", "M23", None, "Goma")),
    ("Kunduz is now in the hands of the Taliban.", Told("hold", "Taliban", None, "Kunduz")),
    (
        "Raqqa, the stronghold of the Islamic State group, was bombed.",
        Told("hold", "Islamic State group", None, "Raqqa"),
    ),
    ("Rebels advanced on Hama.", Told("advance", "rebels", None, "Hama")),
    ("Russian forces entered Bakhmut.", Told("advance", "Russian forces", None, "Bakhmut")),
    ("The army pushed towards Palmyra.", Told("advance", "army", None, "Palmyra")),
    ("M23 fighters moved into Bukavu.", Told("advance", "M23", None, "Bukavu")),
    ("The rebels' advance on Goma alarmed the United Nations.", Told("advance", "rebels", None, "Goma")),
    ("The army besieged Aleppo.", Told("besiege", "army", None, "Aleppo")),
    ("Government forces have surrounded eastern Ghouta.", Told("besiege", "government forces", None, "eastern Ghouta")),
    ("The siege of Sarajevo lasted years.", Told("besiege", "*", None, "Sarajevo")),
    # force
    ("Heavy fighting continued in Bakhmut.", Told("clash", None, None, "Bakhmut")),
    (
        "Ukrainian forces battled Russian troops in Bakhmut.",
        Told("clash", "Ukrainian forces", "Russian troops", "Bakhmut"),
    ),
    ("Militants ambushed a convoy near Maiduguri.", Told("attack", "*", "*", "Maiduguri")),
    ("Aleppo was hit by air strikes.", Told("attack", "*", "*", "Aleppo")),
    ("The army launched an offensive on Idlib.", Told("attack", "army", None, "Idlib")),
    ("Al-Shabaab attacked a base in Baidoa.", Told("attack", "Al-Shabaab", "*", "Baidoa")),
    ("A car bomb exploded in Mogadishu.", Told("attack", None, None, "Mogadishu")),
    ("Rwanda sent troops to Goma.", Told("deploy", "Rwanda", None, "Goma")),
    ("Ukraine has massed troops near Kharkiv.", Told("deploy", "Ukraine", None, "Kharkiv")),
    ("Hundreds of Chadian soldiers were deployed to Diffa.", Told("deploy", "Chadian soldiers", None, "Diffa")),
    # access
    ("Poland sealed its border with Belarus.", Told("close", "Poland", "*", "border with Belarus")),
    ("The Rafah crossing has been closed for a year.", Told("close", None, None, "Rafah crossing")),
    ("The Rafah crossing reopened on Saturday.", Told("reopen", None, None, "Rafah crossing")),
    # politics
    ("Iran backs the Houthis.", Told("support", "Iran", "Houthis", None)),
    ("M23 is backed by Rwanda.", Told("support", "Rwanda", "M23", None)),
    ("Turkey supports the Syrian National Army.", Told("support", "Turkey", "Syrian National Army", None)),
    ("The army held talks with rebels in Doha.", Told("meet", "army", "rebels", "*")),
    ("Negotiations in Geneva went on.", Told("meet", None, None, "Geneva")),
    (
        "The United Nations blacklisted al-Shabaab.",
        Told("designate", "United Nations", "al-Shabaab", None),
    ),
    ("The US embassy warned its citizens to leave Lebanon.", Told("warn", "US embassy", "citizens", "*")),
    ("The Nusra Front is al-Qaeda's branch in Syria.", Told("form", "Nusra Front", "al-Qaeda", None)),
    (
        "The Wagner Group is led by Yevgeny Prigozhin.",
        Told("form", "Yevgeny Prigozhin", "Wagner Group", None),
    ),
    # cost
    ("At least 14 civilians were killed in Idlib.", Told("harm", None, "civilians", "Idlib")),
    ("Two journalists were detained by the police in Khartoum.", Told("harm", "police", "journalists", "Khartoum")),
    ("Five thousand people fled Goma.", Told("harm", None, "people", "Goma")),
    # geography
    ("The M5 highway connects Damascus and Aleppo.", Told("link", None, "Aleppo", "M5 highway")),
    ("Azaz is the gateway to Turkey.", Told("link", None, "Turkey", "Azaz")),
]


def fits(line: Told, expected: Told) -> bool:
    """Whether a line is as expected; "*" stands for whatever the extraction makes of a field."""
    return all(wanted in ("*", said) for said, wanted in zip(line, expected, strict=True))


@pytest.mark.parametrize(("raw", "expected"), SAID, ids=[f"{t.type}: {raw}" for raw, t in SAID])
def test_what_a_sentence_says(raw: str, expected: Told) -> None:
    assert any(fits(line, expected) for line in told(raw)), told(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "The moment was captured on video.",
        "The photograph captured the mood in Kabul.",
        "Inflation fell to 3 percent.",
        "Oil prices fell to a record low in Baghdad.",
        "The president took office in Kinshasa.",
        "He took a photograph of Aleppo.",
        "The general took a plane to Moscow.",
        "The minister attacked the proposal.",
        "The board withdrew the offer.",
        "The firm took over its rival.",
        "The company closed its office in Nairobi.",
        "She left Damascus to study.",
        "She joined a university in Beirut.",
        "The match was held in Doha.",
        "He lost his job in Homs.",
        "He fell ill in Tunis.",
        "The president defended the budget.",
        "Prices rose in Khartoum.",
    ],
)
def test_words_of_war_in_peace_say_nothing(raw: str) -> None:
    assert told(raw) == []


def test_captured_people_are_harmed_and_no_place_is_taken() -> None:
    found = told("Rebels captured two soldiers near Homs on Monday, and killed three others.")
    assert {line.type for line in found} == {"harm"}
    assert {(line.actor, line.place) for line in found} == {("rebels", "Homs")}


def test_who_gives_a_place_up_does_not_take_it() -> None:
    found = told("Rebels captured Rastan, a day after the Syrian army gave up Hama.")
    assert ("capture", "Syrian army") not in {(line.type, line.actor) for line in found}


def test_talks_that_are_held_hold_no_place() -> None:
    assert [line.type for line in told("The army held talks with rebels in Doha.")] == ["meet"]


@pytest.mark.parametrize(
    ("raw", "mode"),
    [
        ("Warplanes bombed Sanaa.", "air"),
        ("Kharkiv came under Russian shelling.", "shelling"),
        ("A drone strike hit Khartoum airport.", "drone"),
        ("The army launched an offensive on Idlib.", "ground"),
        ("Al-Shabaab attacked a base in Baidoa.", None),
    ],
)
def test_how_an_attack_was_made(raw: str, mode: str | None) -> None:
    assert the(raw, "attack").mode == mode


@pytest.mark.parametrize(
    ("raw", "mode"),
    [
        ("The army withdrew from Hama under an agreement.", "negotiated"),
        ("Government soldiers fled Goma.", "forced"),
        ("The army withdrew from Hama.", None),
    ],
)
def test_how_a_withdrawal_came_about(raw: str, mode: str | None) -> None:
    assert the(raw, "withdraw").mode == mode


def test_claims_come_in_the_order_of_the_text() -> None:
    found = claims("Rebels captured Hama. The army besieged Homs. Russian forces entered Bakhmut.")
    assert [c.type for c in found] == ["capture", "besiege", "advance"]
    assert [c.anchor.start for c in found] == sorted(c.anchor.start for c in found)


def test_the_same_fact_in_two_sentences_is_two_claims() -> None:
    first, second = claims("Rebels captured Hama. Rebels captured Hama.")
    assert (first.type, first.place) == (second.type, second.place)
    assert first.claim_id != second.claim_id


def test_the_outlet_and_the_credited_agency_are_carried() -> None:
    raw = "Rebels captured Hama."
    story = report(raw, outlet="Harbour Post", credits=("Reuters", "AP"))
    parsed = named(raw)
    whole = Reading(
        "r",
        raw,
        outlet=story.outlet,
        credits=story.credits,
        spans=story.spans,
        parse=parsed.parse,
        mentions=parsed.mentions,
    )
    (claim,) = Extract()(whole).claims
    assert (claim.attribution.outlet, claim.attribution.agency) == ("Harbour Post", "Reuters")
    assert claim.attribution.speakers == ()


def test_a_refused_reading_is_left_as_it_is() -> None:
    refused = Reading("r", "", refusal=Refusal("text", "no body text"))
    assert Extract()(refused) is refused


def test_a_report_without_an_act_has_no_claims_and_was_read() -> None:
    assert read("It was a quiet day.").claims == ()


@settings(max_examples=60)
@given(TEXTS)
def test_on_any_words_anchors_hold_and_ids_differ(raw: str) -> None:
    found = claims(raw)
    for claim in found:
        assert claim.anchor.holds_in(raw)
        assert claim.act.holds_in(raw)
        assert claim.anchor.start <= claim.act.start < claim.act.end <= claim.anchor.end
        assert SURE_ENOUGH <= claim.confidence <= 1
        assert not set(claim.actors) & set(claim.targets)
    assert len(found) == len(set(found))


@settings(max_examples=20)
@given(TEXTS)
def test_extraction_twice_gives_the_same(raw: str) -> None:
    first = read(raw)
    assert Extract()(first).claims == first.claims
    assert Extract()(named.__wrapped__(raw)).claims == first.claims


@pytest.mark.parametrize(
    ("raw", "places"),
    [
        ("Rebels seized several towns, including Maarra, Saraqib and Tal Rifaat.", {"Maarra", "Saraqib", "Tal Rifaat"}),
        ("The army withdrew from the city of Hama and from two posts in the village of Soran.", {"Hama", "Soran"}),
        ("The army's withdrawal from the provinces of Hama and Homs was quick.", {"Hama province", "Homs"}),
        ("Rebels seized villages north of the city of Homs, including Talbiseh and Rastan.", {"Talbiseh", "Rastan"}),
    ],
)
def test_each_place_of_a_list_is_told(raw: str, places: set[str]) -> None:
    assert {line.place for line in told(raw) if line.type in ("capture", "withdraw")} == places


def test_a_force_that_went_somewhere_did_not_leave_it() -> None:
    assert [line.place for line in told("Troops left Hama and redeployed on the coast.")] == ["Hama"]


def test_a_denied_report_is_that_of_the_sentence_before() -> None:
    lines = told(
        "A monitor said that the army had left Hama. The army denied the report, saying that its men remained."
    )
    assert [(line.type, line.place, line.status) for line in lines if line.type == "withdraw"] == [
        ("withdraw", "Hama", "asserted"),
        ("withdraw", "Hama", "denied"),
    ]


def test_a_place_that_a_distance_is_measured_from_is_not_where_it_was():
    (claim,) = claims("Federal troops pulled out of Hama, 30 km from Aleppo, on Thursday.")
    assert claim.place is not None
    assert claim.place.text == "Hama"
