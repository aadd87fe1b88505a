"""Write the lemma tables: spaCy's lookups data for open words, the treebanks for what the rules get wrong."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

from spacy.lookups import load_lookups

from fogline.language.lemmas import INFLECTED, KEPT, Lemmas
from training.sources import ewt_files, gum_files
from training.treebank import iter_sentences

TABLES = ("noun", "verb", "adj", "adv")


def write_lemmas(path: Path) -> None:
    """Bases and irregular forms first, then, with those in use, each (tag, form) that still comes out wrong."""
    tables = load_lookups("en", ["lemma_exc", "lemma_index"])
    bases = {name: sorted(w for w in tables.get_table("lemma_index")[name] if w.isalpha()) for name in TABLES}
    known: dict[str, dict[str, str]] = defaultdict(dict)
    told = _told()
    common = Counter(told.values())
    for tag, table in INFLECTED.items():
        for form, lemmas in tables.get_table("lemma_exc")[table].items():
            known[tag][form] = max(lemmas, key=lambda lemma: (common[lemma], -len(lemma)))
    words = {name: frozenset(forms) for name, forms in bases.items()}
    _save(path, known, bases)
    rules = Lemmas(path)
    for (form, tag), lemma in sorted(told.items()):
        table = INFLECTED.get(tag)
        sound = table is None or lemma in words[table]
        if sound and (table != "noun" or lemma[:2] == form[:2]) and rules.of(form, tag) != lemma:  # "km" stays "km"
            known[tag][form] = lemma
    _save(path, _needed(known, path, bases), bases)


def _told() -> dict[tuple[str, str], str]:
    """The commonest lemma of each form and tag in the training treebanks, where the treebank is of one mind."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in ewt_files("train") + gum_files("train"):
        for rows in iter_sentences(path):
            for row in rows:
                if row[0].isdigit() and row[4] not in KEPT and "Typo=Yes" not in row[5]:
                    counts[row[1].lower().replace("’", "'"), row[4]][row[2].lower()] += 1
    best = {key: count.most_common(1)[0] for key, count in counts.items()}
    return {key: lemma for key, (lemma, n) in best.items() if n >= 2 and n > 0.8 * counts[key].total()}


def _needed(known: dict[str, dict[str, str]], path: Path, bases: dict[str, list[str]]) -> dict[str, dict[str, str]]:
    """Without the forms that the rules give anyway."""
    _save(path, {}, bases)
    rules = Lemmas(path)
    return {
        tag: {form: lemma for form, lemma in sorted(forms.items()) if rules.of(form, tag) != lemma}
        for tag, forms in known.items()
    }


def _save(path: Path, known: dict[str, dict[str, str]], bases: dict[str, list[str]]) -> None:
    text = json.dumps({"known": known, "bases": bases}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
