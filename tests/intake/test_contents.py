from __future__ import annotations

import pytest

from fogline.intake.contents import is_page, name_binary, name_noise, signatures
from tests.intake.conftest import STORY

MAGIC = {
    "pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3",
    "zip": b"PK\x03\x04\x14\x00",
    "png": b"\x89PNG\r\n\x1a\n\x00\x00",
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "gzip": b"\x1f\x8b\x08\x00",
    "rtf": b"{\\rtf1\\ansi Troops left.}",
    "tar": b"a" * 257 + b"ustar",
}


@pytest.mark.parametrize("kind", MAGIC)
@pytest.mark.parametrize("ending", ["txt", "html", "json", "jsonl"])
def test_a_binary_under_any_name_is_refused_as_what_it_is(tmp_path, read, kind, ending):
    (tmp_path / f"a.{ending}").write_bytes(MAGIC[kind] + b"x" * 100)
    [reading] = read(tmp_path)
    assert "not text" in reading.refusal.reason
    assert reading.raw == ""


def test_a_pdf_is_told_how_to_become_text(tmp_path, read):
    (tmp_path / "a.txt").write_bytes(MAGIC["pdf"])
    assert "is a PDF, not text: convert it with pdftotext first" in read(tmp_path)[0].refusal.reason


def test_utf16_without_a_mark_is_named():
    assert "UTF-16" in (name_binary(STORY.encode("utf-16-le")) or "")
    assert name_binary(STORY.encode("utf-16")) is None


def test_nuls_and_noise_are_refused_but_odd_signs_are_not(tmp_path, read):
    (tmp_path / "nul.txt").write_bytes(b"Troops left.\x00 The end.")
    (tmp_path / "noise.txt").write_bytes(bytes(range(1, 32)) * 40)
    (tmp_path / "late.txt").write_bytes(STORY.encode() * 200 + b"\x00")
    (tmp_path / "odd.txt").write_bytes(b"Troops left.\x0c The end.\x1b")
    found = {reading.report_id: reading.refusal for reading in read(tmp_path)}
    assert found.pop("odd") is None
    assert all("binary" in refusal.reason for refusal in found.values())


def test_a_page_under_the_name_of_a_text_is_refused(tmp_path, read):
    (tmp_path / "a.txt").write_text("<!DOCTYPE html><html><body><p>Troops left.</p></body></html>")
    assert ".html" in read(tmp_path)[0].refusal.reason
    assert not is_page(b"<3 said the troops")


def test_every_signature_is_recognised():
    for offset, mark, reason in signatures():
        assert name_binary(b"\x01" * offset + mark) == reason


def test_clean_text_has_no_noise():
    assert name_noise(STORY) is None
