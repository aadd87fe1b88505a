"""Words of news English: spaCy's rules, but names and designations keep their hyphens, and ranks their stops.

Elsewhere words are cut as in the Universal Dependencies of English: "US - backed", but "counter-attack".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.lang.en import English
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from fogline.language.stops import listed

if TYPE_CHECKING:
    from spacy.language import Language

# Special words of spaCy that do harm in news: "(see p. 8)" and "(2010):" hold no smiles; "and/or" is three words.
_UNWANTED = re.compile(r"[()\[\]8][^A-Za-z]*|8-?D|:\d|and/or")
# The sign first and what is behind it second: so a pattern fails at once on every other sign.
_DASHES = r"(?:—|–|---?)(?=[^\s-])"
_NOTES = (r"\.(?<=[^\W_]\.)(?=[\"”’]?\[\d)", r"\[(?<=[\w.,”\"\]]\[)(?=\d)", r"\](?<=\d\])(?=\[)")
_SPEECH = (r"[,.](?=[\"”][—–])", r"[\"”](?=[—–])")  # “We know,”—he
_AMOUNTS = r"(?<=\d)(?:am|pm|hrs|mn|bn|tn)"
# A rule or a run of signs is one word, and takes no time: "=====", "?!".
_RUNS = (r"(?:(?P<sign>[^\w\s.]|_)(?P=sign){3,})", r"[!?]{2,}", r"[=*_<>~]{2,}")
# One word, whatever unit its last letters look like: "Su-24M", "T-72B3", "9M133M".
_DESIGNATION = re.compile(r"(?:[A-Z][A-Za-z]{0,9}-\d{1,4}[A-Z]{1,3}\d{0,2}|\d{1,2}[A-Z]\d{1,3}[A-Z]{0,2}\d?)$")


def hyphens() -> tuple[str, str]:
    """Patterns for the hyphens that part words: before a small letter, and before a capital.

    Not those behind an article or around a link ("al-Sham", "Sar-e-Pul"), of a designation ("Mi-24", "Buk-M1"), or
    behind a prefix or a single letter ("non-state", "x-ray").
    """
    links = "|".join(sorted(listed("links")))
    inside = rf"-(?<=[^\W_]-|\.-)(?!(?:{links})-|d['’]){_not_behind(listed('articles'))}"
    inside += "".join(rf"(?<!-{link}-)" for link in sorted(listed("links")))
    either_case = {form for word in listed("prefixes") for form in (word, word.capitalize())}
    small = rf"{inside}{_not_behind(either_case)}(?<!\b[A-Za-z]-)(?=[^\W\d_A-Z])"
    capital = rf"{inside}{_not_behind(listed('before_capital'))}(?![A-Z]\d{{0,3}}\b)(?=[A-Z])"
    return small, capital


def english() -> Language:
    """spaCy's English with these words, and no pipeline."""
    return English(create_tokenizer=tokenizer)


def tokenizer(nlp: Language) -> Tokenizer:
    """A tokenizer with these rules; the rest of spaCy's English rules stay."""
    defaults = nlp.Defaults
    infixes = [rule for rule in defaults.infixes if "(?:-|" not in rule and "-|–|—" not in rule]
    prefixes = [*_RUNS, *(r"#(?![A-Za-z])" if rule == "#" else rule for rule in defaults.prefixes)]
    special = {word: how for word, how in defaults.tokenizer_exceptions.items() if not _UNWANTED.fullmatch(word)}
    kept = listed("one_word") | listed("ranks") | {rank.upper() for rank in listed("ranks")}
    return Tokenizer(
        nlp.vocab,
        rules=special | {word: [{ORTH: word}] for word in kept},
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex([*_RUNS, *defaults.suffixes, _AMOUNTS]).search,
        infix_finditer=compile_infix_regex([_DASHES, *hyphens(), *_NOTES, *_SPEECH, *infixes]).finditer,
        token_match=_DESIGNATION.match,
        url_match=defaults.url_match,
    )


def _not_behind(words: frozenset[str] | set[str]) -> str:
    """A pattern for a place behind a hyphen that follows none of these words."""
    return "".join(rf"(?<!\b{word}-)" for word in sorted(words))
