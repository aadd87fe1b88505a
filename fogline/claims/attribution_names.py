"""How a speaker is named: by a mention, by a description, or by who spoke before ("he added", "the same source")."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.arguments import SUBJECTS
from fogline.claims.attribution_cues import Cue, cues_of
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene, case_of
from fogline.language.plain import Word
from fogline.records import Mention, MentionKind, Name

MEANT = "fogline.meant"  # where a document keeps which speaker before each word means
HOPS = 12  # times that a speaker is taken up again by a pronoun
FAR = 3  # sentences back to who spoke before
OURS = frozenset({"our", "my", "your"})
PERSONS = frozenset({"he", "she"})
BODIES = frozenset({"it"})
MANY = frozenset({"they"})
OUTSIDE = frozenset({"case", "mark", "punct", "cc", "fixed", "det", "advmod", "appos", "acl:relcl", "cop"})
PHRASES = frozenset({"of", "in", "for", "from", "at", "with", "to", "on"})
COMMON = frozenset({"NOUN", "NUM"})  # with a capital only where a sentence opens with them
ENDS = frozenset({",", ":", "-LRB-", "WP", "WDT", "WRB", "VBD", "VBZ"})  # what no name of a speaker goes on with
NEAR = 6  # words behind the head of what is described in short
LONGEST = 10  # words of a phrase behind the head


def speakers(heads: Sequence[Word], scene: Scene, *, cue: Word | None = None) -> tuple[Name, ...]:
    """The names of the speakers that these heads stand for, and of those joined to them, without repeats."""
    names: list[Name] = []
    for head in heads:
        for speaker in (head, *_joined(head)):
            names += _named(speaker, scene, cue)
    return tuple(dict.fromkeys(names))


def _joined(head: Word) -> list[Word]:
    """The nouns joined to a speaker; those too that the parse hangs too low: "a source in the army and two men"."""
    found = [c for c in head.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]
    for child in head.children:
        if child.dep_ == "nmod" and child.i > head.i:
            found += [c for c in child.children if c.dep_ == "conj" and _is_counted(c)]
    return found


def _is_counted(noun: Word) -> bool:
    """As in "two residents", "a resident"."""
    return any((c.pos_ == "NUM" or c.lower_ in ("a", "an")) and c.i < noun.i for c in noun.children)


def _named(head: Word, scene: Scene, cue: Word | None) -> Sequence[Name]:
    """The name of a speaker: a mention, who spoke before, or the noun with what stands around it."""
    mention = scene.mention(head.i, actor=True)
    if mention is None and head.pos_ == "NOUN":  # "the spokesman K"
        people = (scene.mention(i, actor=True) for i in range(head.i + 1, reach(head)[1]))
        mention = next((m for m in people if m is not None and m.kind is MentionKind.PERSON and m.named), None)
    if mention is not None and not mention.named and _is_person(head):  # "an army spokesman": of the army
        return [Name(_owned(head, scene), mention.name.key)]
    if mention is not None and mention.named:
        return [_full(mention, head)]
    if cue is not None and (before := _spoke_before(head, scene, cue)):
        return before
    if mention is not None:
        return [_full(mention, head)]
    if head.i in scene.dated:
        return []
    if head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
        return [Name(_owned(head, scene))]
    return []


def _owned(head: Word, scene: Scene) -> str:
    """A description, with whose it is by name: "K spokesman" for "their spokesman", "mayor of L" for "its mayor"."""
    told = cited(head)
    for child in head.children:
        if child.tag_ != "PRP$" or child.lower_ in OURS:
            continue
        owner, place = scene.mention(child.i, actor=True), scene.mention(child.i, actor=False)
        if place is not None and (owner is None or head.lemma in lexicon("speech")["of_place"]):
            return f"{told} of {place.name.text}"
        if owner is not None:
            return f"{owner.name.text} {told}"
    return told


def _is_person(head: Word) -> bool:
    return head.pos_ == "NOUN" and head.lemma in lexicon("speech")["persons"]


def _full(mention: Mention, head: Word) -> Name:
    """The name of a mention; as it stands where a body of a party goes by the party's name ("K health ministry")."""
    quote, name = mention.anchor.quote, mention.name
    whole = head.pos_ == "NOUN" and quote != name.text and quote.startswith(name.text) and quote.endswith(head.text)
    return Name(quote, name.key) if whole else name


def _spoke_before(head: Word, scene: Scene, cue: Word) -> tuple[Name, ...]:
    """Whom "he", "it", "the official" or "the same source" means: the last speaker of the kind, close before."""
    told = head
    for _ in range(HOPS):  # "he added" after "he said" after "a nurse said"
        known: dict[int, tuple[Word, Word] | None] = scene.doc.kept.setdefault(MEANT, {})
        if told.i not in known:
            known[told.i] = _last_meant(told, scene, cue)
        found = known[told.i]
        if found is None:
            break
        told, cue = found
    if told.i != head.i:
        return speakers([told], scene)
    return _person_before(head, scene) if head.lower_ in PERSONS else ()


