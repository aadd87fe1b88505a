"""Words become pieces that the encoder knows, and shapes that tell what lower case loses."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.language.engine import SHIPPED
from fogline.language.pieces import MOST, Pieces
from fogline.language.shapes import SHAPES, shape


@pytest.fixture(scope="module")
def pieces():
    return Pieces(SHIPPED / "pieces.txt")


def cut(pieces: Pieces, word: str) -> list[str]:
    vocabulary = (SHIPPED / "pieces.txt").read_text(encoding="utf-8").split("\n")
    return [vocabulary[i] for i in pieces.of(word)]


def test_a_known_word_is_one_piece(pieces):
    assert cut(pieces, "Troops") == ["troops"]


def test_an_unknown_word_is_cut_with_the_longest_first(tmp_path: Path):
    file = tmp_path / "pieces.txt"
    file.write_text("\n".join(["[UNK]", "[CLS]", "[SEP]", "kar", "k", "##sin", "##s", "##in"]), encoding="utf-8")
    assert Pieces(file).of("Karsin") == (3, 5)
    assert Pieces(file).of("Karsix") == (0,)


def test_accents_and_signs_are_read_as_the_encoder_learnt_them(pieces):
    assert pieces.of("Kyïv") == pieces.of("kyiv")
    assert cut(pieces, "U.S.") == ["u", ".", "s", "."]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=st.text())
def test_every_word_has_pieces(pieces, word):
    assert 1 <= len(pieces.of(word)) <= MOST


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("troops", "lower"),
        ("Homs", "title"),
        ("Sana'a", "title"),
        ("UN", "upper"),
        ("A", "initial"),
        ("al-Sham", "mixed"),
        ("McCain", "mixed"),
        ("2,000", "digits"),
        ("T-72", "code"),
        ("—", "other"),
        ("войска", "lower"),
    ],
)
def test_shapes(word, name):
    assert SHAPES[shape(word)] == name


@given(st.text())
def test_every_word_has_a_shape(word):
    assert 0 < shape(word) < len(SHAPES)
