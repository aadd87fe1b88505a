"""Denials of what was said before: "The ministry dismissed the report"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.arguments import of_verb
from fogline.claims.attribution import Speech, speech_by
from fogline.claims.attribution_cues import cues_of
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene
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
    deny = lexicon("speech")["deny"]
    for token in sentence:
        if token.pos_ == "VERB" and token.lemma in deny and _refers_back(token):
            cues = cues_of(scene.doc)
            return speech_by(cues[token.i], scene) if token.i in cues else None
    return None


def _refers_back(verb: Word) -> bool:
    if any(c.dep_ == "ccomp" for c in verb.children):
        return False
    objects = of_verb(verb).get("object")
    claims = lexicon("speech")["claims"]
    return any(
        o.lower_ in REFERRING or (o.lemma in claims and not any(_spells_out(c) for c in o.children)) for o in objects
    )


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
