"""Who speaks by a verb of speech, by the grammar."""

from __future__ import annotations

from fogline.claims.arguments import SUBJECTS, antecedent, is_passive, of_verb
from fogline.claims.attribution_aside import FINITE, NOUNS, noun_from, whole
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import case_of
from fogline.language.plain import Word

ISSUING = frozenset({"from", "by", "of", ""})
PHONES = frozenset({"phone", "telephone"})
QUOTING = frozenset({"quote", "cite"})


def issuer(head: Word) -> Word:
    """Whose statement it is, where one speaks: "a report from K", "K's communique"; who is "reached by phone"."""
    if head.lemma in PHONES and head.head.pos_ == "VERB":
        return next((antecedent(c, head.head) for c in head.head.children if c.dep_ in SUBJECTS), head)
    if head.lemma in lexicon("speech")["channel"]:
        for child in head.children:
            if child.dep_ in ("nmod", "nmod:poss") and child.tag_ != "PRP$" and case_of(child) in ISSUING:
                return child
    return head


def speakers_of(verb: Word) -> list[Word]:
    """The heads of who speaks; an empty list where nobody is named."""
    above = verb.head
    if above.lemma in QUOTING and verb.tag_ == "VBG" and verb.i > above.i:  # "was quoted as saying"
        return of_verb(above).get("object")
    if is_passive(verb):
        return [c for c in verb.children if c.dep_ == "obl:agent" or (c.dep_ == "obl" and case_of(c) == "by")]
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and above.head.pos_ == "VERB":  # "denied the report, saying"
        return of_verb(above.head).get("subject")
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return _one_of(of_verb(verb).get("subject"), verb)
    if verb.tag_ in ("VBG", "VB"):
        return of_verb(verb).get("subject")
    return (
        _of_clause(verb)
        or _just_before(verb)
        or _behind_mark(verb)
        or _of_teller(verb)
        or of_verb(verb).get("subject")
        or _opening(verb)
    )


def _opening(verb: Word) -> list[Word]:
    """As in "K, head of L, said": the noun that the sentence opens with, where the parse has no subject at all."""
    noun = noun_from(verb.sent.start, verb.i, verb) if _is_apart(verb) and verb.tag_ in ("VBN", *FINITE) else None
    return [noun] if noun is not None else []


def _one_of(subjects: list[Word], verb: Word) -> list[Word]:
    """The speaker where the parse gives two subjects: the first where a comma stands before the verb ("K, head of L,
    said"), else the last ("..., K said")."""
    return subjects[:1] if _is_apart(verb) else subjects[-1:]


def _is_apart(verb: Word) -> bool:
    """Whether a comma stands before a verb and its auxiliaries."""
    first = min([verb.i, *(c.i for c in verb.children if c.dep_.startswith("aux"))])
    return bool(first > verb.sent.start and verb.doc[first - 1].text == ",")


def _behind_mark(verb: Word) -> list[Word]:
    """As in "although K, moving on, said": the noun behind the word that opens the clause."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.i < verb.i), None)
    noun = noun_from(mark.i + 1, verb.i, verb) if mark is not None else None
    return [noun] if noun is not None else []


def _of_clause(verb: Word) -> list[Word]:
    """As in "People guarding K said that ...", where the parse makes a clause of the first words."""
    for child in verb.children:
        bare = child.tag_ in ("VBG", "VBN") and not any(c.dep_.startswith("aux") for c in child.children)
        if child.dep_ == "ccomp" and child.i < verb.i and bare:
            return [c for c in child.children if c.dep_ in SUBJECTS]
    return []


def _just_before(verb: Word) -> list[Word]:
    """The noun right before a verb of speech that the parse gave no subject: ", a war monitor said"."""
    if verb.i == verb.sent.start:
        return []
    before = verb.nbor(-1)
    return [whole(before)] if before.pos_ in NOUNS else []


def _of_teller(verb: Word) -> list[Word]:
    """As in "K denies that houses were struck and says ...": K, whose verb has the tense, not the houses."""
    told = verb.head
    teller = told.head
    if verb.dep_ != "conj" or told.dep_ != "ccomp" or verb.tag_ != teller.tag_:
        return []
    words = lexicon("speech")
    tense = {told.tag_, *(c.tag_ for c in told.children if c.dep_.startswith("aux"))}
    if teller.lemma in words["say"] | words["deny"] and verb.tag_ not in tense:
        return of_verb(teller).get("subject")
    return []
