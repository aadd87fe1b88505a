"""What "it", "they", "the group", "the town" and "the airport" refer to, or nothing where that is not plain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from fogline.grounding.agreement import agreeing
from fogline.grounding.antecedents import Antecedents, is_taken
from fogline.grounding.belonging import HIS, his_party, last_name, owner_of, readings, spoken_for
from fogline.grounding.board import Board, Found
from fogline.grounding.called import namesakes
from fogline.grounding.coarguments import are_people_before, doers_to, is_one_of, may_be_them
from fogline.grounding.history import FORCES, REFERENCE, History, standing_for
from fogline.grounding.joint import joint, together
from fogline.grounding.journeys import left_behind
from fogline.grounding.meant import may_mean, meant
from fogline.grounding.nouns import nouns
from fogline.grounding.pairs import is_of_pair, of_pair
from fogline.grounding.parties import BARE, fullest, is_man
from fogline.grounding.referents import (
    how_many,
    is_known,
    is_many,
    is_part,
    is_robbed,
    is_settlement,
    is_whole,
    owns_part,
    seat_of_state,
    tells_part,
)
from fogline.grounding.sites import facility, part, within
from fogline.grounding.state_forces import army_name, forces_of, owner_of_office
from fogline.grounding.taken_up import taken_up
from fogline.grounding.voices import OUR, US, Voices, is_foe, is_ours, speaks
from fogline.grounding.warring import war_of
from fogline.language.countries import adjective, country_name
from fogline.language.plain import Sentence, Word, words_of
from fogline.records import MentionKind

THINGS = frozenset({"it", "its"})
MANY = frozenset({"they", "their", "them", "themselves"})
PERSONS = frozenset({"he", "she", "his", "her", "him"})
RANKS = frozenset({"first", "second", "third", "next", "other", "another", "only"})
THERE = frozenset({"there"})
DETERMINERS = frozenset({"the", "this", "that", "its", "their", "both", "neither", "'s", "’s"})
FIELDS = frozenset({"oil", "gas"})
BOTH, PAIR = "both", 2
PROVINCES = frozenset({"province", "region", "state", "district", "governorate", "valley", "county"})
SAID = frozenset({"claim", "statement", "assertion", "allegation", "announcement", "admission"})  # "X's claim that it"


def lay_references(board: Board, doc: Doc, antecedents: Antecedents, home: str | None) -> None:
    """Add what pronouns and definite nouns refer to, reading from the top; "the country" is that of code `home`."""
    # "a soldier", "the army spokesman" name no army
    words, men = words_of(doc), nouns().actors["government"] - {"army", "military"}
    names = {key: name for key, name in fullest(board).items() if not (name in men or is_man(name))}
    history = History(names, antecedents, home, Voices(war_of(words, board, names), names), namesakes(words, board))
    for number, sentence in enumerate(words.sents):
        for token in sentence:
            piece = board.at.get(token.i)
            closes = piece is not None and token.i == piece.end - 1
            if piece is not None and closes and piece.rank == BARE:
                owned = list(_owned_force(token, board, history, number))
                own = next((p for p in owned if _may_own(token, p)), None)
                piece = own or _whose(piece, token, history, number, board, owned)
                board.put(piece)
            elif (group := taken_up(token, piece, history, number)) is not None:
                piece = group
                board.put(piece)
            if piece is not None and closes and (site := within(token, piece, history, number)) is not None:
                piece = site
                board.put(piece)
            elif piece is None or (closes and piece.key is None and not piece.named):
                for reference in _references(token, sentence, history, number, board):
                    if reference.kind is MentionKind.ACTOR and token.dep_ in ("nsubj", "nsubj:pass"):
                        history.actors.append((number, reference, True))
                    piece = _laid(reference, piece, token, board)
            if piece is not None and closes:
                history.note(number, piece, words, board)
        history.voices.note(number, sentence, board, history.parties)


def _laid(reference: Found, piece: Found | None, token: Word, board: Board) -> Found | None:
    """Lay a reference over what lies there, or beside another reference of the word; gives what a reader remembers."""
    if piece is not None:
        board.put(reference)
        return reference
    if token.i in board.at:
        board.beside(reference)
    else:
        board.put(reference)
    return None


def _whose(piece: Found, token: Word, history: History, number: int, board: Board, owned: Sequence[Found]) -> Found:
    """A bare force belongs to the state that owns it, "its troops", or speaks of it, else to the force named just
    before, else to the country that the report is about.  One that is told as one's own or as the foe's is nobody's
    where that stays open, and one man who speaks is of no force that was told of."""
    if is_ours(token) or is_foe(token):
        return replace(piece, key=None)
    if speaks(token):
        return piece
    owner = _owning_state(token, board)
    owner = owner or _losing(token, board)
    said = owner or _speaker(token, board)
    near = [p for _, p, _ in history.latest(number, 1) if (p.key or "").startswith(FORCES) or _are_troops(p)]
    if said is None and not owned and near and _are_troops(near[0]):
        return replace(piece, text=near[0].text, key=near[0].key, named=False, rank=REFERENCE)
    for other in (*owned, *([said] if said is not None else []), *near):
        code = state_of(other)
        if code is not None:
            arm = "airforce" if piece.text.split()[-1].lower() in nouns().actors["air"] else "military"
            theirs = other not in near and (owner is not None or owner_of(token, piece) is not None)  # "its troops"
            named = history.names.get(f"{arm}:{code}", piece.text)
            text = army_name(arm, code, piece.text, history.names) if theirs else named
            return Found(piece.start, piece.end, piece.kind, text, f"{arm}:{code}", named=False, rank=3)
    return piece


def _are_troops(piece: Found) -> bool:
    """As in "Norlandic federal troops": a side's men, by words that tell whose, whom "the soldiers" takes up."""
    told = (piece.key or "").endswith(":government") and " " in piece.text and piece.rank != BARE
    return told and piece.text.split()[-1].lower() in nouns().actors["bare"]


