"""The stage that reads claims: sentence by sentence, act by act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.claims.acts import iter_acts
from fogline.claims.announced import announced
from fogline.claims.attribution import Speech, speech_over
from fogline.claims.candidates import Cast, casts
from fogline.claims.compounds import compound_claims
from fogline.claims.control_nouns import control_claims, is_by_the_way, presence_claims
from fogline.claims.decide import decide
from fogline.claims.denials import denial_in, denied, denied_aside
from fogline.claims.denied_reasons import behind_denial
from fogline.claims.ellipses import ellipses
from fogline.claims.features import ACTOR, PLACE, TARGET
from fogline.claims.fill import propositions
from fogline.claims.flags import flag_claims
from fogline.claims.leaders import leader_claims
from fogline.claims.likely import as_likely
from fogline.claims.losers import as_lost
from fogline.claims.mended import mended
from fogline.claims.modes import mode_of
from fogline.claims.network import Asked
from fogline.claims.owned_up import with_owned_up
from fogline.claims.proposition import Proposition
from fogline.claims.reader import Settings, Told, load
from fogline.claims.scene import Scene, scene_of
from fogline.claims.senses import in_sense
from fogline.claims.settle import settle
from fogline.claims.squeezed import squeezed
from fogline.claims.status import may_deny, status_of
from fogline.claims.struck import defended
from fogline.claims.taken import as_taken
from fogline.claims.unsaid import without_unsaid
from fogline.claims.wars import war_claims
from fogline.claims.ways import way_claims
from fogline.claims.when import date_of
from fogline.language.plain import Sentence, Word
from fogline.records import Attribution, Claim, ClaimType, Maker, Reading, Status

VERSION = "3"
SURE_ENOUGH = 0.36  # a claim that is right less often than this in a report of war is not told
LENT = frozenset({"control", "possession"})
TIMELESS = frozenset({ClaimType.LINK, ClaimType.FORM, ClaimType.SUPPORT, ClaimType.DESIGNATE})


@dataclass(frozen=True, slots=True)
class Extract:
    """A report stage: gives `claims`."""

    name: str = "claims"
    needs: tuple[str, ...] = ("parse", "mentions")
    gives: tuple[str, ...] = ("claims",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its claims, in the order of the text."""
        return next(self.pipe([reading]))

    def pipe(self, readings: Sequence[Reading]) -> Iterator[Reading]:
        """Many readings, in their order: the same as one by one, and quicker."""
        scenes = {id(reading): scene_of(reading) for reading in readings if reading.refusal is None}
        told = dict(zip(scenes, read_propositions(list(scenes.values())), strict=True))
        for reading in readings:
            key = id(reading)
            yield reading if reading.refusal is not None else _with_claims(reading, scenes[key], told[key])


def _with_claims(reading: Reading, scene: Scene, propositions: Mapping[int, list[Proposition]]) -> Reading:
    told, seen = told_in(reading, scene, propositions)
    return replace(reading, claims=settle(with_owned_up(list(as_likely(told, seen, len(scene.doc))), scene)))


def told_in(
    reading: Reading, scene: Scene, propositions: Mapping[int, list[Proposition]]
) -> tuple[list[Claim], dict[tuple[int, ClaimType], Proposition]]:
    """The claims of a report before it is asked how likely they are in it, and what the reader saw of their acts."""
    made: list[Claim] = []
    seen: dict[tuple[int, ClaimType], Proposition] = {}
    previous: tuple[Claim, ...] = ()
    lately: list[list[Proposition]] = []
    for sentence in scene.doc.sents:
        told = mended(propositions.get(sentence.start, []), lately, sentence, scene)
        lately.append(told)
        passing = [
            *way_claims(sentence, scene, told),
            *war_claims(sentence, scene, told),
            *leader_claims(sentence, scene, told),
            *flag_claims(sentence, scene, told),
            *ellipses(sentence, scene, told),
        ]
        here = [_claim(one, scene, reading) for one in [*told, *passing]]
        seen |= {(claim.act.start, claim.type): one for one, claim in zip(told, here, strict=False)}
        speech = denial_in(sentence, scene)
        if speech is not None:
            at = scene.parse.anchor(speech.verb.i, speech.verb.i + 1).start
            said = [c for c in here if c.act.end <= at]
            here += denied(said or previous, sentence, speech, scene)
        else:
            here += denied_aside(here, sentence, scene)
        made += _once(here)
        previous = tuple(here) or previous
    granted = {at for at, one in seen.items() if behind_denial(one.act, one.type) is Status.ASSERTED}
    return [claim for claim in dict.fromkeys(without_unsaid(made, granted)) if claim.confidence >= SURE_ENOUGH], seen


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence, without what a noun tells that its verb has told: "lost control of K"."""
    told = {_ground(claim) for claim in claims if claim.act.quote.lower() not in LENT}
    return [claim for claim in claims if claim.act.quote.lower() not in LENT or _ground(claim) not in told]


def _ground(claim: Claim) -> tuple[object, ...]:
    return claim.type, claim.actors, claim.targets, claim.place, claim.status, claim.attribution, claim.when


def read_propositions(scenes: Sequence[Scene]) -> list[dict[int, list[Proposition]]]:
    """For the first token of each sentence of each report its propositions: the grammar's, scored by the reader."""
    frames = [[told for sentence in scene.doc.sents for told in _propositions(sentence, scene)] for scene in scenes]
    asked = [Asked(scene, list(casts(scene)), *as_bits(own)) for scene, own in zip(scenes, frames, strict=True)]
    reader = load()
    return [
        _chosen(told, one.casts, own, reader.settings)
        for told, one, own in zip(reader.read(asked, status_of), asked, frames, strict=True)
    ]


