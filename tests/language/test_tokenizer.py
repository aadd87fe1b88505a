"""Words of news: names and designations stay whole, compounds are cut as in the treebanks we learn from."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from fogline.language.tokenizer import english

WORDS_A_SECOND = 150_000


CUT = english().tokenizer


def words(text: str) -> list[str]:
    return [token.text for token in CUT(text)]


@pytest.mark.parametrize(
    "told",
    [
        # names with apostrophes
        "Hay'at Hay’at N'Djamena N’Djamena Sana'a Sana‘a Haʼil Ta'izz Ba'ath Shi'ite O'Neill d'Ivoire Ma'arrat Qur'an",
        # with articles, with links, of several parts
        "al-Sham Al-Qaeda ez-Zor ash-Shaddadi Abdul-Rahman al-Nu'man As-Suwayda",
        "Sar-e-Pul Pul-e-Khumri Ain-al-Arab Ahrar-al-Sham Deir-ez-Zor Dar-es-Salaam Port-au-Prince Côte-d'Ivoire",
        "Abu-Bakr Beit-Hanoun Ben-Gvir Khan-Yunis Nagorno-Karabakh Guinea-Bissau",
        # designations
        "Mi-24 F-16 F-16s T-72 T-72B3 Su-25 Su-24M S-400 AK-47 9K720 9M133M M23 G20 2S19 BMP-1 RPG-7 D-30 C-130 U-2",
        "Kh-47M2 Shahed-136 Il-76TD Buk-M1 Tochka-U Iskander-M COVID-19",
        # abbreviations and ranks
        "U.S. U.N. E.U. N.F.Z. J.K. a.m. p.m. Nov. Sept. Mr. St. etc. approx. a.k.a. vs. Inc.",
        "Lt. Gen. Brig. Col. COL. Sgt. Capt. Maj. Cmdr. Adm. Lt.-Col. Maj.-Gen. Gov. Sen.",
        # addresses, numbers, runs of signs
        "https://example.org/a?b=3 www.example.net press@example.org 14:32 2,500 3.5 #alert @unit ====== ?!",
        # prefixes, and single letters
        "counter-attack anti-tank non-state pro-government co-founder re-emerged mid-air U-boat x-ray e-mail",
    ],
)
def test_each_is_one_word(told):
    assert words(told) == told.split()


@pytest.mark.parametrize(
    "cut",
    [
        # compounds
        "rebel - held",
        "US - backed",
        "U.S. - backed",
        "al-Qaeda - linked",
        "N'Djamena - based",
        "AK-47 - wielding",
        "3 - year - old",
        "1,000 - pound",
        "north - east",
        "SDF - YPG",
        "pro - Russian",
        "ex - Seleka",
        "mid - November",
        # clitics
        "do n't",
        "ca n't",
        "can not",
        "it 's",
        "Ukraine ’s",
        "al-Sham 's",
        "ez-Zor ’s",
        "U.N. 's",
        "Sa'dah 's",
        "rebels '",
        # amounts and hours
        "$ 3 m",
        "$ 1.2 bn",
        "10 km",
        "155 mm",
        "5,000 ft",
        "50 %",
        "6 pm",
        "5.30 am",
        "1630 hrs",
        # slashes, dashes, brackets
        "and / or",
        "Karen / Kayin",
        "said — and",
        "10 – 12",
        "it ” — he",
        "( AFP )",
        "( Col.",
        "( 2010 ) :",
        "March . [ 3 ]",
        "April . [ 4 ] [ 5 ]",
        "left . ”",
        "https://example.org/a .",
    ],
)
def test_several_words(cut):
    assert words(cut.replace(" ", "")) == cut.split()


def test_a_stop_at_the_end_is_a_word():
    assert words("The army left Karsin.")[-1] == "."
    assert words("He met Lt. Col. Dorn.") == ["He", "met", "Lt.", "Col.", "Dorn", "."]


def test_a_bracket_behind_a_number_is_no_smile():
    assert words("(see page 8)") == ["(", "see", "page", "8", ")"]


def test_the_rules_are_saved_with_the_pipeline():
    nlp = English()
    nlp.tokenizer.from_bytes(CUT.to_bytes())
    text = "N'Djamena-based Lt. Col. Orlan saw 2 Su-24Ms, a Su-24M and/or #drones."
    assert [t.text for t in nlp.tokenizer(text)] == words(text)


@settings(max_examples=50)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=100))
def test_no_character_is_lost(text):
    assert "".join(token.text_with_ws for token in CUT(text)) == text


def test_many_words_take_little_time():
    text = "Rebel-held Hay'at posts near Deir ez-Zor were shelled at 5.30 a.m., Lt. Col. al-Haj’s aide said. " * 2_000
    cut = english().tokenizer

    def words_a_second() -> float:
        start = time.process_time()
        return len(cut(text)) / (time.process_time() - start)

    assert max(words_a_second() for _ in range(3)) > WORDS_A_SECOND


@pytest.mark.parametrize("piece", ["-", "a-", "al-", "'", ".", "[1", "“", "A-1"])
def test_a_long_word_takes_linear_time(piece):
    def seconds(n: int) -> float:
        start = time.process_time()
        CUT(piece * n)
        return time.process_time() - start

    seconds(100)
    assert seconds(4_000) < 100 * max(seconds(400), 0.01)