def _losing(force: Word, board: Board) -> Found | None:
    """Whose men they are who are lost: "the army said Norland had lost 40 soldiers"."""
    if force.dep_ != "obj" or force.head.lemma != "lose":
        return None
    losers = (p for c in force.head.children if c.dep_ == "nsubj" for p in readings(c.i, board))
    return next((p for p in losers if state_of(p) is not None), None)


def _owning_state(token: Word, board: Board) -> Found | None:
    """As in "Moscow's troops"."""
    owners = [board.at[c.i] for c in token.children if c.dep_ == "nmod:poss" and c.i in board.at]
    readings = (one for owner in owners for one in board.starting_at(owner.start))
    return next((one for one in readings if (one.key or "").startswith("country:")), None)


def state_of(piece: Found) -> str | None:
    """The country whose body an actor is, from its key: "military:SY", "ministry:SY", "country:SY"."""
    head, _, code = (piece.key or "").partition(":")
    code = code.split(":")[0]
    return (
        code
        if head not in ("group", "person", "monitor", "agency", "body") and len(code) == 2 and code.isupper()
        else None
    )


def _references(token: Word, sentence: Sentence, history: History, number: int, board: Board) -> Iterator[Found]:
    low = token.lower_
    if low in THINGS or low in MANY or low == BOTH:
        yield from _pronoun(token, history, number, board)
    elif low in PERSONS:
        if (person := history.person(number)) is not None:
            yield standing_for(token, person)
    elif low in US:
        if (own := history.voices.ours(token, number, board, history.parties)) is not None:
            yield own
    elif is_foe(token):
        if (foe := history.voices.theirs(token, number, board, history.parties)) is not None:
            yield foe
    elif low in THERE and token.dep_ == "advmod":
        place = history.antecedents.meant(token, number)
        if place is not None:
            yield standing_for(token, place)
    elif is_of_pair(token):
        if (one := of_pair(token, board, token.doc.sents[number - 1] if number else None)) is not None:
            yield standing_for(token, one)
    elif token.pos_ == "NOUN" and token.i > sentence.start:
        definite = _is_definite(token)
        if definite or any(c.lower_ in HIS or c.lower_ == OUR for c in token.children):
            yield from _owned_force(token, board, history, number)
        if definite:
            yield from (standing_for(token, one) for one in _pair(history, number, board, token))
            yield from _definite(token, history, number, board)


