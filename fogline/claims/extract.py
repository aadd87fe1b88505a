"""The stage that reads claims: sentence by sentence, act by act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from fogline.claims.acts import iter_acts
from fogline.claims.attribution import Speech, speech_over
from fogline.claims.codebook import codebook
from fogline.claims.compounds import compound_claims
from fogline.claims.control_nouns import control_claims, presence_claims
from fogline.claims.denials import denial_in, denied
from fogline.claims.fill import propositions
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, scene_of
from fogline.claims.settle import settle
from fogline.claims.squeezed import squeezed
from fogline.claims.status import status_of
from fogline.claims.when import when_of
from fogline.language.parsed import lemma
from fogline.records import Attribution, Claim, ClaimType, Reading, Status

VERSION = "1"
TIMELESS = frozenset({ClaimType.LINK, ClaimType.FORM, ClaimType.SUPPORT, ClaimType.DESIGNATE})


@dataclass(frozen=True, slots=True)
class Extract:
    """A report stage: gives `claims`."""

    name: str = "claims"
    needs: tuple[str, ...] = ("parse", "mentions")
    gives: tuple[str, ...] = ("claims",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its claims, in the order of the text."""
        if reading.refusal is not None:
            return reading
        scene = scene_of(reading)
        made: list[Claim] = []
        previous: tuple[Claim, ...] = ()
        for sentence in scene.doc.sents:
            here = list(claims_in(sentence, scene, reading))
            speech = denial_in(sentence, scene)
            if speech is not None:
                at = scene.parse.anchor(speech.verb.i, speech.verb.i + 1).start
                said = [c for c in here if c.act.end <= at and c.status is Status.ASSERTED]
                here += denied(said or previous, sentence, speech, scene)
            made += here
            previous = tuple(here) or previous
        return replace(reading, claims=settle(tuple(dict.fromkeys(made))))


def claims_in(sentence: Span, scene: Scene, reading: Reading) -> Iterator[Claim]:
    """The claims of one sentence; the same fact told twice in it is one."""
    seen: set[tuple[object, ...]] = set()
    for proposition in _propositions(sentence, scene):
        claim = _claim(proposition, scene, reading)
        key = (
            claim.type,
            claim.place,
            claim.actors,
            claim.targets if claim.type in TIMELESS | {ClaimType.HARM} else None,
            claim.status,
        )
        if key not in seen:
            seen.add(key)
            yield claim


def _propositions(sentence: Span, scene: Scene) -> Iterator[Proposition]:
    plain = {token.i: (token, frames, given) for token, frames, given in squeezed(sentence, scene)}
    for token, frames in iter_acts(sentence):
        if _is_named(token, scene):  # "United" in "United States" unites nobody
            continue
        made = list(propositions(token, frames, scene))
        if any(p.actors for p in made):
            plain.pop(token.i, None)
        if token.i not in plain:
            yield from made
    for token, frames, given in plain.values():
        yield from propositions(token, frames, scene, given=given)
    for token in sentence:
        if token.pos_ == "NOUN":
            yield from control_claims(token, scene)
        yield from presence_claims(token, scene)
    yield from compound_claims(sentence, scene)


def _is_named(token: Token, scene: Scene) -> bool:
    """Whether a word is only part of a longer name."""
    return any(m.named and len(m.anchor.quote) > len(token.text) for m in scene.at.get(token.i, ()))


def _claim(told: Proposition, scene: Scene, reading: Reading) -> Claim:
    act = told.act
    speech = speech_over(act, scene)
    status = status_of(act)
    if speech is not None and speech.denies:
        status = Status.DENIED if status is Status.ASSERTED else Status.ASSERTED
    timeless = told.type in TIMELESS
    return Claim(
        anchor=scene.parse.sentence(act.i),
        act=scene.parse.anchor(act.i, act.i + 1),
        type=told.type,
        actors=told.actors,
        targets=told.targets,
        place=told.place,
        status=status,
        attribution=_attribution(None if timeless else speech, reading),
        when=None if timeless else when_of(act, scene, status),
        quantities=told.quantities,
        mode=_mode(act, told.type),
        confidence=told.confidence,
        version=VERSION,
    )


def _attribution(speech: Speech | None, reading: Reading) -> Attribution:
    agency = reading.credits[0] if reading.credits else None
    if speech is None:
        return Attribution(agency=agency, outlet=reading.outlet)
    return Attribution(speech.speakers, speech.via, agency, reading.outlet)


def _mode(act: Token, kind: ClaimType) -> str | None:
    """How an attack was made or a withdrawal came about, by the words around the act."""
    near = {lemma(t) for t in act.subtree} | {lemma(act), lemma(act.head)}
    for mode, words in codebook().modes.get(kind, {}).items():
        if near & words:
            return mode
    return None
