"""Denials of what was said before: "The ministry dismissed the report"."""

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
    }
)


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
        return _refers_back(verb)
    names = verb.lemma in lexicon("denials")["call"] and _refers_back(verb)
    return names and any(w.lemma in lexicon("denials")["false"] for c in verb.children for w in (c, *c.children))


def _is_false(token: Word) -> bool:
    """As in "the reports were untrue", "that was propaganda", "that is a lie"; not "regions that lie along a river"."""
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


def denied(previous: Sequence[Claim], sentence: Sentence, speech: Speech, scene: Scene) -> tuple[Claim, ...]:
    """The claims of the sentence before, as this sentence denies them.  What the denier said himself stays."""
    anchor = scene.parse.anchor(sentence.start, sentence.end)
    act = scene.parse.anchor(speech.verb.i, speech.verb.i + 1)
    made = []
    for claim in previous:
        own = set(claim.attribution.speakers) & set(speech.speakers)
        if claim.type in DENIABLE and claim.status is Status.ASSERTED and not own:
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
