"""Who made an attack that the next sentence tells the doer of.

| an attack of nobody, then | by |
| --- | --- |
| "they were fired from Karsin by X" | X |
| "X dropped them", "activists said X had dropped them" | X |
| "X said it was behind it", "X claimed responsibility", "X said it had done it" | X |
| "X confirmed that it had carried out the raid" | X |

So are those whom the attack harmed.  It stays open where the next sentence does not plainly say so:

| an attack of nobody, then | |
| --- | --- |
| "X was not behind it", "may be behind it", "nobody believes X was", "was X behind it?" | denied, possible, asked |
| "X claimed responsibility, but police said it was an accident", "X often claims responsibility" | doubted, a habit |
| "X claimed responsibility for the attack in L", "carried out the strike last month" | another attack |
| "X carried out the raid to free hostages", (of a bomb) "X launched the operation" | the answer to it |
| "X found a bomb and fired it", "X fired the rockets it had bought" | other arms |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fogline.claims.announced import side_of
from fogline.claims.arguments import RELATIVE, SUBJECTS, antecedent, is_passive, of_verb
from fogline.claims.attribution import Speech, speech_over
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene, case_of
from fogline.claims.shared_subjects import shared_subject
from fogline.claims.status import negated, status_of
from fogline.language.plain import Sentence, Word
from fogline.records import Anchor, Claim, ClaimType, MentionKind, Name, Stance, Status
from fogline.records.name import key_of

INFERRED = 0.5  # the confidence of a claim whose actor stands in another sentence
MADE = frozenset({ClaimType.ATTACK, ClaimType.HARM})
MISREAD = frozenset({ClaimType.SUPPORT, ClaimType.DEPLOY})  # "is behind it", "dropped them": no claims of their own
BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})
BESIDE = frozenset({"advcl", "acl:relcl"})  # clauses that are so whatever is said of what they hang on
JOINED = frozenset({"conj", "parataxis"})
OWN = frozenset({"it", "they", "he", "she", "who", "which"})
FROM = frozenset({"from", "by"})
KNOWN = frozenset({"the", "this", "that", "these", "those"})


def with_owned_up(claims: Sequence[Claim], scene: Scene) -> list[Claim]:
    """The claims of a report, those of attacks by nobody with whom the next sentence tells to have made them."""
    told, misread = list(claims), set[int]()
    at: dict[Anchor, list[int]] = {}  # by sentence
    for number, claim in enumerate(told):
        at.setdefault(claim.anchor, []).append(number)
    for before, sentence in _pairs(scene):
        word, who = next(_told(sentence, before, scene), (None, ()))
        if word is None or not who:
            continue
        first = at.get(scene.parse.sentence(before.start), [])
        here = at.get(scene.parse.sentence(word.i), [])
        attacks = [told[i] for i in first if told[i].type is ClaimType.ATTACK]
        if not attacks or not all(_is_open(c) and not set(who) & set(c.targets) for c in attacks):
            continue
        for i in first:
            told[i] = _by(told[i], who) if told[i].type in MADE and _is_open(told[i]) else told[i]
        misread |= {i for i in here if told[i].type in MISREAD and _stands_at(told[i], word, scene)}
    return [claim for i, claim in enumerate(told) if i not in misread]


def _pairs(scene: Scene) -> Iterator[tuple[Sentence, Sentence]]:
    sentences = list(scene.doc.sents)
    yield from pairwise(sentences)


def _is_open(claim: Claim) -> bool:
    """Whether nobody is told to have done it, or only arms: "jets bombed Karsin"."""
    arms = lexicon("owned_up")["arms"]
    return claim.status is Status.ASSERTED and all(n.key is None and n.text.lower() in arms for n in claim.actors)


def _by(claim: Claim, who: tuple[Name, ...]) -> Claim:
    return replace(claim, actors=who, confidence=min(claim.confidence, INFERRED))


def _stands_at(claim: Claim, word: Word, scene: Scene) -> bool:
    return claim.act == scene.parse.anchor(word.i, word.i + 1)


def _told(sentence: Sentence, before: Sentence, scene: Scene) -> Iterator[tuple[Word, tuple[Name, ...]]]:
    """The words by which a sentence tells who made what was told before, and who."""
    if sentence.text.rstrip("\"'”’» ").endswith("?"):
        return
    for word in sentence:
        doer = _doer(word)
        if doer is None or not _is_plain(word.head if word.lower_ == "behind" else word):
            continue
        if _is_another(word, doer, before, scene):
            continue
        mention = scene.mention(doer.i, actor=True)
        if mention is None or mention.kind is not MentionKind.ACTOR or _is_bare(mention.name):
            continue
        if _may_be_believed(speech_over(word, scene), doer, mention.name, scene):
            yield word, (mention.name,)


def _may_be_believed(speech: Speech | None, doer: Word, who: Name, scene: Scene) -> bool:
    """Whether he says so himself, or nobody who fights him does: not "X had dropped them, the rebels alleged".

    "They dropped the bombs" may be anybody, where they do not say so.
    """
    if speech is None:
        return doer.pos_ != "PRON"
    if speech.denies:
        return False
    side = side_of(speech, scene)
    if key_of(who) in {key_of(name) for name in (*speech.speakers, *((side,) if side is not None else ()))}:
        return True
    return side is None and speech.stance is not Stance.CLAIM and doer.pos_ != "PRON"


def _is_bare(name: Name) -> bool:
    return (
        name.key is None and name.text.islower() and " " not in name.text and name.text in lexicon("owned_up")["arms"]
    )


def _doer(word: Word) -> Word | None:
    lists = lexicon("owned_up")
    if word.lower_ == "behind" and _takes_up(word.head):
        return next((c for c in word.head.children if c.dep_ == "nsubj"), None)
    if word.pos_ != "VERB":
        return None
    given = of_verb(word)
    things = given.get("object")
    if word.lemma == "claim" and any(c.lower_ == "responsibility" for c in things):
        about = [c for head in (word, *things) for c in head.children if case_of(c) == "for"]
        others = [c for c in about if not _takes_up(c)]
        return None if others or is_passive(word) else _subject(word)
    out = word.lemma != "carry" or any(c.lower_ == "out" for c in word.children)
    done = out and word.lemma in lists["done"] and any(c.lower_ in lists["taken_up"] or _is_known(c) for c in things)
    made = word.lemma in lists["made"] and any(_takes_up(c) for c in things)
    return _subject(word) if done or made else None


def _subject(verb: Word) -> Word | None:
    """Who does what a verb tells, by its own subject or agent: of "accused X of firing them" that stays open."""
    if is_passive(verb):
        return next((c for c in verb.children if c.dep_ == "obl:agent" or case_of(c) == "by"), None)
    own = [antecedent(c, verb) for c in verb.children if c.dep_ == "nsubj"] or shared_subject(verb)
    return own[0] if own else None


def _takes_up(thing: Word) -> bool:
    """As in "it", "them", "the attack", "the rockets"."""
    return thing.lower_ in lexicon("owned_up")["taken_up"] or _is_known(thing)


def _is_known(thing: Word) -> bool:
    lists = lexicon("owned_up")
    before = [c for c in thing.children if c.i < thing.i and c.dep_ in BEFORE]
    bare = bool(before) and all(c.lower_ in KNOWN for c in before)
    return bare and thing.lemma in lists["weapons"] | lists["attacks"]


def _is_plain(act: Word) -> bool:
    """Whether an act is told as a fact, by itself and all that stands over it, and nobody gainsays it."""
    if status_of(act) is not Status.ASSERTED or _is_unsure(act) or _is_gainsaid(act):
        return False
    clause = act
    while clause.head is not clause:
        head = clause.head
        content = clause.dep_ == "acl:relcl" and any(c.dep_ == "mark" for c in clause.children)  # "doubt that"
        if clause.dep_ in BESIDE and not content:
            return True
        if clause.dep_ not in JOINED and not _is_said(clause, head):
            return False
        clause = head
    return True


def _is_said(clause: Word, head: Word) -> bool:
    """As in "said that", "admitted doing so"; not "nobody said", "may say", "is said to", "believes", "hinted"."""
    hearsay = clause.dep_ == "xcomp" and is_passive(head)
    guessed = head.lemma in lexicon("modality")["possible_verbs"] | lexicon("owned_up")["guessing"]
    return head.lemma in lexicon("speech")["say"] and not guessed and not hearsay and not _is_unsure(head)


def _is_unsure(act: Word) -> bool:
    """As in "was not", "may be", "is probably", "often claims", "whether", "had X done it"."""
    words = lexicon("modality")
    unsure = words["possible_words"] | lexicon("owned_up")["loosely"]
    helped = words["possible_aux"] | words["planned_aux"]
    first = next((c.i for c in act.children if c.dep_ in SUBJECTS), act.i)
    turned = any(c.lower_ in ("had", "were") and c.dep_ in ("aux", "cop") and c.i < first for c in act.children)
    return (
        negated(act)
        or turned
        or any(
            (c.dep_ == "aux" and c.lower_ in helped)
            or (c.dep_ == "advmod" and c.lower_ in unsure)
            or (c.dep_ == "mark" and c.lower_ in words["conditional_marks"])
            for c in act.children
        )
    )


def _is_gainsaid(act: Word) -> bool:
    """As in "X claimed it, but police said it was an accident"; not "but it gave no details", "but X claimed it"."""
    above = {act, *act.ancestors}
    for word in act.sent:
        clause = word.head
        if word.lower_ not in lexicon("owned_up")["contrary"] or word.dep_ not in ("cc", "mark", "advmod"):
            continue
        heads = [c for c in clause.children if c.dep_ in SUBJECTS or c.dep_ == "expl"]
        if clause not in above and any(c.pos_ != "PRON" or c.lower_ not in OWN for c in heads):
            return True
        if clause is act and word.dep_ == "mark":  # "though X claimed it, police doubt that"
            return True
    return False


def _is_another(word: Word, doer: Word, before: Sentence, scene: Scene) -> bool:
    """Whether what is told was made is not what the sentence before tells of: elsewhere, before, or an answer to it."""
    thing = _thing(word)
    clause = word.head if word.lower_ == "behind" else word
    if thing is not None and (_is_answer(thing, before) or _are_other_arms(thing, doer)):
        return True
    if any(_is_purpose(c) for head in (clause, thing) if head is not None for c in head.children):
        return True
    own = set(doer.subtree)
    told = [t for t in clause.subtree if t not in own]
    known = {t.lower_ for t in before}
    if any(t.lower_ in lexicon("owned_up")["earlier"] and t.lower_ not in known for t in told):
        return True
    return _is_elsewhere([t for t in told if t.i > clause.i or t.i > word.i], before, scene)


def _thing(word: Word) -> Word | None:
    """What a word says was made: "the attack" of "claimed responsibility for the attack"."""
    if word.lower_ == "behind":
        return word.head
    things = of_verb(word).get("object")
    if word.lemma == "claim":
        things = [c for head in (word, *things) for c in head.children if case_of(c) == "for"]
    return next((c for c in things if _takes_up(c)), None)


def _is_answer(thing: Word, before: Sentence) -> bool:
    """As in "a bomb killed six. The army launched the operation": no word for a bombing."""
    lists = lexicon("owned_up")
    first = {t.lemma for t in before}
    if thing.lemma in lists["answers"]:
        return not first & lists["raiding"]
    return thing.lemma in lists["raiding"] and any(t.pos_ == "NOUN" and t.lemma in lists["laid"] for t in before)


def _are_other_arms(thing: Word, doer: Word) -> bool:
    """As in "the rockets it had bought", "the bomb that did not explode", "found a bomb and fired it"."""
    lists = lexicon("owned_up")
    if thing.pos_ == "PRON":
        nouns = [t for t in thing.sent if t.i < thing.i and t.pos_ == "NOUN" and t.lemma in lists["weapons"]]
        return any(t is not doer and not _is_known(t) for t in nouns)
    clauses = [c for c in thing.children if c.dep_.startswith("acl")]
    subjects = [(c, s) for c in clauses for s in c.children if s.dep_ in SUBJECTS]
    return thing.lemma in lists["weapons"] and any(s.lower_ not in RELATIVE or negated(c) for c, s in subjects)


def _is_purpose(clause: Word) -> bool:
    """As in "to free hostages"."""
    marked = any(c.dep_ == "mark" and c.lower_ == "to" for c in clause.children)
    return clause.tag_ == "VB" and marked and clause.dep_ in ("advcl", "acl", "xcomp")


def _is_elsewhere(told: Sequence[Word], before: Sentence, scene: Scene) -> bool:
    """Whether a place is named that the sentence before does not name: not from where it came, "fired from L"."""
    named = {_same(m.name) for t in before if (m := scene.mention(t.i, actor=False)) is not None}
    for token in told:
        place = scene.mention(token.i, actor=False)
        if place is None or _same(place.name) in named:
            continue
        if not any(case_of(t) in FROM for t in (token, token.head)):
            return True
    return False


def _same(name: Name) -> str:
    return name.key or name.text.lower()
