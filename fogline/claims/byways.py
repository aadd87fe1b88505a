"""Ways that others go than those who do an act: the place at their end may well be the one that was left or entered.

| the sentence | the place |
| --- | --- |
| "the army drove into Karsin and found that the rebels had left" | left: Karsin, though it stands behind "into" |
| "she fled from Karsin after the rebels had marched in" | entered: Karsin, though it stands behind "from" |
| "the army drove into Karsin after it had left Osk", "marched in from Karsin" | not Karsin: the same ones go |
"""

from __future__ import annotations

from fogline.claims.arguments import SUBJECTS
from fogline.language.plain import Word

VERBAL = ("VERB", "AUX")


def is_way_of_others(place: Word, act: Word) -> bool:
    """Whether a place is an end of the way of somebody else than the subject of an act, each told by a noun."""
    verb = next((above for above in place.ancestors if above.pos_ in VERBAL), None)
    if verb is None or verb is act or act.pos_ not in VERBAL:
        return False
    theirs, own = _nouns(verb), _nouns(act)
    return bool(theirs and own) and not {word.lemma for word in theirs} & {word.lemma for word in own}


def _nouns(verb: Word) -> list[Word]:
    """The nouns that are the subjects of a verb: a pronoun may stand for anybody."""
    return [child for child in verb.children if child.dep_ in SUBJECTS and child.pos_ in ("NOUN", "PROPN")]
