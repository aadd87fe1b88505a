"""Acts told in another sense than that of their type, as reports of anything but a war are full of.

| the words | not |
| --- | --- |
| "a storm struck Karsin", "workers went on strike", "strike aircraft", "attacked its critics" | an attack |
| "died of cancer", "was charged with the murder", "freed the prisoners", "families returned" | a harm |
| "they seized him", "the capture of the president" | a place that is taken |
| "the minister returned to Norland", "refugees left Karsin", "was pushed back from Karsin" | a force that moves |
| "closed its embassy in Karsin" | a way that is shut |
| "is surrounded by hills" | a siege |
| "backed the resolution" | somebody who is backed |
| "the Norlandic leader" | a tie between two parties |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from fogline.claims.arguments import is_passive, of_verb
from fogline.claims.codebook import codebook
from fogline.claims.ended import is_averted, is_left
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import COUNTRY, Scene, case_of
from fogline.language.plain import Word
from fogline.records import ClaimType, MentionKind

HIM = frozenset({"him", "her", "himself", "herself", "me", "you", "us"})
IT = frozenset({"it", "this", "that", "which"})
GOING = frozenset({"leave", "quit"})
SENDING = frozenset({ClaimType.DEPLOY, ClaimType.WITHDRAW})
Lists = Mapping[str, frozenset[str]]


def as_meant(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence whose act is told in the sense of their type, in their order."""
    for one in told:
        if not any(is_other(one, scene) for is_other in _OTHERS.get(one.type, ())):
            yield one


def _is_nature(told: Proposition, _: Scene) -> bool:
    """As in "a storm struck Karsin", "killed by the floods"."""
    act, nature = told.act, _lists()["nature"]
    doers = of_verb(act).get("subject") if act.pos_ == "VERB" else []
    beside = (c for c in act.children if c.dep_ in ("compound", "amod", "nmod:poss") or case_of(c) in ("by", "from"))
    return bool(_lemmas((*doers, *beside)) & nature)


def _is_harmless(told: Proposition, _: Scene) -> bool:
    """As in "tested a missile", "fired into the air"."""
    act = told.act
    aloft = (c for c in act.children if c.lemma == "air" and case_of(c) in ("in", "into"))
    at = any(t.lower_ == "at" for t in act.subtree)  # "fired into the air and then at the crowd"
    return act.lemma in _lists()["testing"] or (act.lemma in ("fire", "shoot") and any(aloft) and not at)


def _is_labour(told: Proposition, _: Scene) -> bool:
    """As in "a general strike", "workers are on strike", "unions called a strike"; not "a strike killed workers"."""
    act, lists = told.act, _lists()
    if act.lemma != "strike" or act.pos_ != "NOUN":
        return False
    before = {c.lower_ for c in act.children if c.i < act.i and c.dep_ != "case"}
    if before & lists["labour"] or (case_of(act) == "on" and act.tag_ == "NN" and not before):
        return True
    by = [c for c in act.children if case_of(c) in ("by", "of")]
    staged = act.head if act.dep_ in ("obj", "obl", "nmod") else None
    verb = staged if staged is None or staged.pos_ == "VERB" else staged.head  # "took part in the strike"
    who = of_verb(verb).get("subject") if verb is not None and verb.lemma in lists["staging"] else []
    return bool(_lemmas((*by, *who)) & lists["strikers"])


def _is_of_gear(told: Proposition, _: Scene) -> bool:
    """As in "strike aircraft", "fighting vehicles"."""
    act = told.act
    return act.dep_ in ("compound", "amod") and act.head.i > act.i and act.head.lemma in _lists()["gear"]


def _is_in_words(told: Proposition, scene: Scene) -> bool:
    """As in "attacked its critics", "an attack on the plan"."""
    act, argued = told.act, _lists()["argued"]
    if act.pos_ == "VERB":
        return bool(_lemmas(t for t in of_verb(act).get("object") if scene.mention(t.i, actor=False) is None) & argued)
    return any(case_of(c) in ("on", "against") and c.lemma in argued for c in act.children)


def _is_contest(told: Proposition, _: Scene) -> bool:
    """As in "the battle for hearts and minds", "fought his rival for the presidency"; nowhere."""
    won = any(case_of(c) in ("for", "over") and c.lemma in _lists()["won"] for c in told.act.children)
    return won and told.place is None


