"""Which full stops end a sentence: by the word before them and what comes after."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_BEFORE = 32  # characters looked at before a stop
_AFTER = 80  # and behind it
CLOSING = "\"'”’»)]"
OPENING = "\"“‘'«(["
_NOTE = r" ?\[(?:\d{1,3}|[a-z]|[a-z]+ needed)\]"
# A stop, whatever closes with it, then blanks: a boundary may lie behind it.  The blank may be missing: "noon.The".
STOP = re.compile(
    r"(?<![.!?…])(?P<stop>\.(?: \.){1,5}|[.!?…]++)"
    rf"(?P<close>(?:[{re.escape(CLOSING)}]|“(?=\s))*+(?:{_NOTE})*+)"
    r"(?:(?P<blank>\s++)(?=(?P<next>\S))"
    rf"|(?=[{re.escape(OPENING)}]?(?!Com|Net|Org)(?:[A-Z][a-z]+|A|I)[ ,]))"
)
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'’«—–/]+$")
_PLAIN_END = re.compile(r"(?:[a-z]{3}|\d)$")
_INITIALS = re.compile(r"(?:[A-Z]\.-?)*[A-Z]")
_LABEL = re.compile(r"[\s\"“(*•-]*(?:\d{1,3}|[A-Z]|[a-z]|[ivx]{1,4})")
_INLINE_LABEL = re.compile(r"[:;] \d{1,2}$")
_FIRST_WORD = re.compile(rf"[{re.escape(OPENING)}]*([^\W\d_]+)")
_VERB_SECOND = re.compile(r"\w+ (?:\w+(?:ed|[^s]s)|said|had|did|will|would|could|can|may|must)\b")
_ZONE = re.compile(r"\(?(?:[A-Z][\w'’]+ ){1,3}time\b")
_PARTICLE = re.compile(r"([a-z]+)[- ]['‘’]?[A-Z]")
_BRAND = re.compile(r"[a-z][A-Z][a-z]")
_SPEAKER = re.compile(
    r"(?:[A-Z][\w'’-]*\.?[ -]){1,5}(?P<verb>[a-z]+)(?:[.,;:]| (?!that\b|the\b|it\b|he\b|she\b|they\b|no))"
)


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list of `data/abbreviations.toml`."""
    table = tomllib.loads(files("fogline.language").joinpath("data/abbreviations.toml").read_text(encoding="utf-8"))
    return frozenset(table[name])


def ends_sentence(text: str, stop: re.Match[str], *, first: int) -> bool:
    """Whether a match of `STOP` ends the sentence that starts at `first`."""
    word = _word_before(text, stop.start(), first)
    if stop["blank"] is None:
        return _lost_blank(stop, word) and not _abbreviated(text, stop, word)
    following = stop["next"]
    if following in ",;:)]%" or _is_label(text, stop, first):
        return False
    if following.islower() and not opens_name(text, stop.end()):
        return _informal(text, first, stop) and not _shortened(word)
    if stop["stop"] != ".":
        return not _goes_on(text, stop, word)
    return not _abbreviated(text, stop, word)


def ends_in_title(line: str) -> bool:
    """Whether a line breaks off behind what wants a name or a number: "met Lt.", "on Nov.", "by J."."""
    word = _plain(_word_before(line, len(line) - 1, 0)) if line.endswith(".") else ""
    return word in listed("titles") | listed("before_name") or (len(word) == 1 and word.isupper())


def opens_name(text: str, at: int) -> bool:
    """Whether a name in small letters starts at `at`: "al-Shabaab", "de Souza", "iPhone"."""
    piece = text[at : at + 24].lstrip(OPENING)
    if _BRAND.match(piece):
        return True
    found = _PARTICLE.match(piece)
    return found is not None and found.group(1) in listed("particles")


def _word_before(text: str, end: int, first: int) -> str:
    found = _LAST_WORD.search(text[max(first, end - _BEFORE) : end])
    return found.group() if found else ""


def _plain(word: str) -> str:
    """The word as the lists have it: "COL" is "Col"; of "mid-Sept", "Sept"."""
    forms = (word, word.capitalize() if word.isupper() else word, word.rpartition("-")[2])
    return next((form for form in forms if form in _known()), word)


@cache
def _known() -> frozenset[str]:
    return listed("titles") | listed("before_name") | listed("may_end") | listed("before_small")


def _shortened(word: str) -> bool:
    return _INITIALS.fullmatch(word) is not None or _plain(word) in _known()


def _abbreviated(text: str, stop: re.Match[str], word: str) -> bool:
    """Whether the full stop belongs to an abbreviation, and the sentence goes on."""
    plain, at = _plain(word), stop.end()
    if plain in listed("titles") and word in _known():  # "SEC" may be a name
        return True
    if plain in listed("before_small"):
        return not text[at : at + _AFTER].lstrip(OPENING)[:1].isalpha() or _tells_time(text, at)
    if plain in listed("words_too") and text[at : at + 1].isalpha():
        return _tells_time(text, at)
    if plain == "no":
        return text[at : at + 1].isdigit()
    return _shortened(word) and not _opens(text, at)


def _tells_time(text: str, at: int) -> bool:
    """Whether a day or a zone follows: "5 a.m. Friday", "5 a.m. Moscow time"."""
    found = _FIRST_WORD.match(text[at : at + _AFTER])
    return found is not None and (found.group(1) in listed("after_hours") or _ZONE.match(text, at) is not None)


def _opens(text: str, at: int) -> bool:
    found = _FIRST_WORD.match(text[at : at + _AFTER])
    if found is None:
        return False
    word = found.group(1)
    if word in listed("nations"):
        return _VERB_SECOND.match(text, at) is not None
    return word in listed("openers") or (len(word) > 1 and word.isupper() and word.capitalize() in listed("openers"))


def _is_label(text: str, stop: re.Match[str], first: int) -> bool:
    """Whether the stop belongs to the number of an item, or to "Q." and "A."."""
    if stop["stop"] != "." or stop["close"].strip(")"):
        return False
    if stop.start() - first < 12 and _LABEL.fullmatch(text, first, stop.start()):
        return True
    return _INLINE_LABEL.search(text[max(first, stop.start() - 4) : stop.start()]) is not None


def _informal(text: str, first: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that itself began with a small letter ends, as in a message sent from a phone."""
    told = text[first : first + _BEFORE].lstrip()
    trails_off = stop["stop"][:2] in ("..", ". ", "…")
    return told[:1].islower() and not opens_name(told, 0) and not stop["close"] and not trails_off


def _goes_on(text: str, stop: re.Match[str], word: str) -> bool:
    """Whether the words behind a question or a cry belong to it: "“Is it over?” Gen. Orlan asked.", "Yahoo! News"."""
    if stop["stop"] == "!" and word in listed("with_mark"):
        return True
    if stop["stop"][0] == "." or not set(stop["close"]) & set(CLOSING[:5]):
        return False
    speaker = _SPEAKER.match(text[stop.end() : stop.end() + _AFTER])
    return speaker is not None and speaker["verb"] in listed("speech") and not _opens(text, stop.end())


def _lost_blank(stop: re.Match[str], word: str) -> bool:
    """Whether a blank is missing behind the stop: "at noon.The army", but not within an address."""
    return bool(_PLAIN_END.search(word)) and stop["stop"] in ".!?" and not set(word) & set("@/\\_.")