def _last_meant(head: Word, scene: Scene, cue: Word) -> tuple[Word, Word] | None:
    """The speaker before that a word means, and the word of speech; `None` where it means nobody before."""
    definite = head.pos_ == "NOUN" and _is_bare_definite(head)
    if head.lower_ not in PERSONS | BODIES | MANY and head.pos_ != "NUM" and not definite:
        return None
    for earlier in _cues_before(cue):
        for said in earlier.heads:
            if said.i < head.i and _is_meant(head, said, scene, definite=definite):
                return said, earlier.word
    return None


def _person_before(head: Word, scene: Scene) -> tuple[Name, ...]:
    """The last person who did something, in this sentence or the one before: "A colonel differs: in 1987, he says"."""
    start = head.sent.start
    start = head.doc[start - 1].sent.start if start else 0
    for i in range(head.i - 1, start - 1, -1):
        token = head.doc[i]
        if token.dep_ in SUBJECTS and _is_person(token) and token.tag_ == "NN":
            return speakers([token], scene)
    return ()


def _cues_before(word: Word) -> list[Cue]:
    """The cues before a word, the nearest first, no further back than `FAR` sentences."""
    cues = cues_of(word.doc)
    start = word.sent.start
    for _ in range(FAR):
        if start > 0:
            start = word.doc[start - 1].sent.start
    return [cues[i] for i in range(word.i - 1, start - 1, -1) if i in cues]


def _is_bare_definite(head: Word) -> bool:
    """As in "the official", "the same source": nothing else describes it."""
    rest = [c for c in head.children if c.dep_ not in ("det", "case", "punct", "conj", "cc", "acl:relcl", "appos")]
    the = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in head.children)
    return the and all(c.lower_ == "same" for c in rest)


def _is_meant(head: Word, said: Word, scene: Scene, *, definite: bool) -> bool:
    if definite:
        return said.lemma == head.lemma and said.i != head.i
    if said.lower_ == head.lower_:
        return True
    if said.pos_ not in ("NOUN", "PROPN"):
        return False
    mention = scene.mention(said.i, actor=True)
    many = said.tag_ in ("NNS", "NNPS")
    if head.lower_ in MANY or head.pos_ == "NUM":
        return many
    person = (mention is not None and mention.kind is MentionKind.PERSON) or (
        not many and said.lemma in lexicon("speech")["persons"]
    )
    if head.lower_ in PERSONS:
        return person
    return not person and not many


def cited(head: Word) -> str:
    """A speaker as described: the noun, what stands before it, and what tells whose, where or how behind it."""
    first, last = reach(head)
    text: str = head.doc.text(first, last)
    opens = head.doc[first].is_sent_start and head.doc[first].pos_ in COMMON
    return text[0].lower() + text[1:] if opens and text[:2].istitle() else text


def reach(head: Word) -> tuple[int, int]:
    """The tokens of a noun phrase without its article, appositions and relative clauses (half-open)."""
    first = min((c.left_edge.i for c in head.children if c.i < head.i and c.dep_ not in OUTSIDE), default=head.i)
    while first < head.i and (head.doc[first].pos_ in ("DET", "PUNCT") or head.doc[first].tag_ == "PRP$"):
        first += 1
    while first > head.sent.start and _runs_on(head.nbor(first - 1 - head.i), head):
        first -= 1
    last = head.i + 1
    for child in head.children:
        if child.i < last or not (
            child.dep_ in ("flat", "appos", "nmod:desc", "nummod")
            or (child.dep_ == "nmod" and case_of(child) in PHRASES)
            or (child.dep_ == "acl" and child.lemma in lexicon("speech")["whereabouts"])
        ):
            continue
        if child.left_edge.i != last:
            break
        last = _as_far(child, last)
    return first, last


def _runs_on(token: Word, head: Word) -> bool:
    """As in "K officials" where the parse has two subjects."""
    return bool(token.pos_ == "PROPN" and token.head.i == head.head.i and token.dep_ == head.dep_)


def _as_far(child: Word, first: int) -> int:
    """The end of a phrase, or the first mark or relative word in it."""
    for i in range(first, child.right_edge.i + 1):
        token = child.doc[i]
        if token.tag_ in ENDS or token.dep_ in ("obl:unmarked", "parataxis") or i - first > LONGEST:
            return i
        if token.dep_ == "cc" and _is_counted(token.head):
            return i
    return int(child.right_edge.i) + 1


def described(head: Word) -> str:
    """A common noun with its determiner-free modifiers and a short "of" or "in" phrase, as a speaker is cited."""
    left = min((t.i for t in head.subtree if t.i < head.i and _near(t, head)), default=head.i)
    right = head.i
    for child in head.children:
        if child.dep_ == "nmod" and child.i > head.i and case_of(child) in ("of", "in", "for", "from", "at", "with"):
            inside = [t.i for t in child.subtree]
            if max(inside) - head.i <= NEAR:
                right = max(right, *inside)
    text: str = head.doc.text(left, right + 1)
    return text.removeprefix("The ").removeprefix("the ").removeprefix("A ").removeprefix("a ").strip()


def _near(token: Word, head: Word) -> bool:
    if token.dep_ in ("case", "mark", "punct", "cc", "fixed", "det"):
        return False
    return bool(token.head == head or (token.head.head == head and token.head.i < head.i))