def _chosen(
    told: Sequence[Told], casts: Sequence[Cast], frames: Sequence[Proposition], settings: Settings
) -> dict[int, list[Proposition]]:
    """What is told, without the captures and withdrawals that are none; what only these hid is told then."""
    found = decide(told, casts, frames, settings)
    kept = as_taken(found, casts)
    changed = {i for i, _ in _acts(kept) - _acts(found)}  # "were driven out by X" is told as X's capture
    gone = {(i, kind) for i, kind in _acts(found) - _acts(kept) if i not in changed}
    if not gone:
        return kept
    return as_taken(decide([t for t in told if (t.act.i, t.type) not in gone], casts, frames, settings), casts)


def _acts(found: Mapping[int, Sequence[Proposition]]) -> set[tuple[int, ClaimType]]:
    return {(p.act.i, p.type) for made in found.values() for p in made}


def as_bits(frames: Iterable[Proposition]) -> tuple[dict[int, dict[str, int]], dict[int, set[ClaimType]]]:
    """For each word that tells an act in a frame: the roles of names, as bits, and the types."""
    roles: dict[int, dict[str, int]] = {}
    types: dict[int, set[ClaimType]] = {}
    for told in frames:
        own = roles.setdefault(told.act.i, {})
        for bit, names in ((ACTOR, told.actors), (TARGET, told.targets), (PLACE, (told.place,))):
            for name in names:
                if name is not None:
                    own[name.text] = own.get(name.text, 0) | bit
        types.setdefault(told.act.i, set()).add(told.type)
    return roles, types


def grammar(scene: Scene) -> tuple[dict[int, dict[str, int]], dict[int, set[ClaimType]]]:
    """What the grammar alone finds in a report, as the reader is told of it."""
    return as_bits(told for sentence in scene.doc.sents for told in _propositions(sentence, scene))


def _propositions(sentence: Sentence, scene: Scene) -> Iterator[Proposition]:
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
        if token.children:
            yield from presence_claims(token, scene)
    yield from compound_claims(sentence, scene)


def _is_named(token: Word, scene: Scene) -> bool:
    """Whether a word is only part of a longer name."""
    return any(m.named and len(m.anchor.quote) > len(token.text) for m in scene.at.get(token.i, ()))


def _claim(told: Proposition, scene: Scene, reading: Reading) -> Claim:
    act = told.act
    speech = speech_over(act, scene)
    told = defended(announced(as_lost(told, speech, scene), speech, scene), speech, scene)
    status = behind_denial(act, told.type) or in_sense(act, told.type, _status(told, speech))
    own_voice = told.type in TIMELESS or is_by_the_way(act, told.type)
    return Claim(
        anchor=scene.parse.sentence(act.i),
        act=scene.parse.anchor(act.i, act.i + 1),
        type=told.type,
        actors=told.actors,
        targets=told.targets,
        place=told.place,
        status=status,
        attribution=_attribution(None if own_voice else speech, reading),
        when=date_of(told, scene, status),
        quantities=told.quantities,
        mode=mode_of(act, told.type),
        confidence=told.confidence,
        origin_stage=(Maker.BOTH if told.framed else Maker.READER).value,
        version=VERSION,
    )


def _status(told: Proposition, speech: Speech | None) -> Status:
    """The reader's status, else the grammar's, which knows a plan that no word of the sentence can deny."""
    grammar = _by_grammar(told.act, speech)
    if told.status is Status.DENIED and grammar is Status.PLANNED and not may_deny(told.act.sent):
        return grammar
    return told.status or grammar


def _by_grammar(act: Word, speech: Speech | None) -> Status:
    """The status by the words around the act, turned around where the speaker denies it."""
    status = status_of(act)
    if speech is None or not speech.denies:
        return status
    return Status.DENIED if status is Status.ASSERTED else Status.ASSERTED


def _attribution(speech: Speech | None, reading: Reading) -> Attribution:
    agency = reading.credits[0] if reading.credits else None
    if speech is None:
        return Attribution(agency=agency, outlet=reading.outlet)
    return Attribution(speech.speakers, speech.via, agency, reading.outlet, speech.stance)
