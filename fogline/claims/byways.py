"""Ways that others go than those who do an act: the place at their end may well be the one that was left or entered.

| the sentence | the place |
| --- | --- |
| "the army drove into Karsin and found that the rebels had left" | left: Karsin, though it stands behind "into" |
| "she fled from Karsin after the rebels had marched in" | entered: Karsin, though it stands behind "from" |
| "the army drove into Karsin after it had left Osk", "marched in from Karsin" | not Karsin: the same ones go |

And where shells come from is not what they strike: "shells fired from the ridges above Karsin killed two in Osk".
"""

from __future__ import annotations

from fogline.claims.arguments import SUBJECTS
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import case_of
from fogline.language.plain import Word

VERBAL = ("VERB", "AUX")
OUT = frozenset({"from", "out of"})
DEPTH = 4
AHEAD = frozenset({"to", "into", "towards", "toward", "onto"})


def is_way_of_others(place: Word, act: Word) -> bool:
    """Whether a place is an end of the way of somebody else than the subject of an act, each told by a noun."""
    verb = next((above for above in place.ancestors if above.pos_ in VERBAL), None)
    if verb is None or verb is act or act.pos_ not in VERBAL:
        return False
    theirs, own = _nouns(verb), _nouns(act)
    words = lexicon("byways")
    if case_of(place) in AHEAD and not all(word.pos_ == "PROPN" or word.lemma in words["armed"] for word in theirs):
        return False  # "refugees crossed into Doria as the militia withdrew"
    if case_of(place) in OUT and any(word.lemma in words["envoys"] for word in theirs):
        return False
    return bool(theirs and own) and not {word.lemma for word in theirs} & {word.lemma for word in own}


def _nouns(verb: Word) -> list[Word]:
    """The nouns that are the subjects of a verb: a pronoun may stand for anybody."""
    return [child for child in verb.children if child.dep_ in SUBJECTS and child.pos_ in ("NOUN", "PROPN")]


def is_firing_point(place: Word) -> bool:
    """Whether a place tells, or is part of what tells, from where something is fired: "fired from a post at Karsin"."""
    word = place
    for _ in range(DEPTH):
        if word.head is word or word.pos_ in VERBAL:
            return False
        if case_of(word) in OUT and word.head.pos_ in VERBAL:
            return word.head.lemma in codebook().classes["fires"]
        word = word.head
    return False