def _is_swap(told: Proposition, _: Scene) -> bool:
    """As in "exchanged prisoners", "traded insults", not "exchanged fire"."""
    act = told.act
    things = of_verb(act).get("object") if act.pos_ == "VERB" else [c for c in act.children if case_of(c) == "of"]
    swaps = act.lemma in ("exchange", "swap", "trade")
    listed = [t for thing in things for t in (thing, *thing.conjuncts)]
    return swaps and bool(things) and not _lemmas(listed) & _lists()["fire"]


def _is_averted(told: Proposition, _: Scene) -> bool:
    """As in "defused a car bomb"."""
    return is_averted(told.act)


def _is_left(told: Proposition, _: Scene) -> bool:
    """As in "has left its bases in Karsin"."""
    return is_left(told.act)


def _is_mishap(told: Proposition, _: Scene) -> bool:
    """As in "died of cancer", "killed in a car crash"."""
    lists = _lists()
    for cause in told.act.children:
        if case_of(cause) in ("of", "from", "in", "by", "after"):
            crash = cause.lemma in ("crash", "collision") and _lemmas(cause.children) & lists["roads"]
            if cause.lemma in lists["illness"] | lists["mishap"] or crash:
                return True
    return False


def _is_of_court(told: Proposition, _: Scene) -> bool:
    """As in "was charged with the murder"."""
    return told.act.lemma in _lists()["court"]


def _is_release(told: Proposition, _: Scene) -> bool:
    """As in "freed 30 prisoners", whom "executed 30 prisoners" tells by its verb alone; and of who came home."""
    act, lists = told.act, _lists()
    held = act.pos_ == "NOUN" and act.lemma in lists["captives"] and act.dep_ in ("obj", "nsubj:pass")
    freed = act.pos_ == "VERB" and act.lemma in lists["freeing"]
    return freed or act.lemma in lists["homeward"] or (held and act.head.lemma in lists["done_with_captives"])


def _is_travel(told: Proposition, scene: Scene) -> bool:
    """As in "the minister returned to Norland", "refugees left Karsin", "withdrew their ambassadors"."""
    act, lists = told.act, _lists()
    if act.pos_ != "VERB":
        return False
    given = of_verb(act)
    if told.type in SENDING and _lemmas(given.get("object")) & lists["civil"]:
        return True
    doers = given.get("object" if given.passive else "subject")
    return act.lemma in lists["travel"] and bool(doers) and all(_is_traveller(doer, scene) for doer in doers)


def _is_of_persons(told: Proposition, scene: Scene) -> bool:
    """As in "the president's exit", "he crossed into Norland": of one man, and no word for the moves of a force."""
    if not told.actors or told.act.lemma in _lists()["marching"]:
        return False
    return {name.text for name in told.actors} <= scene.persons


def _is_of_a_group(told: Proposition, scene: Scene) -> bool:
    """As in "left the Karsin Front in May", "abandoned its offensive": a group or a plan, and no place."""
    left = told.act.pos_ == "VERB" and [c for c in told.act.children if c.dep_ == "obj"]
    mentions = [m for word in left or () for m in scene.at.get(word.i, ())[:1]]
    things = [t for word in left or () for t in (word, *word.conjuncts)]
    if told.act.lemma == "abandon" and things and _lemmas(things) <= _lists()["undertaken"]:
        return True  # "abandoned its push"
    named = (told.place is None or any(m.name == told.place for m in mentions)) and bool(mentions)
    return named and all(m.kind is MentionKind.ACTOR and m.named and told.act.lemma in GOING for m in mentions)


def _is_traveller(doer: Word, scene: Scene) -> bool:
    mention = scene.mention(doer.i, actor=True)
    if mention is not None and (mention.named or mention.kind is MentionKind.PERSON):
        return mention.kind is MentionKind.PERSON
    return doer.lemma in _lists()["travellers"] | codebook().classes["civilian"]


def _is_pushed(told: Proposition, _: Scene) -> bool:
    """As in "they were pushed back from Karsin": who is pushed gains no ground."""
    return told.act.pos_ == "VERB" and told.act.lemma in _lists()["pushing"] and is_passive(told.act)


def _is_arrest(told: Proposition, scene: Scene) -> bool:
    """As in "they seized him", "the capture of the president"; not "they drove him from Karsin"."""
    act = told.act
    if act.lemma not in _lists()["seizing"]:
        return False
    verbal = act.pos_ == "VERB"
    taken = of_verb(act).get("object") if verbal else [c for c in act.children if case_of(c) == "of"]
    return bool(taken) and all(_is_person(word, scene) for word in taken)


