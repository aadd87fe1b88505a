"""From the reader's chances to propositions: which acts are claims, who fills their roles, and what is told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp, log, prod

from fogline.claims.acts import frames_of
from fogline.claims.arguments import SUBJECTS, is_passive, of_verb
from fogline.claims.by_grammar import by_grammar
from fogline.claims.byways import is_firing_point, is_way_of_others
from fogline.claims.candidates import Cast
from fogline.claims.codebook import codebook
from fogline.claims.compounds import HYPHENS
from fogline.claims.context import fallen_to, rebels_of, sited, weighed
from fogline.claims.occasions import kept, told_as
from fogline.claims.proposition import Proposition
from fogline.claims.reader import Settings, Told
from fogline.claims.scene import case_of
from fogline.claims.sufferers import sufferers
from fogline.claims.tolls import each_toll
from fogline.language.plain import Word
from fogline.records import ClaimType, Name

INFERRED = 0.5  # the most that is claimed for an actor whom another sentence tells
LEAST = 1e-3  # so that no odds are endless
ARMED = frozenset({
    ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.HOLD, ClaimType.ADVANCE, ClaimType.BESIEGE, ClaimType.CLASH,
    ClaimType.ATTACK, ClaimType.DEPLOY,
})  # fmt: skip
WATCHING = ("monitor:", "agency:")  # keys of actors
SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# Keys of those who sit in offices: they may order an attack and send troops, and take or leave no place.
OFFICES = (
    "defence:", "interior:", "foreign:", "health:", "presidency:", "parliament:", "embassy:", "media:", "body:",
)  # fmt: skip
ORDERED = frozenset({ClaimType.ATTACK, ClaimType.DEPLOY})
RULED_OUT = 0.05  # the chance below which no place is taken from a list
LISTED = 0.35  # the least chance of a further place in one list with the best one of what is taken, left or held
APART = 0.65  # the least chance of a further place that stands in no list with the best one
Lists = Mapping[int, Mapping[str, frozenset[int]]]  # by sentence, by name: words in one list with it

Cases = Mapping[int, Mapping[str, frozenset[str]]]  # by sentence, by place: the prepositions before it

AHEAD = frozenset({"to", "into", "towards", "toward", "onto", "as far as"})
BEHIND = frozenset({"from", "out of", "away from", "fired from"})
EXCEPTED = frozenset(
    {"except", "except for", "excepting", "but", "besides", "apart from", "other than", "save", "save for"}
)
GOING = frozenset({ClaimType.ADVANCE, ClaimType.DEPLOY})
STRIKING, FIRED = frozenset({ClaimType.ATTACK, ClaimType.HARM}), "fired from"
ELSEWHERE = 0.4  # the least chance of a place for which that of the guns is given up
TIES = frozenset({ClaimType.SUPPORT, ClaimType.FORM, ClaimType.DESIGNATE})  # nowhere, and one for each who acts
SUFFERED = frozenset({ClaimType.CAPTURE, ClaimType.SUPPORT})  # in which grammar is sure to whom it is done
BY_EACH = frozenset({ClaimType.LINK, ClaimType.SUPPORT})  # and one for each to whom it leads, or who is backed
# What nobody does without somebody, and what is nowhere without a place: there the likeliest name needs less.  Who
# withdrew is looked for in the rest of the report (see `settle`).
OF_SOMEBODY = TIES | GOING | {ClaimType.HOLD, ClaimType.MEET, ClaimType.WARN}
GROUND = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.HOLD})
OF_A_PLACE = frozenset({
    ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.BESIEGE, ClaimType.CLOSE, ClaimType.REOPEN, ClaimType.LINK,
})  # fmt: skip


def decide(
    told: Sequence[Told], casts: Sequence[Cast], frames: Iterable[Proposition], settings: Settings
) -> dict[int, list[Proposition]]:
    """For the first token of each sentence its propositions, in the order of the text.

    `frames`: what the grammar made; whom it counts, and whom no name tells ("two drivers"), is taken from there.
    """
    actors, places = _names(casts)
    listed = {cast.sentence.start: _listed(cast) for cast in casts}
    by_act: dict[tuple[int, ClaimType], list[Proposition]] = {}
    for frame in frames:
        by_act.setdefault((frame.act.i, frame.type), []).append(frame)
    found: defaultdict[int, list[Proposition]] = defaultdict(list)
    seen: set[tuple[object, ...]] = set()
    own = {cast.sentence.start: cast for cast in casts}
    rebels = rebels_of(casts)
    placed = [replace(one, place=sited(one, own[one.act.sent.start])) for one in weighed(told)]
    for one in sorted(placed, key=lambda t: (-t.chance, t.act.i, t.type)):
        known = by_act.get((one.act.i, one.type), [])
        cast = own[one.act.sent.start]
        headed = {cast.sentence.start: _cases(cast, one.act)}
        made = _propositions(one, known, (actors, places, listed, headed), settings)
        for proposition in each_toll(taken_by(made, fallen_to(one, cast, rebels)), cast):
            key = (one.act.sent.start, *told_as(proposition))
            if key not in seen:
                seen.add(key)
                found[one.act.sent.start].append(proposition)
    return {start: sorted(kept(made), key=lambda p: p.act.i) for start, made in found.items()}


def taken_by(made: Iterable[Proposition], taker: Name | None) -> Iterator[Proposition]:
    """The propositions, the open actor filled with who is held to have taken the place, and no surer than that."""
    for one in made:
        if one.actors or taker is None:
            yield one
        else:
            yield replace(one, actors=(taker,), confidence=min(one.confidence, INFERRED))


def _propositions(
    told: Told,
    frames: Sequence[Proposition],
    names: tuple[Mapping[str, Name], Mapping[str, Name], Lists, Cases],
    settings: Settings,
) -> Iterator[Proposition]:
    if told.type is ClaimType.WITHDRAW and told.act.pos_ == "VERB" and of_verb(told.act).complement:
        return  # "left only K open"
    actors, places, listed, headed = names
    falls = fallen(told.act, listed)
    if told.type is ClaimType.CAPTURE and falls and not any(name in places for name in falls):
        return  # "the government fell"
    frame = frames[0] if frames else None
    link = told.type is ClaimType.LINK
    if frame is not None and is_compound(told.act):  # "rebel-held K": grammar leaves nothing open
        for one in frames:
            sure = confidence(settings, told.chance, 1 - LEAST, 1 - LEAST)
            yield replace(one, confidence=sure, status=told.status, framed=True, chance=told.chance)
        return
    takers = {name: c for name, c in attached(told, frame, listed).items() if may_do(told.type, actors[name])}
    asked = settings.asked if told.type in OF_SOMEBODY else settings.role
    who = () if link else tuple(actors[n] for n in joined(chosen(takers, asked, settings), told.act, listed))
    losers = sorted(driven(told, listed) & actors.keys()) or chosen(told.target, settings.role, settings)
    whom = tuple((places if link else actors)[n] for n in losers)
    if told.type is ClaimType.FORM and frame is not None:
        who = with_members(who, frame)
    whom = tuple(n for n in whom if n not in who)
    who, whom = by_grammar(told, frame, (who, whom), listed.get(told.act.sent.start, {}))
    found = (
        ()
        if told.type in TIES
        else with_list(places_of(told, on_the_way(told, headed), listed, settings), frames, told)
    )
    order = list(headed.get(told.act.sent.start, ()))
    if told.type in OF_A_PLACE:  # nobody takes or closes himself
        found = tuple(n for n in found if actors.get(n) not in who)
    where = tuple(places[n] for n in sorted(found, key=lambda n: order.index(n) if n in order else -1))
    if not whom and frame is not None and not link:
        whom = tuple(n for n in frame.targets if n not in who and n.text not in actors)
    if not whom:
        whom = tuple(n for n in sufferers(told.act, told.type) if n.text not in {w.text.lower() for w in who})
    if link:
        whom = tuple(n for n in whom if n not in where)
    counted = frame.quantities if frame is not None else ()
    known = bool(frames_of(told.act, codebook()))
    for place in where or (None,):
        there = role_chance(told.place, [place.text] if place else [])
        for doers in [(n,) for n in who] if told.type in TIES and who else [who]:
            sure = confidence(settings, told.chance, role_chance(told.actor, [n.text for n in doers]), there)
            for others in [(n,) for n in whom] if told.type in BY_EACH and whom else [whom]:
                if told.type in TIES and not (doers or others):  # a tie needs somebody
                    continue
                yield Proposition(
                    told.act, told.type, doers, others, place, counted, sure, told.status,
                    framed=frame is not None, chance=told.chance, known=known,
                )  # fmt: skip


def chosen(chances: Mapping[str, float], least: float, settings: Settings) -> list[str]:
    """The likeliest name, where it has the least chance, and all others that are likely by themselves."""
    best = sorted(chances.items(), key=lambda item: (-item[1], item[0]))
    if not best or best[0][1] < least:
        return []
    return [best[0][0], *(name for name, chance in best[1:] if chance >= settings.further)]


def may_do(kind: ClaimType, name: Name) -> bool:
    """Whether somebody may do it: who watches, reports or speaks for others takes no place and fights nobody."""
    key = name.key or ""
    if kind not in ARMED:
        return True
    if key.startswith(WATCHING) or name.text.split()[-1].lower() in SPEAKING:
        return False
    return kind in ORDERED or not key.startswith(OFFICES)


def attached(told: Told, frame: Proposition | None, listed: Lists) -> Mapping[str, float]:
    """Who may do an act.  "The fall of K" tells its taker beside it ("to the front"), or another sentence does.

    Whoever else stands in the sentence ("after the fall of K the army holds ...") is mostly the loser.  Whom a frame
    knows for the loser ("the army lost K") took nothing, and "an ally of K" is not K.
    """
    own = {n.text for n in frame.actors} if frame is not None else set()
    if told.act.pos_ != "NOUN" or told.act.lemma not in codebook().classes["losing"]:
        losers = {n.text for n in frame.targets} if frame is not None and told.type in SUFFERED else set()
        losers |= fallen(told.act, listed) | driven(told, listed)
        return {name: chance for name, chance in told.actor.items() if name in own or name not in losers}
    return {name: chance for name, chance in told.actor.items() if name in own}


def is_compound(act: Word) -> bool:
    """Whether a word ends a compound: "held" in "rebel-held"."""
    return act.i > act.sent.start and act.doc[act.i - 1].text in HYPHENS


def fallen(act: Word, listed: Lists) -> set[str]:
    """The names that fall, where the act is to fall: they took nothing."""
    if act.pos_ != "VERB" or act.lemma not in codebook().classes["falling"]:
        return set()
    subjects = {t.i for t in act.children if t.dep_ in SUBJECTS}
    return {name for name, words in listed.get(act.sent.start, {}).items() if words & subjects}


def driven(told: Told, listed: Lists) -> set[str]:
    """The names that are driven out, where the act is a passive of that: "was pushed out by nightfall"."""
    if told.type is not ClaimType.CAPTURE or told.act.pos_ != "VERB" or not is_passive(told.act):
        return set()
    if not any(f.object == "actor" and f.type is told.type for f in frames_of(told.act, codebook())):
        return set()
    gone = {t.i for t in of_verb(told.act).get("object")}
    return {name for name, words in listed.get(told.act.sent.start, {}).items() if words & gone}


def with_list(names: Sequence[str], frames: Sequence[Proposition], told: Told) -> tuple[str, ...]:
    """The places, with the rest of the list that the grammar sees where the best one is of it: "took K, L and M".

    Not those that the reader rules out: "took villages near K, including L and M".
    """
    seen = [f.place.text for f in frames if f.place is not None and told.place.get(f.place.text, 1.0) >= RULED_OUT]
    return tuple(dict.fromkeys([*names, *seen] if names and names[0] in seen else names))


def with_members(who: tuple[Name, ...], frame: Proposition) -> tuple[Name, ...]:
    """The members of a group, with the rest of the list that grammar sees them in: "unites the army and the front"."""
    listed = len(frame.actors) > 1 and any(name in frame.actors for name in who)
    return tuple(dict.fromkeys([*frame.actors, *(n for n in who if n not in frame.targets)])) if listed else who


def joined(names: Sequence[str], act: Word, listed: Lists) -> list[str]:
    """The best of the names that act, and those that stand in one list with it: enemies do nothing together."""
    own = listed.get(act.sent.start, {})
    return [n for i, n in enumerate(names) if i == 0 or own.get(n, frozenset()) & own.get(names[0], frozenset())]


def places_of(told: Told, chances: Mapping[str, float], listed: Lists, settings: Settings) -> list[str]:
    """The best place of an act, further ones in one list with it, and others that are likelier still."""
    found = chosen(chances, settings.asked if told.type in OF_A_PLACE else settings.role, settings)
    likely = sorted((n for n, c in chances.items() if c >= LISTED and n not in found), key=lambda n: (-chances[n], n))
    together = joined([*found, *(likely if found and told.type in GROUND else ())], told.act, listed)
    apart = [name for name in found if name not in together and chances[name] >= APART]
    return [*together, *apart]


def on_the_way(told: Told, headed: Cases) -> Mapping[str, float]:
    """The places of an act but those at the wrong end of a way ("withdrew into K" leaves another place than K), and
    those excepted: "all but K"; and where guns are, if another place is likely to be the one that they strike."""
    wrong = EXCEPTED | (AHEAD if told.type is ClaimType.WITHDRAW else BEHIND if told.type in GOING else frozenset())
    own = headed.get(told.act.sent.start, {})
    above = told.act.head
    entered = {t.text for t in (above, *above.children)} if told.act.dep_.startswith("acl") else set()
    left = {
        name: chance for name, chance in told.place.items()
        if not own.get(name) or not own[name] <= wrong or entered & set(name.split())  # "from K, which it rolled into"
    }  # fmt: skip
    struck = {name: chance for name, chance in left.items() if own.get(name) != frozenset({FIRED})}
    return struck if told.type in STRIKING and max(struck.values(), default=0.0) >= ELSEWHERE else left


def _cases(cast: Cast, act: Word) -> dict[str, frozenset[str]]:
    """The prepositions that each place of a sentence stands behind; none where only others go that way."""
    found: dict[str, frozenset[str]] = {}
    for candidate in cast.here:
        if candidate.is_place:
            head = cast.sentence.doc[candidate.head]
            case = case_of(head) or (case_of(head.head) if head.dep_ in ("appos", "flat") else "")  # "but the town, K"
            of_act = FIRED if is_firing_point(head) else "" if is_way_of_others(head, act) else case
            found[candidate.text] = found.get(candidate.text, frozenset()) | {of_act}
    return found


def _listed(cast: Cast) -> dict[str, frozenset[int]]:
    """For each name of a sentence the words of the lists that it stands in: "the army and the militia"."""
    found: dict[str, frozenset[int]] = {}
    for candidate in cast.here:
        heads = {candidate.head, candidate.last}  # "the towns of K and L" hang by "towns", and list K with L
        shares = [_share(cast.sentence.doc[i]) for i in heads] if candidate.is_place else []
        heads |= {share.i for share in shares if share is not None}
        words = frozenset(t.i for i in heads for t in (cast.sentence.doc[i], *cast.sentence.doc[i].conjuncts))
        found[candidate.text] = found.get(candidate.text, frozenset()) | words
    return found


def _share(place: Word) -> Word | None:
    """What a place is told to be a share of it by: "most" in "K and most of L"."""
    of = place.head if place.dep_ == "nmod" and case_of(place) == "of" else None
    return of if of is not None and of.lemma in codebook().classes["share"] else None


def role_chance(chances: Mapping[str, float], names: Sequence[str]) -> float:
    """How likely it is that one of these names fills the role; that no name does, where there is none of them.

    A crowd, which grammar alone sees, is no name.
    """
    known = [chances[name] for name in names if name in chances]
    return max(known) if known else 1 - max(chances.values(), default=0.0)


def confidence(settings: Settings, *chances: float) -> float:
    """The chance that a claim is right, from those of its act, its actor and its place.

    A name that was only taken because its role is never open is less sure than its chance says.
    """
    *weights, constant = settings.confidence
    odds = (log(max(c, LEAST) / max(1 - c, LEAST)) for c in chances)
    short = prod(min(1.0, max(c, LEAST) / settings.role) for c in chances[1:])
    return short / (1 + exp(-constant - sum(w * o for w, o in zip(weights, odds, strict=True))))


def _names(casts: Sequence[Cast]) -> tuple[dict[str, Name], dict[str, Name]]:
    """The names of actors and of places by their texts; of one text the first that the report gives."""
    actors: dict[str, Name] = {}
    places: dict[str, Name] = {}
    for cast in casts:
        for candidate in cast.here:
            if candidate.may_act:
                actors.setdefault(candidate.text, candidate.mention.name)
            if candidate.is_place:
                places.setdefault(candidate.text, candidate.mention.name)
    return actors, places
