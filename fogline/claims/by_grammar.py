"""Who fills a role by the plain grammar of a sentence, where the reader left it open or took somebody near for him.

| the sentence | |
| --- | --- |
| "troops and rebels fought" | two sides of a clash |
| "protesters clashed with police" | a crowd, that no name tells |
| "the army fought rebels, and residents were killed" | harm to the residents, not to the rebels |
"""

from __future__ import annotations

from collections.abc import Mapping

from fogline.claims.arguments import of_noun, of_verb
from fogline.claims.codebook import codebook
from fogline.claims.proposition import Proposition
from fogline.claims.reader import Told
from fogline.claims.sufferers import counted, harmed
from fogline.language.plain import Word
from fogline.records import ClaimType, Name

Names = tuple[Name, ...]
Roles = tuple[Names, Names]
Listed = Mapping[str, frozenset[int]]  # by name: words in one list with it


def by_grammar(told: Told, frame: Proposition | None, roles: Roles, listed: Listed) -> Roles:
    """Who acts and whom it is done to.  `roles`: both as they were read; `listed`: of the names of the sentence."""
    who, whom = roles
    if told.type is ClaimType.CLASH and frame is not None and not whom and len(who) < 2:
        who, whom = sides_of(frame, who)
    if told.type in (ClaimType.CLASH, ClaimType.ATTACK) and not who:
        who = tuple(name for name in _crowd(told.act) if name not in whom)
    if told.type is ClaimType.HARM and whom:
        whom = _bystanders(told.act, whom, listed) or whom
    return who, whom


def sides_of(frame: Proposition, who: Names) -> Roles:
    """The two sides of a clash, where the one that is known is of them; else that one and nobody."""
    both = (*frame.actors, *frame.targets)
    if not frame.actors or not frame.targets or any(name not in both for name in who):
        return who, ()
    mine = frame.targets if who and who[0] in frame.targets else frame.actors
    return mine, frame.targets if mine is frame.actors else frame.actors


def _crowd(act: Word) -> Names:
    """The crowd that does it, as the subject of the act's verb or of the verb that lends it one."""
    book = codebook()
    verbal = act.pos_ in ("VERB", "AUX")
    given = of_verb(act) if verbal else of_noun(act, doers=book.doers, sufferers=book.sufferers)
    heads = [counted(head) for role in ("subject", "lightsubject") for head in given.get(role)]
    return tuple(Name(head.lower_) for head in heads[:1] if head.lemma in book.classes["crowd"])


def _bystanders(act: Word, whom: Names, listed: Listed) -> Names:
    """People who are no party and are the object of the harm, where nobody of those who were read stands with them."""
    classes = codebook().classes
    people = classes["civilian"] | classes["crowd"]
    heads = [h for h in map(counted, harmed(act)) if h.pos_ == "NOUN" and h.lemma in people]
    words = {word.i for head in heads for word in (*head.subtree, *head.conjuncts)}
    if not heads or any(listed.get(name.text, frozenset()) & words for name in whom):
        return ()
    return (Name(heads[0].lower_),)
