"""Where a text says who speaks: verbs of speech, "according to" and its like, each with its speakers and its reach.

A cue rules what it takes as its content ("K said that ...") or what it is set beside ("..., K said, ...", "according
to K").  Cues are found once a document, and need its grammar alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from fogline.claims.arguments import SUBJECTS
from fogline.claims.attribution_aside import (
    BREAKS,
    also_aside,
    aside_speaker,
    interrupts,
    noun_from,
    part_of,
    quote_closer,
)
from fogline.claims.attribution_heads import issuer, speakers_of
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import case_of
from fogline.language.plain import Word, Words
from fogline.records import Stance

KEPT = "fogline.cues"  # where a document keeps its cues
SETTING = frozenset({"in", "by", "on", "from", "to"})
KINDS = ("say", "ask", "deny", "of", "show")
AGAINST = frozenset({"although", "though", "while", "whereas"})
QUOTES = frozenset({"“", '"', "``", "«"})
TOPIC = frozenset({"of", "about", "for", "on", "to", "against"})
JOINT = 6  # words from a verb of speech to the "and" that goes on
LABEL = 8  # words of a name before a colon
HIGHEST = 12  # heads climbed from an act


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of speech and the heads of who speaks.

    `beside`: it rules what stands before it in its part of the sentence; `opens`: what stands behind it too.
    """

    word: Word
    heads: tuple[Word, ...]
    stance: Stance = Stance.SAY
    beside: bool = False
    opens: bool = False

    @property
    def denies(self) -> bool:
        """Whether the speaker holds the content not to be so."""
        return self.stance is Stance.DENY


def cues_of(doc: Words) -> dict[int, Cue]:
    """The cues of a document by the token of their word, in the order of the text."""
    kept: dict[int, Cue] | None = doc.kept.get(KEPT)
    if kept is None:
        found = ((token.i, _cue_at(token)) for token in doc)
        kept = {i: replace(cue, heads=tuple(map(issuer, cue.heads))) for i, cue in found if cue is not None}
        doc.kept[KEPT] = kept
    return kept


def cue_over(act: Word) -> Cue | None:
    """The nearest cue that a word stands under in its sentence; `None` where there is none."""
    cues = cues_of(act.doc)
    return (_content_cue(act, cues) or _beside(act, cues) or _leading(act, cues)) if cues else None


def _content_cue(act: Word, cues: dict[int, Cue]) -> Cue | None:
    token = act
    for _ in range(HIGHEST):
        head = token.head
        if head.i == token.i:
            return None
        cue = cues.get(head.i)
        if cue is not None and is_content(token, cue.word) and not _speaks(act, cue):
            return cue
        if _is_set_against(token):
            return None
        token = head
    return None


def _is_set_against(token: Word) -> bool:
    """As in "K said that it held L, although ...": the report goes on in its own voice."""
    return token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in AGAINST for c in token.children)


def is_content(token: Word, verb: Word) -> bool:
    """Whether a dependent of a verb of speech is what is said, and not who says it, to whom or when."""
    words, word, label = lexicon("speech"), verb.lemma, token.dep_
    if label in ("ccomp", "parataxis") or (label == "conj" and _has_that(token)):
        return token.i < verb.i or not _is_parted(verb, token)
    if label == "xcomp":
        return True
    if label == "obj" and word == "call":
        return any(c.dep_ == "xcomp" and c.i > token.i for c in verb.children)
    if label == "obj" or (label == "nsubj:pass" and not _is_said_to(verb)):
        return word in words["deny"] or (word in words["nominal"] and token.lemma not in words["victims"])
    if label in ("obl", "nmod", "advcl", "acl"):
        return (word in words["of"] and case_of(token) in TOPIC) or (word in words["deny"] and label != "advcl")
    return False


def _has_that(token: Word) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)


def _is_parted(verb: Word, token: Word) -> bool:
    """Whether a clause behind a verb that closes its own is another's: "..., K said; L left"."""
    closes = verb.i + 1 < len(verb.doc) and verb.nbor(1).is_punct and verb.nbor(1).text not in (":", "“", '"')
    return closes and any(c.text in BREAKS for c in verb.doc[verb.i + 1 : token.i])


def _is_said_to(verb: Word) -> bool:
    """As in "they are said to hold": the subject belongs to the content's verb."""
    return any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)


def _speaks(act: Word, cue: Cue) -> bool:
    """Whether a word belongs to the name of the speakers."""
    return any(act.i == h.i or (h.is_ancestor(act) and not h.is_ancestor(cue.word)) for h in cue.heads)


def _beside(act: Word, cues: dict[int, Cue]) -> Cue | None:
    """The cue set beside the part of the sentence that a word is in: one before that opens it, else the next."""
    first, last = part_of(act)
    before: Cue | None = None
    for i in range(first, last):
        cue = cues.get(i)
        if cue is None or not cue.beside or i == act.i or _speaks(act, cue):
            continue
        if i > act.i:
            return before or cue
        if cue.opens or _goes_on(cue.word, act):
            before = cue
    return before


def _leading(act: Word, cues: dict[int, Cue]) -> Cue | None:
    """The cue of "K said that ..." at the head of the sentence, where the parse loses its way to the act."""
    root = act.sent.root
    cue = cues.get(root.i)
    if cue is None or act.i <= root.i or root.pos_ != "VERB":
        return None
    if not any(t.lower_ == "that" for t in act.doc[root.i + 1 : min(act.i, root.i + JOINT)]):
        return None
    against = any(_is_set_against(t) for t in (act, *act.ancestors))
    return None if against or _speaks(act, cue) or (act.dep_ == "conj" and act.head.i == root.i) else cue


