"""Write the words that reports of wars commonly use: `python -m training.cleaning.familiar`.

The stems of the content words that stand in our own reports (`training/claims/data`) of several wars, of the half
that may be looked at: the other half is what cleaning is measured on.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import fogline.text
from fogline.text.vocabulary import known_names, vocabulary
from training.claims.labelled import iter_reports

FILE = Path(fogline.text.__file__).parent / "data" / "familiar.txt"
FEWEST_WARS = 4
PEACE = {"peace-news", "plain-news"}
HEAD = """\
# The first letters of the words that reports of wars commonly use; written by `python -m training.cleaning.familiar`.
# Facts: counted in the half of our own reports (training/claims/data) that may be looked at.

"""


def main() -> None:
    """Count, and write the file."""
    wars: dict[str, set[str]] = {}
    for war, report in iter_reports():
        if hashlib.sha256(war.encode()).digest()[0] % 2 == 0 and war not in PEACE:
            texts = [sentence.text for sentence in report.sentences]
            names = known_names(texts)
            wars.setdefault(war, set()).update(term for text in texts for term in vocabulary(text, names).terms)
    count = Counter(term for terms in wars.values() for term in terms)
    common = sorted(term for term, number in count.items() if number >= FEWEST_WARS and not term.isdigit())
    FILE.write_text(HEAD + "\n".join(common) + "\n", encoding="utf-8")
    print(f"{len(wars)} wars, {len(common)} words")


if __name__ == "__main__":
    main()
