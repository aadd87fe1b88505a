"""Places that a sentence names and where its act was not.

| the sentence | the place |
| --- | --- |
| "the jets struck a police station in Karsin" | Karsin: the station is what they struck, and the target |
| "in a speech to parliament in Karsin, the minister said that the army had attacked" | open: he spoke there |
| "moved out of Karsin and into Osk" | Osk: not left but gone to |
| "KARSIN, May 5 - ... had pulled back", of a place that is named nowhere else | open: it was written there |
| "Karsin is divided: the army holds the north" | the north of Karsin |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import is_passive, of_noun, of_verb
from fogline.claims.attribution import described, heard_over
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.whereabouts import place_around
from fogline.language.plain import Word
from fogline.language.words import words
from fogline.records import ClaimType, Name

STRUCK = ("object", "on", "against")  # in which argument that stands which is attacked
TOWARDS = frozenset({"into", "to", "towards", "toward", "onto"})
GROUND = frozenset(
    {
        ClaimType.CAPTURE,
        ClaimType.WITHDRAW,
        ClaimType.HOLD,
        ClaimType.ADVANCE,
        ClaimType.CLASH,
        ClaimType.BESIEGE,
    }
)
EMBASSIES = frozenset({"embassy", "embassies", "consulate", "consulates"})
SHORTEST, OPENING = 4, 3  # of a dateline: letters, and tokens of the report that it may stand in
DATELINE = frozenset({",", "(", "-", "–", "—"})  # behind its town
SETTLED = frozenset({"city", "town", "capital", "village", "place", "there", "port"})
REST = frozenset({"rest", "remainder"})
SIDES = frozenset({"north", "south", "east", "west"}) | REST
WAYS = frozenset({"road", "route", "highway", "approach", "entrance", "access", "track", "motorway", "corridor"})
INTO = frozenset({"into", "to", "towards", "toward", "around", "from", "out of", "outside", "near"})
DEEP = 4  # words between a place and the speech that was held there


def placed(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, each once, those with a place where their act was not without it."""
    seen = set()
    for one in _placed(told, scene):
        key = one.act.i, one.type, one.actors, one.targets, one.place, one.quantities
        if key not in seen:
            seen.add(key)
            yield one


