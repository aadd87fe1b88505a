from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.intake.encoding import declared_charset, decode, whole

TEXT = "Fighters left Sarıköy, the «governor» said – it’s over. Zażółć."
LATIN = "The café’s owner – a “witness” – said that shells fell near Zürich."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_marks_are_dropped_and_nothing_else(data):
    assert decode(data) == TEXT


def test_windows_text_is_read_as_such():
    assert decode(LATIN.encode("cp1252")) == LATIN


def test_declared_charset_goes_before_guessing_but_not_before_utf8():
    polish = "Zażółć gęślą jaźń"
    assert decode(polish.encode("iso-8859-2"), declared="ISO-8859-2") == polish
    assert decode(TEXT.encode(), declared="iso-8859-2") == TEXT


@pytest.mark.parametrize("declared", ["rot13", "zip", "punycode", "unicode_escape", "no-such", "utf-7"])
def test_a_charset_that_is_none_is_not_trusted(declared):
    assert decode(LATIN.encode("cp1252"), declared=declared) == LATIN


def test_some_windows_bytes_among_utf8_are_mended():
    data = "Żółć i Łódź ".encode() + b"caf\xe9 \x93so\x94" + " ąę".encode()
    assert decode(data) == "Żółć i Łódź café “so” ąę"


def test_a_character_cut_short_at_the_end_is_marked():
    assert decode("Łódź ąę".encode()[:-1]) == "Łódź ą\ufffd"


def test_cyrillic_without_a_mark_is_found():
    russian = "Правительственные войска вывели свои части из города в пятницу, сообщил представитель армии. " * 4
    assert decode(russian.encode("cp1251")) == russian


def test_halves_of_characters_become_one_sign_each():
    assert whole("a\ud800b\udfffc") == "a\ufffdb\ufffdc"


def test_declared_charset_of_a_page():
    assert declared_charset(b'<meta charset="utf-8">') == "utf-8"
    assert declared_charset(b"<meta content='text/html; charset=windows-1251'>") == "windows-1251"
    assert declared_charset(b"<p>no word of it</p>") is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf8_comes_back_as_it_was(text):
    wanted = text.removeprefix("\ufeff")
    assert decode(text.encode()) == wanted


@given(st.binary(max_size=300))
def test_any_bytes_become_text_that_can_be_stored(data):
    text = decode(data)
    assert text.encode("utf-8").decode("utf-8") == text