def _is_definite(token: Word) -> bool:
    """Behind "the", "this" or a possessive, adjectives between them or not."""
    before = token.doc[token.i - 1]
    ranks = [c for c in token.children if c.tag_ == "JJS" or c.lower_ in RANKS]
    if any(c.nbor(1).lower_ not in DETERMINERS for c in ranks if c.i < token.i):
        return False  # "the second city to fall" is a new one, "only the airport" is not
    return before.lower_ in DETERMINERS or any(
        c.dep_ in ("det", "nmod:poss") and c.lower_ in DETERMINERS and c.i < token.i for c in token.children
    )


def _pair(history: History, number: int, board: Board, token: Word) -> list[Found]:
    """As in "both armies": the two who were told of together just before, as subjects."""
    both = any(c.lower_ == BOTH for c in token.children)
    if not both or not is_many(token) or token.lemma not in nouns().actors["pair"]:
        return []
    told = [piece for said, piece, subject in history.latest(number, 1) if subject and said < number]
    pairs = (joint(piece, board, token.doc) for piece in told)
    return next((pair for pair in pairs if len(pair) == PAIR), [])


def _owned_force(token: Word, board: Board, history: History, number: int) -> Iterator[Found]:
    """As in "its forces", "the movement's fighters": those whom the pronoun or the noun stands for."""
    under = board.at.get(token.i)
    owner = owner_of(token, under)
    bare = under is None or under.key is None or under.rank == BARE
    beside = token.lemma == "side" and any(
        c.dep_ == "nmod" and c.i > token.i for c in token.children
    )  # "its side of it"
    if owner is not None and token.lemma in nouns().actors["owner"] and bare and not beside:
        here = _owners(owner, board, history, number)
        said = next((p for p in here if p.kind in (MentionKind.ACTOR, MentionKind.PERSON)), None)
        state = next((code for p in here if (p.key or "").startswith("country:") and (code := state_of(p))), None)
        if said is not None:
            yield forces_of(said, token, history.names) or standing_for(token, said)
        elif state is not None and (nation := adjective(state)):
            word = "forces" if token.lemma == "man" else token.lower_
            yield Found(token.i, token.i + 1, MentionKind.ACTOR, f"{nation} {word}", f"military:{state}", False, 8)


def _owners(owner: Word, board: Board, history: History, number: int) -> list[Found]:
    """What a word that tells whose men somebody's are stands for; of a person, the party that he belongs to."""
    if owner.lower_ in HIS:
        his = his_party(owner, board, history.parties, history.person(number))
        return [his] if his is not None else []
    here = readings(owner.i, board)
    if owner.pos_ != "PROPN":
        return here
    named = [history.parties.get(last_name(p)) if p.kind is MentionKind.PERSON else p for p in here]
    return [p for p in named if p is not None and p.kind is MentionKind.ACTOR and state_of(p) is None]


def _may_own(token: Word, owner: Found) -> bool:
    """Whether "its troops" are an owner's own: not a state's, nor those of an office that only speaks for them."""
    office = owner.text.split()[-1].lower() in nouns().actors["offices"]
    return is_ours(token) or (state_of(owner) is None and not office)


def _pronoun(token: Word, history: History, number: int, board: Board) -> Iterator[Found]:
    if token.lower_ == BOTH:
        towns = history.settlements(number, PAIR, token.doc) if is_taken(token) and token.dep_ != "nsubj" else ()
        yield from (standing_for(token, place) for place in towns)
        return
    near = list(history.latest(number, 1))
    speaker = _speaker(token, board)
    if speaker is not None and not may_mean(token, speaker, near):
        speaker = None
    actor = speaker or agreeing(token, near, number) or meant(token, near)
    if actor is not None and (doers := doers_to(token, board)) and is_one_of(actor, doers):
        other = meant(token, [row for row in near if not is_one_of(row[1], doers)])
        if other is not None and may_be_them(other, token):
            actor = other
        elif are_people_before(token):
            actor = None
    if token.lower_ in THINGS:
        stands = token.dep_ in ("obj", "obl", "nmod", "nsubj:pass") or owns_part(token) or is_taken(token)
        place = history.same(number) or history.antecedents.meant(token, number) if stands else None
        if place is not None:
            yield standing_for(token, place)
    if actor is not None and not history.voices.are_others(token, number, board, history.parties, actor):
        both = together(actor, board, token.doc) if token.lower_ in MANY else [actor]
        yield from (standing_for(token, one) for one in both)


