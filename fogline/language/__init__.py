"""The English pipeline: words, sentences, tags, lemmas, parse, entities.

`fogline.language.engine` loads spaCy and is imported where a report is read; the rest is light.
"""

from fogline.language.sentences import split
from fogline.language.words import fold, words

__all__ = ["fold", "split", "words"]
