"""What "it", "they", "the group", "the town" and "the airport" refer to, or nothing where that is not plain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile

from spacy.tokens import Doc

from fogline.grounding.agreement import agreeing
from fogline.grounding.antecedents import Antecedents, anywhere, is_taken, told
from fogline.grounding.belonging import HIS, his_party, last_name, owner_of, party_of, readings
from fogline.grounding.board import Board, Found
from fogline.grounding.called import namesakes
from fogline.grounding.nouns import nouns
from fogline.grounding.pairs import is_of_pair, of_pair
from fogline.grounding.parties import BARE, fullest, is_man
from fogline.grounding.referents import (
    how_many,
    is_bound,
    is_dateline,
    is_known,
    is_many,
    is_part,
    is_seat,
    is_settlement,
    is_subject,
    is_whole,
    may_be_meant,
    owns_part,
    seat_of_state,
    tells_part,
    town_of,
    words_for,
)
from fogline.grounding.voices import OUR, US, Voices, is_foe, is_ours, speaks
from fogline.grounding.warring import war_of
from fogline.language.countries import adjective, country_name
from fogline.language.plain import Sentence, Word, Words, words_of
from fogline.records import MentionKind

THINGS = frozenset({"it", "its"})
MANY = frozenset({"they", "their", "them", "themselves"})
QUARTERS = frozenset({"quarter", "district", "neighbourhood", "neighborhood", "suburb"})  # they have no airport
PERSONS = frozenset({"he", "she", "his", "her", "him"})
RANKS = frozenset({"first", "second", "third", "next", "other", "another", "only"})
THERE = frozenset({"there"})
DETERMINERS = frozenset({"the", "this", "that", "its", "their", "both", "neither", "'s", "’s"})
PROVINCES = frozenset({"province", "region", "state", "district", "governorate", "valley", "county"})
NEAR_PERSON = 2  # sentences
FAR_SENTENCES = 4
FAR_GROUP = 8  # sentences: who is called "the group" is named more often than a place, and by few other words
REFERENCE = 8  # the rank of what a pronoun or a noun refers to
FORCES = ("military:", "airforce:", "navy:", "police:")
NO_GROUP = (*FORCES, "force:", "country:", "state:", "government:", "ministry:", "body:", "un:", "monitor:")


@dataclass(slots=True)
class History:
    """What was named so far, newest last: (sentence number, stretch, whether as a subject).

    `names`: the fullest name of each actor in the whole report, by its key.
    """

    names: Mapping[str, str]
    antecedents: Antecedents
    home: str | None
    voices: Voices
    namesakes: Mapping[str, list[Found]]
    places: list[tuple[int, Found]] = field(default_factory=list)
    actors: list[tuple[int, Found, bool]] = field(default_factory=list)
    people: list[tuple[int, Found]] = field(default_factory=list)
    town: tuple[int, Found] | None = None  # what "the town" meant last
    parties: dict[str, Found] = field(default_factory=dict)  # whose man somebody is, by the last word of his name
    sites: dict[str, Found] = field(default_factory=dict)  # what "the airport" meant last
    called: dict[str, Found] = field(default_factory=dict)  # what is said to be an outpost, a quarter: by that word

    def note(self, number: int, piece: Found, doc: Words, board: Board) -> None:
        """Remember a stretch."""
        if piece.kind is MentionKind.PLACE and not is_dateline(doc, piece):
            bounds = is_bound(doc, piece)
            self.called |= dict.fromkeys(words_for(doc, piece), piece) if piece.named else {}
            if not is_seat(doc, piece):
                if (whole := town_of(piece)) is not None:
                    self.antecedents.note(replace(told(whole, number, doc, bounds=bounds), around=True))
                self.antecedents.note(told(piece, number, doc, bounds=bounds))
            if not is_seat(doc, piece) and not bounds:
                self.places.append((number, piece))
            if (piece.key or "").startswith("country:"):
                self.actors.append((number, piece, is_subject(doc, piece)))
        elif piece.kind is MentionKind.PERSON:
            self.people.append((number, piece))
            if piece.named and (party := party_of(piece, doc, board)) is not None:
                self.parties.setdefault(last_name(piece), party)
        elif piece.kind is MentionKind.ACTOR:
            self.actors.append((number, piece, is_subject(doc, piece)))

    def place(self, number: int, sorts: frozenset[str]) -> Found | None:
        """The last place named whose name ends in a word of these sorts; none far back."""
        for said, piece in reversed(self.places):
            if number - said > FAR_SENTENCES:
                return None
            words = piece.text.split()
            part = len(words) > 1 and words[0] in nouns().regions["directions"]
            if not part and words[-1].lower() in sorts and not (piece.key or "").startswith("country:"):
                return piece
        return None

    def same(self, number: int) -> Found | None:
        """The place that "the town" meant before in the same sentence: "The town is quiet, and rebels hold it"."""
        return self.town[1] if self.town is not None and self.town[0] == number else None

    def settlements(self, number: int, many: int) -> list[Found]:
        """The last so many places named, in the order of the text; none where fewer were named lately."""
        found: dict[str, Found] = {}
        for said, piece in reversed(self.places):
            if number - said <= FAR_SENTENCES and piece.text not in found and is_settlement(piece):
                found[piece.text] = piece
            if len(found) == many:
                return list(found.values())[::-1]
        return []

    def person(self, number: int) -> Found | None:
        """The last person named, not far back."""
        return next((piece for said, piece in self.people[-1:] if number - said <= NEAR_PERSON), None)

    def latest(self, number: int, most: int) -> Iterator[tuple[int, Found, bool]]:
        """The actors named in this sentence and so many before it, newest first."""
        return takewhile(lambda row: number - row[0] <= most, reversed(self.actors))

    def group(self, number: int) -> Found | None:
        """The last group that was told of, by its name or by a word for its sort."""
        for _, piece, _ in self.latest(number, FAR_GROUP):
            if (piece.named or _is_known_group(piece)) and not (piece.key or "").startswith(NO_GROUP):
                return piece
        return None

    def actor(self, number: int) -> Found | None:
        """The subject of this sentence or the one before, else the first actor named in the later of them."""
        near = [(said, p, subject) for said, p, subject in self.latest(number, 1) if may_be_meant(p)][::-1]
        for _, piece, subject in reversed(near):
            if subject:
                return piece
        if near:
            return next(piece for said, piece, _ in near if said == near[-1][0])
        return None


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
                owned = next((p for p in _owned_force(token, board, history, number) if _may_own(token, p)), None)
                piece = owned or _whose(piece, token, history, number, board)
                board.put(piece)
            if piece is None or (closes and piece.key is None and not piece.named):
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


def _whose(piece: Found, token: Word, history: History, number: int, board: Board) -> Found:
    """A bare force belongs to the state that speaks of it, else to the force named just before, else to the country
    that the report is about.  One that is told as one's own or as the foe's is nobody's where that stays open, and one
    man who speaks is of no force that was told of."""
    if is_ours(token) or is_foe(token):
        return replace(piece, key=None)
    if speaks(token):
        return piece
    said = _speaker(token, board)
    near = [p for _, p, _ in history.latest(number, 1) if (p.key or "").startswith(FORCES)]
    for other in ([said] if said is not None else []) + near:
        code = state_of(other)
        if code is not None:
            arm = "airforce" if piece.text.split()[-1].lower() in nouns().actors["air"] else "military"
            text = history.names.get(f"{arm}:{code}", piece.text)
            return Found(piece.start, piece.end, piece.kind, text, f"{arm}:{code}", named=False, rank=3)
    return piece


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
    if low in THINGS or low in MANY:
        yield from _pronoun(token, history, number, board)
    elif low in PERSONS:
        if (person := history.person(number)) is not None:
            yield _same(token.i, token.i + 1, person)
    elif low in US:
        if (own := history.voices.ours(token, number, board, history.parties)) is not None:
            yield own
    elif is_foe(token):
        if (foe := history.voices.theirs(token, number, board, history.parties)) is not None:
            yield foe
    elif low in THERE and token.dep_ == "advmod":
        place = history.antecedents.meant(token, number)
        if place is not None:
            yield _same(token.i, token.i + 1, place)
    elif is_of_pair(token):
        if (one := of_pair(token, board, token.doc.sents[number - 1] if number else None)) is not None:
            yield _same(token.i, token.i + 1, one)
    elif token.pos_ == "NOUN" and token.i > sentence.start:
        definite = _is_definite(token)
        if definite or any(c.lower_ in HIS or c.lower_ == OUR for c in token.children):
            yield from _owned_force(token, board, history, number)
        if definite:
            yield from _definite(token, history, number)


def _is_definite(token: Word) -> bool:
    """Behind "the", "this" or a possessive, adjectives between them or not."""
    before = token.doc[token.i - 1]
    ranks = [c for c in token.children if c.tag_ == "JJS" or c.lower_ in RANKS]
    if any(c.nbor(1).lower_ not in DETERMINERS for c in ranks if c.i < token.i):
        return False  # "the second city to fall" is a new one, "only the airport" is not
    return before.lower_ in DETERMINERS or any(
        c.dep_ in ("det", "nmod:poss") and c.lower_ in DETERMINERS and c.i < token.i for c in token.children
    )


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
            yield _same(token.i, token.i + 1, said)
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
    actor = _speaker(token, board) or agreeing(token, history.latest(number, 1), number) or history.actor(number)
    if token.lower_ in THINGS:
        stands = token.dep_ in ("obj", "obl", "nmod", "nsubj:pass") or owns_part(token) or is_taken(token)
        place = history.same(number) or history.antecedents.meant(token, number) if stands else None
        if place is not None:
            yield _same(token.i, token.i + 1, place)
    if actor is not None and not history.voices.are_others(token, number, board, history.parties, actor):
        yield _same(token.i, token.i + 1, actor)


def _speaker(token: Word, board: Board) -> Found | None:
    """In reported speech, the one who speaks: "The army said that it ..."."""
    for ancestor in token.ancestors:
        denied = token.dep_ == "obj" and ancestor == token.head  # "the army denied it": not itself
        if ancestor.pos_ != "VERB" or ancestor.i >= token.i or denied:
            continue
        for child in ancestor.children:
            piece = board.at.get(child.i) if child.dep_ in ("nsubj", "nsubj:pass") and child.i < token.i else None
            readings = board.starting_at(piece.start) if piece is not None else []  # of a capital also its government
            for one in readings:
                if one.kind is MentionKind.ACTOR or (one.key or "").startswith("country:"):
                    return one
    return None


def _definite(token: Word, history: History, number: int) -> Iterator[Found]:
    """As in "the group", "the town", "the airport"."""
    lists = nouns().definite_place
    word = token.lemma
    start = token.i
    if any(c.dep_ in ("nmod", "appos") for c in token.children) and word not in lists["facility"]:
        return
    if is_known(token) and word in nouns().actors["group"] and (group := history.group(number)) is not None:
        yield _same(start, token.i + 1, group)
        return
    if is_known(token):
        yield from (_same(start, token.i + 1, one) for one in history.namesakes.get(word, ()))
    if word in lists["country"] and token.doc[start - 1].lower_ == "the" and token.tag_ == "NN":
        yield from _country(token, history.home)
    elif word == "capital" and (seat := seat_of_state(token)) is not None:
        yield Found(start, token.i + 1, MentionKind.PLACE, seat, named=False)
    elif word in lists["called"] and token.tag_ == "NN" and (one := history.called.get(word)) is not None:
        yield _same(start, token.i + 1, one)
    elif word in lists["settlement"] and is_many(token) and (many := how_many(token)):
        yield from (_same(start, token.i + 1, place) for place in history.settlements(number, many))
    elif word in lists["settlement"]:
        place = history.antecedents.meant(token, number, is_whole)
        if place is not None:
            history.town = (number, place)
            yield _same(start, token.i + 1, place)
    elif word in lists["province"] and not is_part(token):
        place = history.place(number, PROVINCES)
        if place is not None:
            yield _same(start, token.i + 1, place)
    elif word in nouns().before_of["part"] and tells_part(token):
        yield from _part(token, history, number)
    elif word in lists["facility"]:
        yield from _facility(token, history, number)


def _country(token: Word, home: str | None) -> Iterator[Found]:
    """As in "leave the country": the one that the report is about."""
    name = country_name(home) if home is not None else None
    if name is not None:
        yield Found(token.i, token.i + 1, MentionKind.PLACE, name, f"country:{home}", named=False)


def _facility(token: Word, history: History, number: int) -> Iterator[Found]:
    """As in "the bridge", named before; "its bridge", "the airport": those of the town that is meant."""
    word, before = token.lemma, token.doc[token.i - 1].lower_
    one = word in nouns().definite_place["only"] and before == "the" and token.tag_ == "NN"
    same = history.place(number, frozenset({word})) or (history.sites.get(word) if one else None)
    if same is None and ((before == "its" and word not in nouns().definite_place["armed"]) or one):
        owner = token.doc[token.i - 1] if before == "its" else token
        quarters = {p.text for word, p in history.called.items() if word in QUARTERS}
        town = history.antecedents.meant(owner, number, lambda p: is_settlement(p) and p.text not in quarters)
        same = replace(town, text=f"{town.text} {word}", key=None) if town is not None else None
        if same is not None:
            history.sites[word] = same
    if same is not None:
        yield Found(token.i, token.i + 1, MentionKind.PLACE, same.text, same.key, named=False, rank=REFERENCE)


def _part(token: Word, history: History, number: int) -> Iterator[Found]:
    """As in "the centre", "the southern districts": those of the place named last; of a town, where there are many."""
    fits = is_settlement if is_part(token) else anywhere
    place = history.antecedents.meant(token, number, fits)
    if place is not None and not place.text.lower().startswith(token.lemma):
        if token.lemma in nouns().before_of["named"] and not any(c.dep_ == "amod" for c in token.children):
            yield _same(token.i, token.i + 1, place)  # "the quarter": one that has a name of its own
            return
        left = [t.text for t in token.doc[max(token.i - 2, token.sent.start) : token.i] if t.pos_ == "ADJ"]
        text = " ".join([*left, token.text, "of", place.text])
        yield Found(token.i, token.i + 1, MentionKind.PLACE, text, named=False)


def _is_known_group(piece: Found) -> bool:
    """As in "the jihadists", where one group of the report is meant by it; no pronoun."""
    return piece.rank < REFERENCE and (piece.key or "").startswith("group:")


def _same(start: int, end: int, piece: Found) -> Found:
    return Found(start, end, piece.kind, piece.text, piece.key, named=False, rank=REFERENCE)
