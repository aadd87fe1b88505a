"""Fill a frame: from the argument heads that grammar gives to the names that a report uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogline.claims.arguments import SUBJECTS, Arguments, of_noun, of_verb
from fogline.claims.attribution import described
from fogline.claims.codebook import Codebook, Frame, codebook
from fogline.claims.proposition import Proposition
from fogline.claims.quantities import number, quantities_of
from fogline.claims.scene import Scene, case_of
from fogline.claims.sufferers import counted, in_plural
from fogline.claims.whereabouts import SOMEWHERE, place_around
from fogline.language.plain import Word
from fogline.records import ClaimType, Mention, MentionKind, Name

NO_PLACE_NAMED = frozenset({ClaimType.SUPPORT, ClaimType.FORM, ClaimType.DESIGNATE, ClaimType.WARN})
WATCHERS = ("monitor:", "agency:")  # they tell of the war, and are no party to it
NUMBERED_ROAD = re.compile(r"^[A-Z]{1,2}-?\d+\b")
PERIOD_NOUNS = frozenset({"day", "week", "month", "year", "hour", "night", "morning", "evening", "time", "weekend"})


def propositions(
    token: Word, frames: tuple[Frame, ...], scene: Scene, *, given: Arguments | None = None
) -> Iterator[Proposition]:
    """What an act says, by the first of its frames that holds."""
    verbal = given is not None or token.pos_ not in ("NOUN", "PROPN")
    book = codebook()
    given = given or (of_verb(token) if verbal else _of_noun(token, book))
    if verbal and not given.passive:
        _adjacent_subject(token, given, scene)
        if not given.get("object"):
            _adjacent_object(token, given, scene)
    for frame in frames:
        if frame.cue and not _cued(token, frame):
            continue
        if verbal and not object_fits(frame, given, scene):
            continue
        made = list(_fill(token, frame, given, scene))
        if made:
            yield from made
            return


def _of_noun(noun: Word, book: Codebook) -> Arguments:
    return of_noun(noun, doers=book.doers, sufferers=book.sufferers, keepers=book.keepers)


def _adjacent_subject(verb: Word, given: Arguments, scene: Scene) -> None:
    """A party right before a verb without a subject of its own is its subject: "that troops had withdrew"."""
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return
    for token in reversed(verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]):
        if scene.mention(token.i, actor=True) is not None and token.dep_ in SUBJECTS:
            given.roles["subject"] = [token]
            return
        if token.pos_ not in ("AUX", "ADV", "PART") and token.tag_ not in ("VBD", "VBN"):
            return


def _adjacent_object(verb: Word, given: Arguments, scene: Scene) -> None:
    """A place right behind a verb is its object, whatever the parse made of it: "captured Elk Pass"."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]:
        if scene.mention(token.i, actor=False) is not None:
            given.add("object", token)
            return
        if token.pos_ not in ("DET", "ADJ", "PART") and token.dep_ != "compound:prt":
            return


def _cued(token: Word, frame: Frame) -> bool:
    return any(t.lower_ in frame.cue or t.lemma in frame.cue for t in token.subtree)


def object_fits(frame: Frame, given: Arguments, scene: Scene) -> bool:
    """Whether the verb's object (or its lack) and subject are what the frame asks for."""
    heads = [t for t in given.get("object") if t.lemma not in PERIOD_NOUNS]
    if not _object_is(frame.object, heads, scene) or _lemmas(heads) & frame.never:
        return False
    if frame.type is ClaimType.WITHDRAW and given.complement:  # "left only Karsin open"
        return False
    subject = given.get("subject")
    if frame.armed and subject and not scene.mentions(subject, actor=True):
        return False
    if frame.armed and not subject:
        return False
    if frame.subject and not _lemmas(subject) & codebook().classes[frame.subject]:
        return False
    if frame.weapon and not (_lemmas(subject) & codebook().classes["weapons"] or scene.mentions(subject, actor=True)):
        return False
    if frame.access == "subject" and not _is_access(subject, scene):
        return False
    return not (frame.people == "subject" and not _is_people(subject, scene))


def _object_is(wanted: str, heads: list[Word], scene: Scene) -> bool:
    classes = codebook().classes
    if wanted == "none":
        return not heads
    if wanted == "place":
        return any(scene.mentions([h], actor=False) for h in heads) or (not heads)
    if not heads:
        return wanted == "any"
    if wanted in ("actor", "force"):
        return any(scene.mentions([h], actor=True) for h in heads) and not any(
            scene.mention(h.i, actor=False) and not scene.mention(h.i, actor=True) for h in heads
        )
    if wanted == "being":
        return any(scene.mention(h.i, actor=False) is None or scene.mention(h.i, actor=True) for h in heads)
    if wanted == "people":
        return _is_people(heads, scene)
    if wanted == "access":
        return _is_access(heads, scene)
    if wanted in ("group", "aid", "pact", "post", "weapons"):
        return bool(_lemmas(heads) & classes[wanted]) or (wanted == "group" and bool(scene.mentions(heads, actor=True)))
    return True


def _lemmas(tokens: list[Word]) -> set[str]:
    return {t.lemma for t in tokens}


