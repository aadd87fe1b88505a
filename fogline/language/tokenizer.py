"""Words of news English: spaCy's rules, but names keep their hyphens and apostrophes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.util import compile_infix_regex

if TYPE_CHECKING:
    from spacy.language import Language

# An article of an Arabic name, or the link of a Persian one, is no word of its own:
# "al-Sham", "ez-Zor", "Hay'at", "Sar-e-Pul", "N'Djamena", "Ain-al-Arab".
ARTICLES = "Abdul|Abd|al|el|ez|es|as|at|ad|ar|an|ash|az|ul|ol|Al|El|Ez|Es|As|At|Ad|Ar|An|Ash|Az|Ul"


def name_hyphen_kept() -> str:
    """A pattern for the hyphens that do part words: those not behind an article or around a link."""
    keep = "".join(rf"(?<!\b{a})" for a in ARTICLES.split("|"))
    return rf"(?<=[A-Za-z0-9.]){keep}(?<!-e)(?<!-i)(?<!-ye)-(?!(?:e|i|ye|al|el|ul)-)(?=[A-Za-z])"


def install(nlp: Language) -> None:
    """Replace the hyphen rule of `nlp`'s tokenizer; the rest of spaCy's English rules stay."""
    infixes = [rule for rule in nlp.Defaults.infixes if "(?:-|" not in rule and "-|–|—" not in rule]
    infixes += [name_hyphen_kept(), r"(?<=[A-Za-z0-9])(?:–|—|---|--|~)(?=[A-Za-z0-9])"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
