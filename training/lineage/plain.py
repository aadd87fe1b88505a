"""Write the words that are no names: `python -m training.lineage.plain`.

Those that our own reports (`training/claims/data`) of several wars write in small letters more often than with a
capital, inside of sentences; of the half that may be looked at.
Source: docs/decisions/0027-searching-for-kin.md
"""

from __future__ import annotations

import hashlib
from collections import Counter

from fogline.lineage.tokens import PLAIN, read
from training.claims.labelled import iter_reports
from training.lineage.learn import SHIPPED

FILE = SHIPPED.parent / PLAIN
FEWEST_WARS = 2
HEAD = """\
# Words that are no names, folded; written by `python -m training.lineage.plain`, do not edit.
# Facts: counted in the half of our own reports (training/claims/data) that may be looked at.

"""


def main() -> None:
    """Count, and write the file."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    wars: dict[str, set[str]] = {}
    for war, report in iter_reports():
        if hashlib.sha256(war.encode()).digest()[0] % 2 == 0:
            for sentence in report.sentences:
                for word in read(sentence.text):
                    if not word.first:
                        (capital if word.capital else small)[word.folded] += 1
                        wars.setdefault(word.folded, set()).add(war)
    mostly = (word for word, count in small.items() if count > capital[word] and len(wars[word]) >= FEWEST_WARS)
    plain = sorted(word for word in mostly if not word.isdigit())
    FILE.write_text(HEAD + "\n".join(plain) + "\n", encoding="utf-8")
    print(f"{len(plain)} words")


if __name__ == "__main__":
    main()