def _is_people(heads: list[Word], scene: Scene) -> bool:
    people = codebook().classes["people"]
    if any(h.lemma in people or h.pos_ == "NUM" for h in heads):
        return True
    return any(m.kind in (MentionKind.ACTOR, MentionKind.PERSON) for m in scene.mentions(heads, actor=True))


def _is_access(heads: list[Word], scene: Scene) -> bool:
    access = codebook().classes["access"]
    if _lemmas(heads) & access:
        return True
    places = scene.mentions(heads, actor=False)
    return any(NUMBERED_ROAD.match(m.name.text) for m in places) or any(
        word.rstrip("s") in access for m in places for word in m.name.text.lower().split()
    )


def _fill(token: Word, frame: Frame, given: Arguments, scene: Scene) -> Iterator[Proposition]:
    actors = _names(frame.actor, given, scene, actor=True)
    targets = _names(frame.target, given, scene, actor=True, without=actors)
    places = _names(frame.place, given, scene, actor=False)
    if frame.type is ClaimType.WITHDRAW and not places:
        places = _where_they_were(given, scene)
    if frame.type is ClaimType.LINK:
        yield from _links(token, frame, given, scene, places=places)
        return
    if frame.type in (ClaimType.HARM, ClaimType.WARN, ClaimType.ATTACK) and not targets:
        targets = _people(frame, given, actors=actors)
    if frame.type in (ClaimType.CLASH, ClaimType.MEET) and len(actors) > 1 and not targets:
        actors, targets = actors[:1], actors[1:]
    sure = 0.8
    if frame.type in SOMEWHERE and not places and not any(given.get(role) for role in frame.place):
        places, sure = place_around(token, scene, left=frame.type is ClaimType.WITHDRAW), 0.6
    if not places and frame.object == "access":
        places = tuple(Name(described(h)) for h in given.get("object")[:1])
    if frame.type is ClaimType.ATTACK and actors and not targets and frame.object == "any":
        targets = tuple(Name(described(h)) for h in given.get("object")[:1] if scene.mention(h.i, actor=False) is None)
    found = {"actor": bool(actors), "target": bool(targets), "place": bool(places)}
    if not all(any(found[option] for option in need.split("|")) for need in frame.need):
        return
    if frame.strict and not all(_real(n) for n in (*actors, *targets)):
        return
    counted = tuple(q for role in ("object", "subject", "of") for h in given.get(role) for q in quantities_of(h))
    for place in places if places and frame.type not in NO_PLACE_NAMED else (None,):
        yield Proposition(token, frame.type, actors, targets, place, counted[:1], sure)


def _where_they_were(given: Arguments, scene: Scene) -> tuple[Name, ...]:
    """As in "The fighters in Karsin have withdrawn": the place that stands with the subject."""
    heads = [c for s in given.get("subject") for c in s.children if c.dep_ == "nmod" and case_of(c) in ("in", "at")]
    return tuple(m.name for m in scene.mentions(heads, actor=False))


def _real(name: Name) -> bool:
    return any(c.isupper() for c in name.text)


def _names(
    roles: tuple[str, ...], given: Arguments, scene: Scene, *, actor: bool, without: tuple[Name, ...] = ()
) -> tuple[Name, ...]:
    """The names in the first role that gives any."""
    for role in roles:
        heads = given.get(role)
        if not heads:
            continue
        mentions = _allowed(scene.mentions(heads, actor=actor), role=role, actor=actor)
        names = tuple(dict.fromkeys(m.name for m in mentions if m.name not in without))
        if names:
            return names
    return ()


def _allowed(mentions: tuple[Mention, ...], *, role: str, actor: bool) -> list[Mention]:
    """An agency or a country after a preposition of place is no actor: "from Norland" is, "in Norland" is not."""
    if not actor:
        return list(mentions)
    if role in ("in", "at", "of", "on") and mentions and all(m.kind is MentionKind.PLACE for m in mentions):
        return []
    return [m for m in mentions if m.kind is not MentionKind.AGENCY and not (m.name.key or "").startswith(WATCHERS)]


def _people(frame: Frame, given: Arguments, *, actors: tuple[Name, ...]) -> tuple[Name, ...]:
    """Those to whom harm is done, where they are a common noun: "civilians", "two drivers"."""
    people = codebook().classes["people"]
    for role in frame.target:
        for head in map(counted, given.get(role)):
            if number(head.text) is not None:
                return (Name("people"),)
            if head.lemma in people or (frame.object == "being" and head.pos_ == "NOUN"):
                word = in_plural(head)
                return () if any(word in a.text.lower() for a in actors) else (Name(word),)
    return ()


def _links(
    token: Word, frame: Frame, given: Arguments, scene: Scene, *, places: tuple[Name, ...]
) -> Iterator[Proposition]:
    """Each pair that a link joins: the first place, and each of those that it leads to."""
    ends: list[Name] = []
    for role in frame.target:
        ends += [m.name for m in scene.mentions(given.get(role), actor=False)]
    if len(places) > 1 and not ends:
        places, ends = places[:1], list(places[1:])
    for end in dict.fromkeys(ends):
        if places and end != places[0]:
            yield Proposition(token, frame.type, (), (end,), places[0])
