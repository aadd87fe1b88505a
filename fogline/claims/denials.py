"""Denials of what was said before: "The ministry dismissed the report"; in the same sentence: ", which it denied"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.arguments import of_verb
from fogline.claims.attribution import Speech, speech_by, speech_over
from fogline.claims.attribution_cues import cues_of
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene
from fogline.claims.status import negated
from fogline.language.plain import Sentence, Word
from fogline.records import Attribution, Claim, ClaimType, Status

RELATIVE = frozenset({"which", "that"})
WITHIN = 12  # words from the comma of "..., a charge that a spokesman for the front denied" to its verb
REFERRING = frozenset({"this", "that", "it", "these", "them", "so", "both"})
DENIABLE = frozenset(
    {
        ClaimType.CAPTURE,
        ClaimType.WITHDRAW,
        ClaimType.HOLD,
        ClaimType.ADVANCE,
        ClaimType.ATTACK,
        ClaimType.CLASH,
        ClaimType.CLOSE,
        ClaimType.DEPLOY,
        ClaimType.BESIEGE,
        ClaimType.HARM,
        ClaimType.MEET,
        ClaimType.SUPPORT,
    }
)
BESIDE = frozenset({ClaimType.MEET, ClaimType.SUPPORT})  # what is told beside deeds ("the front, backed by Dorland,")


def denial_in(sentence: Sentence, scene: Scene) -> Speech | None:
    """The speech of a sentence that denies something said before it, not in it."""
    cues = cues_of(scene.doc)
    for token in sentence:
        if token.pos_ == "VERB" and _denies(token):
            return speech_by(cues[token.i], scene) if token.i in cues else None
        if _is_false(token):
            return speech_over(token, scene)
    return None


def _denies(verb: Word) -> bool:
    """As in "denied it", "called that a fairy tale", "described the reports as lies"."""
    if verb.lemma in lexicon("speech")["deny"]:
        return _refers_back(verb) and not negated(verb)  # "does not deny it"
    return verb.lemma in lexicon("denials")["call"] and _refers_back(verb) and _is_called_false(verb)


def _is_called_false(verb: Word) -> bool:
    return any(w.lemma in lexicon("denials")["false"] for c in verb.children for w in (c, *c.children))


def _is_false(token: Word) -> bool:
    """As in "the reports were untrue", "that was propaganda", "that is a lie", "that was not so"; not "regions that lie
    along a river"."""
    if token.lemma in lexicon("denials")["true"] and negated(token):
        return any(c.dep_ == "nsubj" and _is_said(c) for c in token.children)
    if token.lemma not in lexicon("denials")["false"] or (token.lemma == "lie" and token.pos_ != "NOUN"):
        return False
    return not negated(token) and any(c.dep_ in ("nsubj", "nsubj:pass") and _is_said(c) for c in token.children)


def _refers_back(verb: Word) -> bool:
    if any(c.dep_ == "ccomp" for c in verb.children):
        return False
    objects = of_verb(verb).get("object")
    if verb.dep_.startswith("acl") and any(o.lemma in lexicon("denials")["charges"] for o in objects):
        return False  # "accused him of a plot, a charge that he denies": of what stands beside it, not before
    return any(map(_is_said, objects))


def _is_said(token: Word) -> bool:
    """Whether a word stands for what was said before: "it", "the report", but not "the report of a retreat"."""
    if token.lower_ in REFERRING:
        return True
    if token.lemma in lexicon("denials")["charges"]:
        return not any(c.dep_ == "nmod" or c.dep_.startswith("acl") for c in token.children)
    return token.lemma in lexicon("speech")["claims"] and not any(_spells_out(c) for c in token.children)


def _spells_out(token: Word) -> bool:
    """Whether a word says what the report was: "the report of a retreat", "the claim that they left"."""
    return token.dep_ == "nmod" or (token.dep_ == "acl" and any(c.dep_ == "mark" for c in token.children))


