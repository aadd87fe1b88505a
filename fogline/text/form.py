"""What a line looks like: its length, its end, its capitals and signs, how much of a sentence it is.

Every trait is a number between 0 and about 1, named; `data/weights.json` says what each is worth.
"""

from __future__ import annotations

import re
import unicodedata

from fogline.language.words import words
from fogline.text.paragraphs import has_stop
from fogline.text.vocabulary import word_list

HEADLINE_WORDS = 14
_TOKEN = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_KICKER = re.compile(r"[‘'\"“]?[A-Z][A-Z0-9’'.-]+(?:[ ,&]+[A-Z0-9’'.-]+){0,5}[’'\"”]?: ")
_LABEL = re.compile(r"\W*[\w’'-]+(?: [\w’'-]+){0,3} ?[:|»>]\s")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]?")
_SLASH = re.compile(r"\w ?/ ?\w")
_BREAK = re.compile(r"[.!?)\]][\"”’]? +(?=[\"“‘(\[]?[A-Z0-9©(\[])| [-–—|] ")
_CLOCK = re.compile(r"\W*\d{1,2}[:.h]? ?\d{2}\b")
_SIGNS = {"bar": "|•·¦", "pointer": ">»→↑↓▶►", "copyright": "©", "plus": "+#*_=", "address": "@"}
_ACRONYM = re.compile(r"[ ,(/][A-Z]{2,6}\)?$")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\.(?:com|org|net|example)\b")
_OFFERED = re.compile(
    r"\b(?:may|can|will|must) be "
    r"(?:had|handed|obtained|reached|sent|bought|ordered|heard|found|read|published|printed)\b"
    r"|\b(?:asked|invited|requested|reminded) (?:to|that)\b|\bwish(?:es)? to\b|\b[Pp]lease\b"
)
_SPEECH = frozenset(
    ["said", "say", "says", "told", "according", "reported", "added", "denied", "confirmed", "announced"]
)
_PAST = frozenset(["was", "were", "had", "been", "did", "went", "came", "took", "fell", "left", "lost", "held", "kept"])
_PRESENT = frozenset(["is", "are", "may", "can", "will", "must", "do", "does", "has", "have", "please"])
_ANY = frozenset(["a", "an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "more", "some"])
_READER = frozenset(["you", "your", "yours"])
_HOUSE = frozenset(["we", "our", "ours", "us"])


def is_broken_off(text: str) -> bool:
    """Whether a paragraph ends in mid-sentence: no stop, and a word of grammar, a comma, or more than a headline."""
    if has_stop(text):
        return text.endswith(("...", "…")) and len(text.split()) > HEADLINE_WORDS
    count = len(text.split())
    return is_dangling(text) or text.endswith(",") or count > HEADLINE_WORDS


def is_dangling(text: str) -> bool:
    """Whether the last word is one that no line ends in: "... said that the"."""
    last = words(text[-40:])[-1:]
    return len(text.split()) > 5 and last != [] and last[0] in word_list("grammar") - word_list("enders")


def traits(text: str) -> dict[str, float]:
    """The traits of a line, those that are 0 left out."""
    bare = _QUOTED.sub(" ", text)
    tokens = _TOKEN.findall(text)
    folded = words(text)
    found = _shape(text, tokens) | _end(text) | _signs(text) | _sentence(words(bare), folded)
    page_words = word_list("page")
    told = {f"the word {word}": 1.0 for word in folded if word in page_words}
    return {name: float(value) for name, value in found.items() if value} | told


def _shape(text: str, tokens: list[str]) -> dict[str, float]:
    count, many = len(text.split()), max(1, len(tokens))
    long = [token for token in tokens if len(token) > 3] or tokens
    digits = sum(map(str.isdigit, text))
    return {
        "one or two words": count <= 2,
        "up to five words": count <= 5,
        "up to nine words": count <= 9,
        "up to a headline's words": count <= HEADLINE_WORDS,
        "more than 25 words": count > 25,
        "more than 45 words": count > 45,
        "kicker in capitals": _KICKER.match(text) is not None,
        "label": _LABEL.match(text) is not None,
        "all in capitals": text.isupper() and len(text) > 3,
        "capitalised words": sum(token[0].isupper() for token in long) / max(1, len(long)),
        "words in capitals": sum(len(token) > 1 and token.isupper() for token in tokens) / many,
        "digits": min(1.0, 3 * digits / max(1, len(text))),
        "begins with a digit": text[:1].isdigit(),
        "begins small": text[:1].islower(),
        "clock": _CLOCK.match(text) is not None,
        "foreign letters": _foreign(tokens),
    }


def _foreign(tokens: list[str]) -> float:
    """How many of the words are in another script, or spelt with accents that English has not."""
    if all(token.isascii() for token in tokens):
        return 0.0
    strange = sum(any(not sign.isascii() and sign.isalpha() for sign in token) for token in tokens)
    latin = sum("LATIN" in unicodedata.name(token[0], "") for token in tokens[:8])
    return 1.0 if tokens and latin == 0 else strange / max(1, len(tokens))


def _end(text: str) -> dict[str, float]:
    stop = has_stop(text)
    last = _BREAK.split(text)[-1]
    tail = 0 < len(last.split()) <= 6 and len(last) < len(text)
    return {
        "no stop": not stop,
        "broken off": is_broken_off(text),
        "dangling": not stop and is_dangling(text),
        "ends in dots": text.endswith(("...", "…")),
        "ends in a question": text.rstrip('"”’)').endswith("?"),
        "ends in an acronym": not stop and _ACRONYM.search(text) is not None,
        "short tail": tail and not has_stop(last),
        "short last sentence": tail and has_stop(last),
        "ends in a bracket": text.endswith((")", "]")),
        "no stop inside": not stop and re.search(r"[.!?] ", text) is None,
        "one sentence": stop and re.search(r"[.!?][\"”’)]* ", text) is None,
    }


def _signs(text: str) -> dict[str, float]:
    found: dict[str, float] = {name: any(sign in text for sign in signs) for name, signs in _SIGNS.items()}
    wrapped = text[0] in "([-–—" and text[-1] in ")]-–—" if text else False
    high = [] if text.isascii() else [sign for sign in text[:200] if not sign.isascii() and sign != "©"]
    strange = any(unicodedata.category(sign) == "So" for sign in high)
    return found | {
        "in brackets": wrapped,
        "begins with a bracket": text[:1] in ("(", "["),
        "begins with a dash": text[:1] in ("-", "–", "—"),
        "slash": _SLASH.search(text[-60:]) is not None,
        "web address": _ADDRESS.search(text) is not None,
        "picture sign": strange,
        "something is offered or asked": _OFFERED.search(text) is not None,
        "quotation": '"' in text or "“" in text,
    }


def _sentence(bare: list[str], folded: list[str]) -> dict[str, float]:
    """How much of news prose, of talk to the reader and of talk about the page itself there is."""
    many, grammar_words, page_words = max(1, len(folded)), word_list("grammar"), word_list("page")
    grammar = sum(map(grammar_words.__contains__, folded)) / many
    reader = sum(map(_READER.__contains__, bare))
    house = sum(map(_HOUSE.__contains__, bare))
    page = sum(map(page_words.__contains__, bare))
    past = sum(word in _PAST or (len(word) > 4 and word.endswith("ed")) for word in folded)
    war = sum(map(word_list("war").__contains__, folded))
    elsewhere = sum(map(word_list("elsewhere").__contains__, folded))
    return {
        "words of war": min(1.0, 8 * war / many),
        "no word of war": war == 0 and len(folded) > 4,
        "word of elsewhere": elsewhere > 0,
        "words of elsewhere": min(1.0, 8 * elsewhere / many),
        "elsewhere, no word of war": elsewhere > 0 and war == 0,
        "goes on": folded[:1] != [] and folded[0] in word_list("onward"),
        "opens with one of many": folded[:1] != [] and folded[0] in _ANY,
        "words of grammar": grammar,
        "hardly any grammar": len(folded) > 4 and grammar < 0.1,
        "speech": not _SPEECH.isdisjoint(folded),
        "past": min(1.0, 10 * past / many),
        "nothing past": past == 0 and len(folded) > 4,
        "present, nothing past": past == 0 and not _PRESENT.isdisjoint(folded),
        "speaks to the reader": min(1.0, 4 * reader / many),
        "word of the page": page > 0,
        "words of the page": min(1.0, 4 * page / many),
        "begins with a word of the page": any(word in page_words for word in bare[:2]),
        "speaks for the house": min(1.0, 4 * house / many),
        "page and reader": page > 0 and reader > 0,
        "page and house": page > 0 and house > 0,
    }
