"""Who says so: the speech verb or "according to" that a claim stands under, and its stance."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from fogline.claims.arguments import SUBJECTS, of_verb
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene, case_of
from fogline.language.parsed import lemma
from fogline.records import MentionKind, Name


@dataclass(frozen=True, slots=True)
class Speech:
    """A speaker and a stance.  `heads` are the words that name the speakers; `denies` turns what is told around."""

    verb: Token
    speakers: tuple[Name, ...]
    via: Name | None
    denies: bool


def speech_over(act: Token, scene: Scene) -> Speech | None:
    """The speech that an act is told in; `None` where the report says it in its own voice."""
    return _by_verb(act, scene) or _by_according(act.sent, act, scene) or _by_tail(act, scene)


def _by_verb(act: Token, scene: Scene) -> Speech | None:
    """A verb of speech above the act, that the act is the content of."""
    words = lexicon("speech")
    token, told = act, False
    for _ in range(12):
        head = token.head
        told = told or any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
        if head == token:
            break
        word = lemma(head)
        content = (
            token.dep_ in ("ccomp", "parataxis")
            or (told and word in words["say"])
            or (token.dep_ in ("obj", "xcomp", "nmod", "obl", "acl") and word in words["deny"])
        )
        if content and word in words["say"] | words["deny"]:
            speech = _speech(head, scene, denies=word in words["deny"])
            if speech is not None:
                return speech
        if token.dep_ == "parataxis" or (content and head.pos_ == "VERB" and token.dep_ == "parataxis"):
            break
        token = head
    for child in token.children:  # "..., the army said": the speech hangs on the act
        if child.dep_ in ("parataxis", "ccomp", "conj", "advcl") and lemma(child) in words["say"] and child.i > token.i:
            speech = _speech(child, scene, denies=False)
            if speech is not None and child not in act.ancestors and child != act:
                return speech
    return None


def _speech(verb: Token, scene: Scene, *, denies: bool) -> Speech | None:
    lent = of_verb(verb)
    own = any(c.dep_ in SUBJECTS for c in verb.children)
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.head.pos_ == "VERB":  # "denied the report, saying ..."
        lent = of_verb(verb.head.head)
    heads = lent.get("subject") if own or verb.tag_ == "VBG" else _just_before(verb) or lent.get("subject")
    speakers = _speakers(heads, scene)
    if not speakers:
        return None
    heard = [t for role in ("object", "iobj", "to") for t in lent.get(role)]
    via = next((m.name for m in scene.mentions(heard, actor=True) if m.kind is MentionKind.AGENCY), None)
    return Speech(verb, speakers, via, denies)


def _just_before(verb: Token) -> list[Token]:
    """The noun right before a verb of speech that the parse gave no subject: ", a war monitor said"."""
    if verb.i == verb.sent.start:
        return []
    before = verb.doc[verb.i - 1]
    return [before] if before.pos_ in ("NOUN", "PROPN") else []


def _speakers(heads: list[Token], scene: Scene) -> tuple[Name, ...]:
    names: list[Name] = []
    for head in heads:
        names += _named(head, scene)
        for child in head.children:
            if child.dep_ == "conj" and child.pos_ != "VERB":
                names += _named(child, scene)
    return tuple(dict.fromkeys(names))


def _named(head: Token, scene: Scene) -> list[Name]:
    """The name of a speaker: a mention, else the noun with what stands before it ("two senior security sources")."""
    mention = scene.mention(head.i, actor=True)
    if mention is not None:
        return [mention.name]
    if head.i in scene.dated:
        return []
    if lemma(head) in lexicon("speech")["channel"]:
        for child in head.children:
            if child.dep_ in ("nmod", "nmod:poss") and case_of(child) in ("from", "by", "of", ""):
                return list(_speakers([child], scene))
    if head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
        return [Name(described(head))]
    return []


def described(head: Token) -> str:
    """A common noun with its determiner-free modifiers and a short "of" or "in" phrase, as a speaker is cited."""
    left = min((t.i for t in head.subtree if t.i < head.i and _near(t, head)), default=head.i)
    right = head.i
    for child in head.children:
        if child.dep_ == "nmod" and child.i > head.i and case_of(child) in ("of", "in", "for", "from", "at", "with"):
            inside = [t.i for t in child.subtree]
            if max(inside) - head.i <= 6:
                right = max(right, *inside)
    text: str = head.doc[left : right + 1].text
    return text.removeprefix("The ").removeprefix("the ").removeprefix("A ").removeprefix("a ").strip()


def _near(token: Token, head: Token) -> bool:
    if token.dep_ in ("case", "mark", "punct", "cc", "fixed", "det"):
        return False
    return bool(token.head == head or (token.head.head == head and token.head.i < head.i))


def _by_according(sent: Span, act: Token, scene: Scene) -> Speech | None:
    """As in "according to K": speaks for the clause it hangs on, which for most sentences is the whole of it."""
    for token in sent:
        if token.lower_ == "according" and token.i + 1 < sent.end and sent.doc[token.i + 1].lower_ == "to":
            head = token.head if token.dep_ in ("case", "mark", "fixed") else None
            if head is None:
                head = next((c for c in token.children if c.dep_ in ("obl", "nmod")), None)
            if head is None or act in head.subtree:
                continue
            names = _speakers([head], scene)
            if names:
                return Speech(token, names, None, denies=False)
    return None


def _by_tail(act: Token, scene: Scene) -> Speech | None:
    """Where the parse is no help: "..., K said." at the end, or "K said (that) ..." at the start of the sentence."""
    words = lexicon("speech")["say"]
    sent = act.sent
    for token in sent:
        if token.pos_ != "VERB" or lemma(token) not in words or token == act or token.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        if token.i <= act.i and not (token.dep_ == "ROOT" and act.i > token.i):
            continue
        tail = token.i > act.i and token.i >= sent.end - 4
        lead = token.dep_ == "ROOT" and act.i > token.i and _that_follows(token)
        if tail or lead:
            speech = _speech(token, scene, denies=False)
            if speech is not None:
                return speech
    return None


def _that_follows(verb: Token) -> bool:
    return any(t.lower_ == "that" for t in verb.doc[verb.i + 1 : verb.i + 4])
