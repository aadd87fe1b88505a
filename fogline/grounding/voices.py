"""Whose "we", "our men" and "the enemy" are: the party of who speaks, in a quote or in reported speech.

As in ""We hold Karsin," said a Norlandic captain", "the invaders are gone, the army said".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fogline.grounding.belonging import last_name, party_beside, party_of, readings
from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.grounding.parties import BARE, is_man
from fogline.grounding.warring import War, side_of, sides_in
from fogline.language.coreference_speech import FOES, RIVALS, quote_speaker, quotes, reporters
from fogline.language.countries import adjective
from fogline.language.plain import Sentence, Word, Words
from fogline.records import MentionKind

OUR = "our"
US = frozenset({"we", "us", OUR, "ours", "ourselves"})
HE = "he"
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
CIVIL = frozenset({"minister", "official", "envoy", "delegate", "governor"})  # whose "we" is their government
QUOTES = "fogline.quotes"  # where a document keeps its quotes
COLON = ":"
OFFICES = ("state:", "defence:", "ministry:", "government:", "foreign:", "interior:", "police:", "country:")
DEAD = frozenset({"dead", "casualties", "losses", "killed", "wounded"})
BESIDE = frozenset({"compound", "amod"})
FAR = 3  # sentences between a speaker and what "he" says
NEAR = 2  # sentences, as far as a quote goes on without its speaker


@dataclass(slots=True)
class Voices:
    """Who spoke so far.  `war`: who fights whom; `names`: the fullest name of each party, by its key."""

    war: War
    names: Mapping[str, str]
    last: tuple[int, Found | None] | None = None  # a sentence, and the party of the last person who acts in it

    def note(self, number: int, sentence: Sentence, board: Board, told: Mapping[str, Found]) -> None:
        """Remember the last person who does something in a sentence, and the party that he serves in or speaks for."""
        for word in sentence:
            if word.dep_ in SUBJECTS and _is_person(word, board):
                self.last = (number, self._of(word, board, told))

    def ours(self, word: Word, number: int, board: Board, told: Mapping[str, Found]) -> Found | None:
        """The party that says "we"; `told`: the parties of persons, by the last word of their names."""
        if (_quote(word) is None and _before_colon(word) is None) or not _is_of_side(word):
            return None
        voice = self._voice(word, number, board, told)
        return _standing_for(word, voice) if voice is not None else None

    def theirs(self, word: Word, number: int, board: Board, told: Mapping[str, Found]) -> Found | None:
        """Whom "the enemy" means: the foe of who says it, else of the one side that the sentence names."""
        owners = [c for c in word.children if c.dep_ == "nmod:poss"]
        if owners:
            return self._foe_of(owners, word, board)
        attacked = word.lemma in nouns().actors["attacking"] and word.dep_ == "obj"
        voice = None if attacked else self._voice(word, number, board, told)
        if attacked:
            voice = next((p for c in word.head.children if c.dep_ in SUBJECTS and (p := board.at.get(c.i))), None)
        elif voice is None and _quote(word) is None:
            known = [p for side, p in sides_in(word.sent, board).items() if side in self.war.parties]
            voice = known[0] if len(known) == 1 else None
        foe = self.war.foe(voice) if voice is not None and side_of(voice) in self.war.parties else None
        return _standing_for(word, foe) if foe is not None else None

    def _foe_of(self, owners: list[Word], rivals: Word, board: Board) -> Found | None:
        """Who "its rivals" are that do something: the foe of whose they are, where the report tells of two sides."""
        parties = [p for owner in owners if rivals.dep_ in SUBJECTS for p in readings(owner.i, board)]
        foes = (self.war.foe(p) for p in parties if side_of(p) in self.war.parties)
        return next((_standing_for(rivals, foe) for foe in foes if foe is not None), None)

    def are_others(self, they: Word, number: int, board: Board, told: Mapping[str, Found], meant: Found) -> bool:
        """Whether "they" of "we hold Karsin and they hold Osk" cannot be whom it would be taken for: who says "we"."""
        quote = _quote(they)
        said = they.doc[slice(*quote)] if quote is not None else []
        if not any(w.lower_ in US and w.lower_ != OUR for w in said) or any(w.lower_ == OUR for w in said):
            return False  # "our men are there, and they will stay": nobody else
        voice = self._voice(they, number, board, told)
        return voice is not None and side_of(meant) is not None and side_of(voice) == side_of(meant)

    def _voice(self, word: Word, number: int, board: Board, told: Mapping[str, Found]) -> Found | None:
        speakers = _speakers(word)
        for speaker in speakers:
            if (party := self._of(speaker, board, told)) is not None:
                return party
            if speaker.lower_ == HE or _is_known(speaker):
                return self._lately(number, FAR)
        return self._lately(number, NEAR) if not speakers and _is_all_quoted(word) else None

    def _lately(self, number: int, far: int) -> Found | None:
        return self.last[1] if self.last is not None and number - self.last[0] <= far else None

    def _of(self, speaker: Word, board: Board, told: Mapping[str, Found]) -> Found | None:
        """The party of a person, of who serves in it, or itself."""
        under = board.at.get(speaker.i)
        if under is not None and under.kind is MentionKind.PERSON:
            party = told.get(last_name(under)) or party_of(under, speaker.doc, board)
            return party if party is None or _is_civil(speaker) else self._forces(party)
        serves = speaker.lemma in nouns().actors["serving"]
        if not serves and (under is None or side_of(under) is None or under.rank == BARE):
            return None
        party = party_beside(speaker, board)
        if party is None or party.rank == BARE:
            return None
        return party if _is_civil(speaker) else self._forces(party)

    def _forces(self, party: Found) -> Found:
        """An office of a state as its army: "we" of a ministry hold nothing by themselves; nor is it a spokesman."""
        if is_man(party.text):
            party = replace(party, text=self.names.get(party.key or "", party.text.rsplit(" ", 1)[0]))
        code = (party.key or "").partition(":")[2]
        nation = adjective(code) if (party.key or "").startswith(OFFICES) else None
        if nation is None:
            return party
        key = f"military:{code}"
        return replace(party, kind=MentionKind.ACTOR, text=self.names.get(key, f"{nation} forces"), key=key)


def is_ours(force: Word) -> bool:
    """As in "our men"."""
    return any(c.lower_ == OUR for c in force.children)


def speaks(man: Word) -> bool:
    """As in "a soldier said"."""
    verb = man.head
    return verb.lemma in nouns().unknown_place["speaking"] and man.tag_ == "NN" and man.dep_ == "nsubj"


def is_foe(word: Word) -> bool:
    """As in "the enemy", "enemy guns", "enemy troops", "threw the attackers back", "its rivals"; not "enemy dead"."""
    lists = nouns().actors
    if any(c.dep_ == "nmod:poss" for c in word.children):
        return word.lemma in RIVALS
    if word.lemma in lists["attacking"]:
        return word.dep_ in ("obj", "nsubj:pass")
    if word.lemma in FOES:
        dead = word.i + 1 < len(word.doc) and word.nbor(1).lower_ in DEAD
        return not dead and (word.dep_ not in BESIDE or word.head.lemma in lists["owner"])
    force = word.lemma in lists["government"] | lists["neutral"]
    return force and any(c.lemma in FOES for c in word.children if c.dep_ in BESIDE)


def _is_person(word: Word, board: Board) -> bool:
    """Whether a subject is somebody who may speak: named, serving, or of another trade."""
    under = board.at.get(word.i)
    if under is not None and under.kind is MentionKind.PERSON:
        return True
    return word.lemma in nouns().actors["serving"] | nouns().speakers


def _is_of_side(word: Word) -> bool:
    """Not "our people were shelled": only what a side has, "our men", "in our hands"."""
    lists = nouns().actors
    return word.dep_ != "nmod:poss" or word.head.lemma in lists["owner"] | lists["held"]


def _is_civil(speaker: Word) -> bool:
    """As in "the minister", "Foreign Minister Karl Dorn", "Karl Dorn, the governor"."""
    return speaker.lemma in CIVIL or any(c.lemma in CIVIL for c in speaker.children)


def _is_all_quoted(word: Word) -> bool:
    """Whether nothing of a sentence stands outside of its quote: its speaker was told before."""
    quote = _quote(word)
    return quote is not None and all(quote[0] <= w.i < quote[1] for w in word.sent if not w.is_punct)


def _standing_for(word: Word, party: Found) -> Found:
    return Found(word.i, word.i + 1, MentionKind.ACTOR, party.text, party.key, named=False, rank=8)


def _quote(word: Word) -> tuple[int, int] | None:
    inside: dict[int, tuple[int, int]] | None = word.doc.kept.get(QUOTES)
    if inside is None:
        inside = word.doc.kept[QUOTES] = quotes(word.doc.parsed)
    return inside.get(word.i)


def _speakers(word: Word) -> list[Word]:
    """Those who say what a word stands in, the nearest first."""
    quote, words = _quote(word), word.doc
    if quote is not None:
        speaker = quote_speaker(words.parsed, quote)
        return [words[speaker.i]] if speaker is not None else []
    before = _before_colon(word)
    return [words[t.i] for t in reporters(words.parsed[word.i])] or ([before] if before is not None else [])


def _before_colon(word: Word) -> Word | None:
    """The speaker of "The army: the town never left our hands": all that stands before the colon."""
    start, words = word.sent.start, word.doc
    colon = next((i for i in range(start, word.i) if words[i].text == COLON), start)
    said = words[start:colon]
    nominal = bool(said) and not any(w.pos_ in ("VERB", "AUX") for w in said)
    return _last_noun(words, start, colon) if nominal else None


def _last_noun(words: Words, start: int, end: int) -> Word | None:
    return next((words[i] for i in range(end - 1, start - 1, -1) if words[i].pos_ in ("NOUN", "PROPN")), None)


def _is_known(speaker: Word) -> bool:
    """As in "the captain": one who was told of before."""
    return speaker.lemma in nouns().actors["serving"] and any(c.lower_ == "the" for c in speaker.children)