def _goes_on(word: Word, act: Word) -> bool:
    """As in "..., K said, and the army left": K still speaks."""
    behind = word.doc[word.i + 1 : min(act.i, word.i + JOINT)]
    mark = next((t for t in behind if t.is_punct), None)
    return mark is not None and mark.text == "," and mark.nbor(1).lower_ == "and"


def _cue_at(token: Word) -> Cue | None:
    if token.lower_ == "according":
        return _according(token)
    if token.pos_ == "VERB" or token.tag_.startswith("VB"):
        return _verb_cue(token)
    if token.pos_ == "NOUN" and token.lemma in lexicon("speech")["view"]:
        return _view(token)
    return _before_quote(token) if token.text in (":", ",") else None


def _before_quote(mark: Word) -> Cue | None:
    """As in "K: “...”" and "K went further: “...”", whatever the verb; the quote may be a paragraph of its own."""
    if _closes_before_quote(mark):
        return _introduced(mark)
    if mark.i + 2 >= mark.sent.end or mark.nbor(1).text not in QUOTES or mark.i == mark.sent.start:
        return None
    first = mark.sent.start
    verb = next((t for t in reversed(mark.doc[first : mark.i]) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        noun = noun_from(first, mark.i, mark) if mark.text == ":" and mark.i < first + LABEL else None
        heads = [noun] if noun is not None else []
    else:
        told = any(c.dep_ in SUBJECTS for c in verb.children) and not _is_hedged(verb)
        heads = speakers_of(verb) if told and (mark.text == ":" or mark.nbor(2).text[:1].isupper()) else []
    return Cue(mark, tuple(heads), beside=True, opens=True) if heads else None


def _closes_before_quote(mark: Word) -> bool:
    """Whether a colon ends its sentence, and the next one opens a quote."""
    last = mark.text == ":" and mark.i > mark.sent.start and mark.i + 1 == mark.sent.end
    return last and mark.i + 1 < len(mark.doc) and mark.nbor(1).text in QUOTES


def _introduced(mark: Word) -> Cue | None:
    """As in "K gave a statement:" before a quote: the speaker by its verb of speech, else its main verb's subject."""
    root = mark.sent.root
    known = _verb_cue(root) if root.pos_ == "VERB" else None
    told = root.pos_ in ("VERB", "AUX") and any(c.dep_ in SUBJECTS for c in root.children) and not _is_hedged(root)
    heads = known.heads if known is not None else tuple(speakers_of(root)) if told else ()
    return Cue(mark, heads, beside=True, opens=True) if heads else None


def _verb_cue(verb: Word) -> Cue | None:
    words, word = lexicon("speech"), verb.lemma
    if word not in _speaking():
        speaker = quote_closer(verb)  # "“...,” K sighed"
        return Cue(verb, (speaker,), beside=True) if speaker is not None else None
    if word not in words["deny"] and _is_hedged(verb):
        return None
    aside = aside_speaker(verb) if word in words["aside"] else None
    heads = [aside, *also_aside(aside, verb)] if aside is not None else _of_cue_above(verb) or speakers_of(verb)
    if word in words["show"] and word not in words["say"]:
        heads = [h for h in heads if h.lemma in words["channel"]]
    if not heads:
        return None
    stance = next((s for s in Stance if word in words[s.value] and s is not Stance.SAY), Stance.SAY)
    beside = aside is not None or (word in words["aside"] and _is_as_told(verb))
    return Cue(verb, tuple(heads), stance, beside=beside, opens=beside and interrupts(verb))


@cache
def _speaking() -> frozenset[str]:
    """The verbs of speech of every kind."""
    return frozenset().union(*(lexicon("speech")[kind] for kind in KINDS))


def _is_as_told(verb: Word) -> bool:
    """As in "as reported by K", "as K put it"."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ == "as" and c.i < verb.i for c in verb.children) and not any(
        c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "obj" and c.pos_ == "NOUN") for c in verb.children
    )


def _of_cue_above(verb: Word) -> list[Word]:
    """As in "K said, adding that": who speaks by the verb of speech that a participle hangs on."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "conj", "xcomp") or verb.head.i >= verb.i:
        return []
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return []
    for token in (verb.head, *reversed(verb.doc[max(verb.sent.start, verb.i - JOINT) : verb.i])):
        above = _verb_cue(token) if token.pos_ == "VERB" else None
        if above is not None:
            return list(above.heads)
    return []


def _is_hedged(verb: Word) -> bool:
    """As in "did not say that", "might have thought that": nothing is said."""
    negative = lexicon("modality")["negative"]
    return any(
        (c.lower_ in negative and c.dep_ in ("advmod", "neg")) or (c.dep_ == "aux" and c.lower_ in ("might", "could"))
        for c in verb.children
    )


def _according(token: Word) -> Cue | None:
    """As in "according to K"."""
    if token.i + 2 >= token.sent.end or token.nbor(1).lower_ != "to":
        return None
    head = token.head if token.dep_ in ("case", "mark", "fixed") else None
    if head is None:
        head = next((c for c in token.children if c.dep_ in ("obl", "nmod")), None)
    if head is None or head.i < token.i:
        behind = token.doc[token.i + 2 : token.sent.end]
        head = next((t for t in behind if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    return Cue(token, (head,), beside=True, opens=interrupts(token)) if head is not None else None


def _view(noun: Word) -> Cue | None:
    """As in "by the account of K", "in K's view", "by K figures"."""
    if case_of(noun).split(" ")[0] not in SETTING:
        return None
    heads = [c for c in noun.children if c.dep_ in ("nmod", "nmod:poss") and case_of(c) in ("of", "from", "")]
    heads += [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    return Cue(noun, tuple(heads[:1]), beside=True, opens=interrupts(noun)) if heads else None