def denial_aside(sentence: Sentence, scene: Scene) -> tuple[Speech, Word] | None:
    """The speech that denies what stands before it in its sentence, and the comma between them.

    As in "..., which the front denies", "..., a charge that it rejected", "..., something the army denies".
    """
    cues = cues_of(scene.doc)
    for comma in sentence:
        if comma.text != "," or (begin := _behind_relative(comma)) is None:
            continue
        behind = scene.doc[begin : min(comma.i + WITHIN, sentence.end)]
        verb = next((t for t in behind if t.text in ",;:" or _rejects(t)), None)
        if verb is None or verb.i not in cues or negated(verb):
            continue
        speech = speech_by(cues[verb.i], scene)
        if speech is not None:
            return speech, comma
    return None


def _behind_relative(comma: Word) -> int | None:
    """The first token behind ", which" or ", a charge that"."""
    doc, end = comma.doc, comma.sent.end
    first = comma.i + 1
    if first < end and doc[first].lower_ == "which":
        return first + 1
    told = next((t for t in doc[first : min(first + 4, end)] if t.pos_ in ("NOUN", "PRON", "VERB")), None)
    if told is None or not _takes_up(told, comma):
        return None
    return told.i + 2 if told.i + 1 < end and doc[told.i + 1].lower_ in RELATIVE else told.i + 1


def _takes_up(word: Word, comma: Word) -> bool:
    """Whether a word behind a comma stands for what was told before it: "a claim that", "something the army denies"."""
    lists = lexicon("denials")
    if word.lemma in lexicon("speech")["claims"] | lists["aside"]:
        return True
    return word.lemma in lists["charges"] and _accuses(comma)


def _accuses(comma: Word) -> bool:
    """Whether somebody is accused before a comma: "a plot, a charge that he denies" is of the plot."""
    return any(w.lemma in lexicon("denials")["accuse"] for w in comma.doc[comma.sent.start : comma.i])


def _rejects(token: Word) -> bool:
    """Whether a word denies what stands before it: it has no object of its own behind it, but in "called a lie"."""
    if token.pos_ == "VERB" and token.lemma in lexicon("denials")["call"]:
        return _is_called_false(token)
    if token.pos_ != "VERB" or token.lemma not in lexicon("speech")["deny"]:
        return False
    return not any(c.i > token.i and c.dep_ in ("obj", "ccomp", "xcomp") for c in token.children)


def denied_aside(claims: Sequence[Claim], sentence: Sentence, scene: Scene) -> tuple[Claim, ...]:
    """The claims of a sentence that it sets a denial beside, as they are denied: those of the last act before it."""
    found = denial_aside(sentence, scene)
    if found is None:
        return ()
    speech, comma = found
    at = scene.parse.anchor(comma.i, comma.i + 1).start
    before = [c for c in claims if c.act.end <= at and c.type in DENIABLE and _is_main(c, scene)]
    last = max((c.act.start for c in before), default=None)
    known = {c.type for c in claims if c.act.start > at and c.status is Status.DENIED}
    return denied([c for c in before if c.act.start == last and c.type not in known], sentence, speech, scene)


def _is_main(claim: Claim, scene: Scene) -> bool:
    """Whether an act is told for its own sake, and not to say when another was: "hours after K was lost"."""
    act = scene.doc[scene.parse.token_at(claim.act.start)]
    return not any(
        t.dep_ == "advcl" and any(c.dep_ == "mark" for c in t.children if c.lower_ != "of")
        for t in (act, *act.ancestors)
    )


def denied(previous: Sequence[Claim], sentence: Sentence, speech: Speech, scene: Scene) -> tuple[Claim, ...]:
    """The claims of the sentence before, as this sentence denies them; what the denier said himself stays.

    Who met or backed whom is not denied where deeds are.
    """
    anchor = scene.parse.anchor(sentence.start, sentence.end)
    act = scene.parse.anchor(speech.verb.i, speech.verb.i + 1)
    deeds = any(claim.type in DENIABLE - BESIDE for claim in previous)
    deniable = DENIABLE - BESIDE if deeds else DENIABLE
    made = []
    for claim in previous:
        own = set(claim.attribution.speakers) & set(speech.speakers)
        if claim.type in deniable and claim.status is Status.ASSERTED and not own:
            made.append(
                replace(
                    claim,
                    anchor=anchor,
                    act=act,
                    status=Status.DENIED,
                    attribution=Attribution(
                        speech.speakers, speech.via, outlet=claim.attribution.outlet, stance=speech.stance
                    ),
                    confidence=claim.confidence * 0.8,
                )
            )
    return tuple(made)
