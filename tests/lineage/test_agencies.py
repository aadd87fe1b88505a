"""Agencies and their credits."""

from __future__ import annotations

import pytest

from fogline.lineage.agencies import Credit, Role, credits_of, is_agency, same_agency, short_name

from .conftest import Make


@pytest.mark.parametrize("outlet", ["Associated Press", "Quillon Press Agency", "Marsh News Service (MNS)", "AFP"])
def test_agencies_are_known_by_register_or_name(outlet: str) -> None:
    assert is_agency(outlet)


@pytest.mark.parametrize("outlet", [None, "", "The Marsh Herald", "Noon in Brief"])
def test_papers_are_no_agencies(outlet: str | None) -> None:
    assert not is_agency(outlet)


@pytest.mark.parametrize(
    ("credit", "outlet", "same"),
    [
        ("AP", "The Associated Press", True),
        ("QPA", "Quillon Press Agency", True),
        ("MNW", "Marsh Newswire", True),
        ("Ostwind", "Ostwind Report", True),
        ("AP", "Asia Press Daily", False),
        ("QPA", "The Marsh Herald", False),
        ("AP", None, False),
    ],
)
def test_a_credit_names_an_outlet(credit: str, outlet: str | None, same: bool) -> None:
    assert same_agency(credit, outlet) is same


def test_long_names_have_their_short_one() -> None:
    assert short_name("Agence France-Presse") == "AFP"
    assert short_name("Quillon Press Agency") == "Quillon Press Agency"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("KOSTRAD, May 2 (AP) - Nine boats were seized.", Role.AUTHOR),
        ("Nine boats were seized on Friday. (AP)", Role.AUTHOR),
        ("Nine boats were seized, the AP reports.", Role.SOURCE),
        ("Nine boats were seized. " + "The sea was calm. " * 50 + "AP reported that one sank.", Role.CITED),
    ],
)
def test_the_role_of_a_credit_is_read_from_where_it_stands(make: Make, text: str, role: Role) -> None:
    assert credits_of(make("r", text, outlet="Delta Times", credits=("AP",))) == (Credit("AP", role),)


@pytest.mark.parametrize("text", ["Photo: AP\nNine boats were seized.", "Nine boats sank, an officer told AP."])
def test_a_picture_or_a_quote_is_no_credit(make: Make, text: str) -> None:
    assert credits_of(make("r", text, outlet="Delta Times", credits=("AP",))) == ()


def test_an_agency_does_not_credit_itself(make: Make) -> None:
    assert credits_of(make("r", "KOSTRAD (AP) - Rain.", outlet="Associated Press", credits=("AP",))) == ()