def _speaker(token: Word, board: Board) -> Found | None:
    """In reported speech, the one who speaks: "The army said that it ...", "the army's claim that it ..."."""
    for ancestor in token.ancestors:
        denied = token.dep_ == "obj" and ancestor == token.head  # "the army denied it": not itself
        said = ancestor.pos_ == "NOUN" and ancestor.lemma in SAID
        speaking = ("nmod:poss",) if said else ("nsubj", "nsubj:pass")
        if (ancestor.pos_ != "VERB" and not said) or ancestor.i >= token.i or denied:
            continue
        for child in ancestor.children:
            if child.dep_ not in speaking or child.i > token.i:
                continue
            piece = board.at.get(child.i) or owner_of_office(child, board)
            readings = board.starting_at(piece.start) if piece is not None else []  # of a capital also its government
            for one in readings:
                if one.kind is MentionKind.ACTOR or (one.key or "").startswith("country:"):
                    return one
            own = token.dep_ == "nmod:poss" or (token.lower_ == "it" and token.dep_ == "nsubj")
            if own and child.dep_ in speaking and child.i < token.i and (party := spoken_for(child, board)) is not None:
                return party
    return None


def _definite(token: Word, history: History, number: int, board: Board) -> Iterator[Found]:
    """As in "the group", "the town", "the airport"."""
    lists = nouns().definite_place
    word = token.lemma
    start = token.i
    if any(c.dep_ in ("nmod", "appos") for c in token.children) and word not in lists["facility"]:
        return
    known = is_known(token) or is_robbed(token)
    if known and word in nouns().actors["group"] and (group := history.group(number)) is not None:
        yield standing_for(token, group)
        return
    if is_known(token):
        yield from (standing_for(token, one) for one in history.namesakes.get(word, ()))
    if word in lists["country"] and token.doc[start - 1].lower_ == "the" and token.tag_ == "NN":
        yield from _country(token, history.home)
    elif word == "capital" and (seat := seat_of_state(token)) is not None:
        yield Found(start, token.i + 1, MentionKind.PLACE, seat, named=False)
    elif word in lists["called"] and token.tag_ == "NN" and (one := _called(word, history, number)) is not None:
        yield standing_for(token, one)
    elif word in lists["settlement"] and is_many(token) and (many := how_many(token)):
        yield from (standing_for(token, place) for place in history.settlements(number, many, token.doc))
    elif word in lists["settlement"]:
        left = left_behind(token, board)
        place = history.antecedents.meant(token, number, lambda one: is_whole(one) and one.text not in left)
        if place is not None:
            history.town = (number, place)
            yield standing_for(token, place)
    elif word in lists["province"] and not is_part(token):
        place = history.place(number, PROVINCES)
        if place is not None:
            yield standing_for(token, place)
    elif word == "field" and any(c.lower_ in FIELDS for c in token.children) and number:
        near = {p.text: p for said, p in history.places if said == number - 1 and is_settlement(p)}
        yield from (standing_for(token, place) for place in near.values() if len(near) == 1)
    elif word in nouns().before_of["part"] and tells_part(token):
        yield from part(token, history, number)
    elif word in lists["facility"]:
        yield from facility(token, history, number)


def _called(word: str, history: History, number: int) -> Found | None:
    """What is said to be an outpost or a hill, or where a post was told to stand."""
    return history.called.get(word) or history.site(number, word)


def _country(token: Word, home: str | None) -> Iterator[Found]:
    """As in "leave the country": the one that the report is about."""
    name = country_name(home) if home is not None else None
    if name is not None:
        yield Found(token.i, token.i + 1, MentionKind.PLACE, name, f"country:{home}", named=False)