def _is_person(word: Word, scene: Scene) -> bool:
    mention = scene.mention(word.i, actor=True)
    return word.lower_ in HIM or (mention is not None and mention.named and mention.kind is MentionKind.PERSON)


def _is_event(told: Proposition, _: Scene) -> bool:
    """As in "protests were held in Karsin", "command and control"."""
    act, lists = told.act, _lists()
    if act.lemma == "control":
        return act.dep_ == "conj" and act.head.lemma == "command"
    return act.lemma == "hold" and act.pos_ == "VERB" and bool(_lemmas(of_verb(act).get("object")) & lists["events"])


def _is_crash(told: Proposition, _: Scene) -> bool:
    """As in "a helicopter crashed near Karsin", not into a house."""
    return told.act.lemma == "crash" and not any(case_of(child) == "into" for child in told.act.children)


def _is_landscape(told: Proposition, _: Scene) -> bool:
    """As in "Karsin is surrounded by hills"."""
    by = (c for c in told.act.children if case_of(c) == "by" and not any(g.dep_ == "nmod" for g in c.children))
    return is_passive(told.act) and bool(_lemmas(by) & _lists()["landscape"])


def _is_of_premises(told: Proposition, _: Scene) -> bool:
    """As in "closed its embassy in Karsin"."""
    if told.act.pos_ != "VERB":
        return False
    given = of_verb(told.act)
    return bool(_lemmas(given.get("object") or given.get("subject")) & _lists()["premises"])


def _is_of_a_plan(told: Proposition, _: Scene) -> bool:
    """As in "backed the resolution"."""
    act = told.act
    things = (
        of_verb(act).get("object")
        if act.pos_ == "VERB"
        else [c for c in act.children if case_of(c) in ("for", "of") and c.dep_ in ("nmod", "obl")]
    )
    return bool(things) and _lemmas(things) <= _lists()["backed"]


def _is_of_a_deed(told: Proposition, _: Scene) -> bool:
    """As in "was behind it", "is behind the attack": whoever is behind a deed backs nobody; nor does who denies it."""
    act, deed = told.act, told.act.head
    if act.pos_ == "VERB" and act.lemma in lexicon("speech")["deny"]:
        return True
    frames = codebook().nouns.get(deed.lemma, ())
    attack = any(frame.type in (ClaimType.ATTACK, ClaimType.HARM) for frame in frames)
    return act.lower_ == "behind" and act.dep_ == "case" and (attack or deed.lower_ in IT)


def _is_visit(told: Proposition, scene: Scene) -> bool:
    """As in "on a visit to Norland"; not "visited the president"."""
    return told.act.lemma in _lists()["visits"] and not any(name.text in scene.persons for name in told.targets)


def _is_title(told: Proposition, _: Scene) -> bool:
    """As in "the Norlandic leader", "the general": a country's, or nobody's."""
    act, lists = told.act, _lists()
    if act.pos_ not in ("NOUN", "PROPN"):
        return False
    if not told.targets or not told.actors:
        return act.lemma in lists["posts"]
    return act.lemma in lists["titles"] and all((n.key or "").startswith(COUNTRY) for n in told.targets)


def _lists() -> Lists:
    return lexicon("other_senses")


def _lemmas(tokens: Iterable[Word]) -> set[str]:
    return {token.lemma for token in tokens}


_Test = Callable[[Proposition, Scene], bool]
_OTHERS: Mapping[ClaimType, tuple[_Test, ...]] = {
    ClaimType.ATTACK: (_is_nature, _is_harmless, _is_labour, _is_of_gear, _is_in_words, _is_crash, _is_averted),
    ClaimType.CLASH: (_is_of_gear, _is_contest, _is_swap),
    ClaimType.CAPTURE: (_is_arrest,),
    ClaimType.HARM: (_is_nature, _is_mishap, _is_of_court, _is_release),
    ClaimType.ADVANCE: (_is_travel, _is_of_persons, _is_pushed, _is_crash),
    ClaimType.WITHDRAW: (_is_travel, _is_of_persons, _is_of_a_group),
    ClaimType.HOLD: (_is_travel, _is_event, _is_left),
    ClaimType.DEPLOY: (_is_travel,),
    ClaimType.BESIEGE: (_is_landscape,),
    ClaimType.CLOSE: (_is_of_premises,),
    ClaimType.REOPEN: (_is_of_premises,),
    ClaimType.SUPPORT: (_is_of_a_plan, _is_of_a_deed),
    ClaimType.MEET: (_is_visit,),
    ClaimType.FORM: (_is_title,),
}