def _placed(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    for one in told:
        if one.type in GROUND and _is_of_dateline(one, scene):
            yield replace(one, place=None)
        elif one.type is ClaimType.CAPTURE and _is_of_many(one, scene):
            continue  # "its territorial losses"
        elif one.type in (ClaimType.CAPTURE, ClaimType.HOLD) and (side := _side(one, scene)) is not None:
            yield replace(one, place=side)
        elif one.type in (ClaimType.CAPTURE, ClaimType.HOLD) and (way := _way(one, scene)) is not None:
            yield replace(one, place=way)
        elif one.place is None:
            yield one
        elif one.type is ClaimType.ATTACK and one.place.text.split()[0].lower() in EMBASSIES:
            around = (name for name in place_around(one.act, scene, left=False) if name != one.place)
            named = tuple(name for name in one.targets if name.text not in EMBASSIES)
            yield replace(one, place=next(around, None), targets=named or (Name(one.place.text),))
        elif one.type is ClaimType.ATTACK and (thing := _struck(one, scene)) is not None:
            around = (name for name in place_around(one.act, scene, left=False) if _is_name(name))
            yield replace(one, place=next(around, one.place), targets=one.targets or (Name(described(thing)),))
        elif one.type is ClaimType.WITHDRAW and _is_gone_to(one, scene):
            yield replace(one, type=ClaimType.ADVANCE, targets=())
        elif one.type is ClaimType.CAPTURE and one.targets and is_passive(one.act) and _is_gone_to(one, scene):
            continue  # "the army was driven out of K and into L"
        elif one.type is not ClaimType.MEET and _is_of_speech(one, scene):
            yield replace(one, place=None)
        else:
            yield one


def _struck(told: Proposition, scene: Scene) -> Word | None:
    """The word for what is attacked, where the place is that and has no name: "a police station"."""
    if told.place is None or _is_name(told.place):
        return None
    act, book = told.act, codebook()
    verbal = act.pos_ in ("VERB", "AUX")
    given = of_verb(act) if verbal else of_noun(act, doers=book.doers, sufferers=book.sufferers)
    for word in (word for role in STRUCK for word in given.get(role)):
        mention = scene.mention(word.i, actor=False)
        if mention is not None and mention.name == told.place:
            return word
    return None


def _is_of_dateline(told: Proposition, scene: Scene) -> bool:
    """Whether a place is only the town in capitals of a report's dateline, and no "the city" may mean it."""
    place = told.place
    if place is None or not place.text.isupper() or len(place.text) < SHORTEST:
        return False
    named = [i for i, at in scene.at.items() if any(m.name.text.casefold() == place.text.casefold() for m in at)]
    behind = max(named, default=0) + 1
    dateline = behind <= OPENING and behind < len(scene.doc) and scene.doc[behind].text in DATELINE
    return dateline and not any(word.lemma in SETTLED for word in told.act.sent)


def _is_gone_to(told: Proposition, scene: Scene) -> bool:
    """Whether the place left stands in a list of ways, as the one to which they went: "out of K and into L"."""
    named = [w for w in told.act.sent if (m := scene.mention(w.i, actor=False)) is not None and m.name == told.place]
    return any(w.dep_ == "conj" and case_of(w) in TOWARDS for w in named)


def _side(told: Proposition, scene: Scene) -> Name | None:
    """The side of a place that is taken or held, where another place was read: "holds the north", of it or of K."""
    side = next((c for c in told.act.children if _is_side(c, told.act)), None)
    if side is None:
        return None
    named = scene.mention(side.i, actor=False)
    if named is not None and named.name.text.lower() != side.lower_:
        return None
    of = [c for c in side.children if c.dep_ == "nmod" and case_of(c) == "of"]
    inner = [mention.name for mention in scene.mentions(of, actor=False)]
    whole = next(iter(inner), told.place)
    if whole is not None and whole.text.lower() in SIDES:  # "K is split: the army holds the north"
        before = [
            m.name for t in told.act.sent if t.i < told.act.i and (m := scene.mention(t.i, actor=False)) is not None
        ]
        whole = next((name for name in reversed(before) if name.text.lower() not in SIDES), None)
    known = told.place is not None and side.lower_ in words(told.place.text)[:-1]
    known = known or (told.place in inner and side.lower_ in REST)  # the rest of a place is most of it
    return None if whole is None or known or whole.text.lower() in SIDES else Name(f"{side.lower_} of {whole.text}")


def _is_of_many(told: Proposition, scene: Scene) -> bool:
    """Whether losses or gains in the plural are told of a place that their sentence does not name."""
    act = told.act
    named = any(m.named and m.name == told.place for t in act.sent for m in scene.at.get(t.i, ()))
    return act.tag_ == "NNS" and act.lemma in ("loss", "gain") and not named


def _is_side(word: Word, act: Word) -> bool:
    """As in "holds the north"; of the rest also "the rest is held by", "the rest is in the hands of"."""
    if word.dep_ == "obj":
        return word.lemma in SIDES
    stands = word.dep_ == "nsubj:pass" or (word.dep_ == "nsubj" and any(c.dep_ == "cop" for c in act.children))
    return stands and word.lemma in REST


def _way(told: Proposition, scene: Scene) -> Name | None:
    """The ways that are taken or held, where the place that they lead to was read: "controls all roads into K"."""
    for way in told.act.children:
        if way.dep_ == "obj" and way.lemma in WAYS:
            for end in way.children:
                mention = scene.mention(end.i, actor=False)
                if end.dep_ == "nmod" and case_of(end) in INTO and mention is not None and mention.name == told.place:
                    return Name(f"{way.lower_} {case_of(end)} {told.place.text}")
    return None


def _is_name(name: Name) -> bool:
    return any(sign.isupper() for sign in name.text)


def _is_of_speech(told: Proposition, scene: Scene) -> bool:
    """Whether the sentence names the place only for where somebody spoke."""
    cue = heard_over(told.act)
    if cue is None or cue.word.sent.start != told.act.sent.start:
        return False
    named = [
        word
        for word in told.act.sent
        if (mention := scene.mention(word.i, actor=False)) is not None and mention.name == told.place
    ]
    return bool(named) and all(_is_venue(word, cue.word) for word in named)


def _is_venue(word: Word, verb: Word) -> bool:
    """As in "in a speech in Karsin, he said", "told reporters in Karsin"."""
    for _ in range(DEEP):
        if word.pos_ in ("VERB", "AUX"):
            return False
        if word.dep_.startswith("obl") and word.head.i == verb.i:
            return word.lemma in lexicon("speech")["venues"]
        word = word.head
    return False
