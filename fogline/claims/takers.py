"""Who takes and who leaves: the doer that grammar gives an act beyond doubt, held against the one that was chosen.

The subject of "captured K", the agent of "K was captured by" and of "the capture of K by" took it, whoever else the
sentence names; from whom it was taken did not; and people who are not armed withdraw from nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.claims.acts import frames_of
from fogline.claims.arguments import RELATIVE, SUBJECTS, Arguments, antecedent, is_passive, of_noun, of_verb
from fogline.claims.attribution_kinds import SourceKind, kind_of
from fogline.claims.candidates import Cast
from fogline.claims.codebook import codebook
from fogline.claims.consequences import deplored_by, hurt_by
from fogline.claims.driven import as_driven
from fogline.claims.leavers import is_of_unarmed
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import case_of
from fogline.claims.senses import is_supposed, refuting
from fogline.claims.shared_subjects import shared_subject
from fogline.language.plain import Word
from fogline.records import ClaimType, MentionKind, Name

ASKED = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW})
TAKEN_FROM = frozenset({"from", "out of"})
BEHIND = frozenset({"obl", "obl:agent", "nmod"})
OWNING = frozenset({"nmod:poss", "compound", "amod", "nmod:desc"})
LEADING = frozenset({"lead", "head", "command"})  # "rebels led by X": X's own
UNTIL = frozenset({"after", "before", "until"})
FOUGHT = frozenset({"fighting", "clash", "battle", "combat", "fight"})
FOLLOWING = frozenset({"after", "since", "following"})
FIGHTING = frozenset({"fight", "battle", "combat", "engage"})
JOINED = frozenset({"and", ",", "the"})  # between two of a list
TELLING = frozenset({SourceKind.MONITOR, SourceKind.MEDIUM})

Doers = Mapping[int, Name]  # by the words of a sentence: who may act


def with_takers(made: Sequence[Proposition], cast: Cast) -> list[Proposition]:
    """The propositions of a sentence, captures and withdrawals with the doer that grammar is sure of."""
    doers = doers_of(cast)
    taken = {p.act.i for p in made if p.type is ClaimType.CAPTURE}
    own = [_of_clause(p, doers) for p in made if not _is_thrown_back(p)]
    driven = [_driven(p, doers) if p.act.i not in taken else p for p in own]
    told = [_mended(p, doers, cast) if p.type in ASKED else p for p in driven if not is_of_unarmed(p, cast, doers)]
    told = [as_driven(p, doers) for p in told]
    return [_not_from_patrons(p, doers) if p.type is ClaimType.CAPTURE else p for p in told]


def doers_of(cast: Cast) -> dict[int, Name]:
    """Who may take a place, by the words of a sentence: no place, nobody who only tells of it."""
    return {
        i: one.mention.name
        for one in reversed(cast.here)
        if one.may_act and one.mention.kind is not MentionKind.AGENCY and kind_of(one.mention.name) not in TELLING
        for i in range(one.first, one.last + 1)
    }


def _of_clause(told: Proposition, doers: Doers) -> Proposition:
    """In "X, which backs Y, and Z, which backs W" it is X that backs Y, though X and Z are one list."""
    noun, who = told.act.head, [c for c in told.act.children if c.dep_ == "nsubj" and c.lower_ in RELATIVE]
    if told.act.dep_ != "acl:relcl" or not who or noun.i not in doers or is_passive(told.act):
        return told
    before = {name for i, name in doers.items() if i < told.act.i}
    kept = tuple(name for name in told.actors if name in before)
    return told if kept == told.actors else replace(told, actors=kept or (doers[noun.i],))


def _driven(told: Proposition, doers: Doers) -> Proposition:
    """In "rebels were chased out of K by the army" the army took it; the rebels did not leave by themselves."""
    out = told.type is ClaimType.ADVANCE and _is_out(told.act)  # "were pushed out" gained no ground
    if not (out or told.type is ClaimType.WITHDRAW) or told.act.pos_ != "VERB" or not is_passive(told.act):
        return told
    frames = [f for f in frames_of(told.act, codebook()) if f.type is ClaimType.CAPTURE]
    by = _names([c for c in told.act.children if c.dep_ in ("obl:agent", "obl") and case_of(c) == "by"], doers)
    if not by or not any(f.object == "actor" for f in frames):
        return told
    gone = tuple(n for n in _names(of_verb(told.act).get("object"), doers) if n not in by)
    return replace(told, type=ClaimType.CAPTURE, actors=by, targets=gone)


def _is_thrown_back(told: Proposition) -> bool:
    """As in "were pushed back by the army": whether they had held anything is open."""
    act = told.act
    by = any(c.dep_ == "obl:agent" or case_of(c) == "by" for c in act.children)
    back = any(c.lower_ == "back" and c.i > act.i for c in act.children)
    return told.type is ClaimType.WITHDRAW and act.pos_ == "VERB" and is_passive(act) and by and back


def _is_out(act: Word) -> bool:
    """As in "pushed out", "forced out of K"."""
    return any(c.lower_ == "out" or case_of(c) == "out of" for c in act.children)


def _mended(told: Proposition, doers: Doers, cast: Cast) -> Proposition:
    words = [t for t in _sure_doers(told) if t.pos_ != "PRON" or _is_known(t, told, doers)]
    sure = _names(words, doers) or _called(words, cast)
    if sure:
        theirs = {t.i for word in words for c in word.children if _is_aside(c) for t in c.subtree}
        within = {doers[t.i] for word in words for t in _phrase(word) if t.i in doers and t.i not in theirs}
        if not within & set(told.actors):
            return replace(told, actors=sure, targets=_without(told, sure))
        if set(told.actors) < set(sure) and _are_several(words):  # "the army and the militia took K": both
            return replace(told, actors=sure, targets=_without(told, sure))
        return _with_partner(told, words[0], doers)
    if any(t.lemma in codebook().classes["civil"] for t in words):  # "the charity pulled out of K"
        return replace(told, actors=())
    shared = _shared(told)
    joint = _names(shared, doers)[:1]
    if joint and not {doers[t.i] for word in shared for t in word.subtree if t.i in doers} & set(told.actors):
        return replace(told, actors=joint, targets=_without(told, joint))
    helped = _helped(told, doers)
    if helped is not None:
        return replace(told, actors=(helped,), targets=_without(told, (helped,)))
    hurt = hurt_by(told.act) if told.type is ClaimType.CAPTURE else []
    act = told.act
    losers = [*hurt, *deplored_by(act), *_between(act), *_robbed(act), *_others(act), *_fought(act), *_denier(act)]
    robbed = set(_names(losers, doers)) if told.type is ClaimType.CAPTURE else set()
    if _falls(told) and told.act.pos_ == "VERB":  # "K fell while X's planes struck": X is no taker for that
        robbed |= {doers[t.i] for t in told.act.sent if t.i in doers and told.act not in t.ancestors}
    if told.act.tag_ == "VBG" and is_supposed(told.act):  # "taking it would": by nobody of another sentence
        robbed |= set(told.actors) - {name for i, name in doers.items() if told.act.doc[i].lower_ != "it"}
    kept = tuple(n for n in told.actors if n not in robbed and kind_of(n) not in TELLING)
    harmed = tuple(n for n in _names(hurt, doers) if n not in kept)
    if kept == told.actors and (told.targets or not harmed):
        return told
    return replace(told, actors=kept, targets=told.targets or harmed)


def _is_known(pronoun: Word, told: Proposition, doers: Doers) -> bool:
    """Whether it is sure whom a pronoun means: who speaks, or another than who was chosen and cannot be.

    As in "X moved into the posts that they had left", "the town, which X had held, fell to them".
    """
    if _is_speaker(pronoun, doers):
        return True
    clause, held = pronoun.head, [c for s in pronoun.head.children if s.dep_ in SUBJECTS for c in s.children]
    others = [c for c in clause.head.head.children if clause.dep_ == "acl:relcl" and c.dep_ == "nsubj"]
    if pronoun.dep_ == "obl":
        others = [t for c in held if c.dep_ == "acl:relcl" for t in c.children if t.dep_ == "nsubj"]
    theirs = {doers[t.i] for t in others if t.i in doers}
    return bool(theirs) and set(told.actors) <= theirs and pronoun.i in doers and doers[pronoun.i] not in theirs


def _is_speaker(pronoun: Word, doers: Doers) -> bool:
    """As in "the army said it had retaken K": who speaks is meant by "it"."""
    verbs = [
        t for t in pronoun.ancestors if t.pos_ == "VERB" and t.i < pronoun.i and t.lemma in lexicon("speech")["say"]
    ]
    said = {doers[c.i] for t in verbs[:1] for c in t.children if c.dep_ == "nsubj" and c.i in doers}
    return pronoun.lower_ in ("it", "they") and doers.get(pronoun.i) in said


def _called(words: Sequence[Word], cast: Cast) -> tuple[Name, ...]:
    """Who is meant by "the governments recapture of K", without its apostrophe: the government told of last."""
    plural = [t.lemma for t in words if t.tag_ == "NNS" and t.lemma in codebook().classes["single"]]
    parties = [*reversed(cast.here), *cast.earlier]
    meant = (c.mention.name for c in parties if c.may_act and c.text.split()[-1].lower() in plural)
    return tuple(meant)[:1]


def _not_from_patrons(told: Proposition, doers: Doers) -> Proposition:
    """In "troops loyal to X took K" nobody took it from X."""
    loyal = [t for t in told.act.sent if t.lemma in codebook().classes["loyal"] and t.dep_ in ("amod", "acl")]
    under = {t.i for word in loyal for t in word.subtree}
    outside = {name for i, name in doers.items() if i not in under}
    kept = tuple(n for n in told.targets if n in outside or n not in {doers.get(i) for i in under})
    return told if kept == told.targets else replace(told, targets=kept)


def _phrase(noun: Word) -> list[Word]:
    """A noun and what hangs on it, but for clauses: in "men surrounded by rebels" the rebels do something else."""
    others = [c for c in noun.subtree if c is not noun and c.dep_.startswith("acl") and c.lemma not in LEADING]
    clauses = {t.i for c in others for t in c.subtree}
    return [t for t in noun.subtree if t.i not in clauses]


def _without(told: Proposition, names: Sequence[Name]) -> tuple[Name, ...]:
    return tuple(n for n in told.targets if n not in names)


def _names(words: Sequence[Word], doers: Doers) -> tuple[Name, ...]:
    """The names of these words and of those joined to them, without repeats."""
    joined = [
        t for word in words for t in (word, *(c for c in word.children if c.dep_ == "conj" and not _is_theirs(c)))
    ]
    return tuple(dict.fromkeys(doers[t.i] for t in joined if t.i in doers))


def _is_aside(child: Word) -> bool:
    """As in "troops and their allies", "the front, an alliance of many", "rebels including X": told beside who acts."""
    return _is_theirs(child) or child.dep_ == "appos" or (child.dep_ == "nmod" and case_of(child) == "including")


def _is_theirs(joined: Word) -> bool:
    """As in "troops and their allies": who they are hangs by the first, and "their" is often misread."""
    return joined.dep_ == "conj" and any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in joined.children)


def _are_several(words: Sequence[Word]) -> bool:
    """Whether an "and" stands between them; names side by side, as "Norland Front NF", may be one."""
    joined = sorted(t.i for word in words for t in (word, *(c for c in word.children if c.dep_ == "conj")))
    return any(words[0].doc[i].lower_ == "and" for i in range(joined[0], joined[-1]))


def _with_partner(told: Proposition, doer: Word, doers: Doers) -> Proposition:
    """With whoever stands in one list before the doer, which the parser often cuts: "Norland troops and Dorian men"."""
    first = last = doer.i
    while first > doer.sent.start and doers.get(first - 1) == doers.get(doer.i):
        first -= 1
    before = first - 1
    while before > doer.sent.start and doer.doc[before].lower_ in JOINED:
        before -= 1
    linked = any(doer.doc[i].lower_ == "and" for i in range(before + 1, last))
    partner = doers.get(before)
    if not linked or partner is None or partner in (*told.actors, *told.targets) or len(told.actors) != 1:
        return told
    return replace(told, actors=(partner, *told.actors))


def _helped(told: Proposition, doers: Doers) -> Name | None:
    """Who took it with the help of whoever was chosen: "Norland forces aided by Dorian jets"."""
    helping = codebook().classes["helping"]
    for word in told.act.sent:
        if word.lemma in helping and word.tag_ == "VBN" and word.i > word.sent.start:
            by = [c for c in word.children if c.dep_ == "obl:agent" or (c.dep_ == "obl" and case_of(c) == "by")]
            helpers = {doers[t.i] for c in by for t in c.subtree if t.i in doers}
            helped = doers.get(word.i - 1)
            if helped is not None and told.actors and set(told.actors) <= helpers - {helped}:
                return helped
    return None


def _verb_of(act: Word) -> Word | None:
    """The verb of an act: itself, or the one that lends itself to a noun ("took control of K")."""
    if act.pos_ == "VERB":
        return act
    lent = act.dep_ in ("obj", "nsubj:pass") and act.head.pos_ == "VERB" and act.lemma in codebook().control["nouns"]
    return act.head if lent and act.head.lemma in codebook().control["take"] else None


def _sure_doers(told: Proposition) -> list[Word]:
    """The agent of a passive or of a noun, or an active verb's own subject, where a frame says that it does the act."""
    act, verb = told.act, _verb_of(told.act)
    if _falls(told):
        return [c for c in act.children if c.dep_ in ("obl", "nmod") and case_of(c) == "to"]
    if verb is None:
        return _of_noun(told) if act.pos_ == "NOUN" else []
    if told.type is ClaimType.WITHDRAW and is_passive(verb) and act.lemma in lexicon("modality")["beating_back"]:
        return [c for c in verb.children if c.dep_ == "nsubj:pass"]  # "were driven from K"
    frames = [f for f in frames_of(act, codebook()) if f.type is told.type]
    if verb is act and not any("subject" in f.actor for f in frames):  # "the town passed to X"
        return [
            c for c in act.children if c.dep_ == "obl" and case_of(c) == "to" and any("to" in f.actor for f in frames)
        ]
    if bidden := _bidden(act):
        return bidden
    if is_passive(verb):
        return [c for c in verb.children if c.dep_ in ("obl:agent", "obl") and case_of(c) == "by"]
    own = [antecedent(c, verb) for c in verb.children if c.dep_ in SUBJECTS]
    return [inner for t in own or _behind_after(verb) for inner in _members(t)]


def _bidden(act: Word) -> list[Word]:
    """Who is to do it in "warned Norland to leave K", "Norland was told to leave K"."""
    above, marks = act.head, {c.lower_ for c in act.children if c.dep_ == "mark"}
    if act.tag_ != "VB" or "to" not in marks or any(c.dep_ in SUBJECTS for c in act.children):
        return []
    bids = act.dep_ in ("xcomp", "ccomp", "advcl") and above.lemma in lexicon("modality")["bidding"]
    return [c for c in above.children if c.dep_ in ("obj", "nsubj:pass", "iobj")] if bids else []


def _shared(told: Proposition) -> list[Word]:
    """The doer that an act without a subject shares with the verb above it, where its frame has a subject do it."""
    verb = _verb_of(told.act)
    if verb is None or _falls(told) or any(c.dep_ in SUBJECTS for c in verb.children):
        return []
    frames = [f for f in frames_of(told.act, codebook()) if f.type is told.type]
    if verb is told.act and not any("subject" in f.actor for f in frames):
        return []
    return [t for t in shared_subject(verb) if t.pos_ != "PRON"]


def _of_noun(told: Proposition) -> list[Word]:
    """Who does an act that a noun tells: behind "by", else its owner, "the army's recapture of K"."""
    given = of_noun(told.act, doers=frozenset(), sufferers=frozenset())
    owned = any("poss" in f.actor for f in frames_of(told.act, codebook()) if f.type is told.type)
    owners = given.get("poss") if owned and told.act.lemma not in codebook().classes["losing"] else []
    return given.get("by") or [t for t in owners if t.pos_ != "VERB"]


def _behind_after(verb: Word) -> list[Word]:
    """In "after the last convoy leave K", the noun, which the parser takes for one that "after" belongs to."""
    if verb.tag_ not in ("VBD", "VBP", "VBZ"):
        return []
    return [c for c in verb.children if c.dep_ == "obl" and c.i < verb.i and case_of(c) in UNTIL]


def _falls(told: Proposition) -> bool:
    """Whether a place falls by the act, so that who took it stands behind "to"."""
    classes, act = codebook().classes, told.act
    lost = act.lemma == "lose" and act.pos_ == "VERB" and is_passive(act)  # "the village was lost"
    return told.type is ClaimType.CAPTURE and (lost or act.lemma in classes["falling"] | classes["losing"])


def _members(noun: Word) -> list[Word]:
    """Of "a convoy of rebels" both words: either may be who is named."""
    if noun.lemma not in codebook().classes["unit"]:
        return [noun]
    of = [c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of"]
    return [noun, *(t for c in of for t in (c, *(d for d in c.children if d.dep_ == "conj")))]


def _robbed(act: Word) -> list[Word]:
    """From whom something was taken: "from X", and the object of "drove X out"."""
    verb = _verb_of(act)
    if verb is None:
        return []
    given = Arguments() if is_passive(verb) else of_verb(verb)
    things = given.get("object")
    behind = [c for t in (verb, *things) for c in t.children if c.dep_ in BEHIND and case_of(c) in TAKEN_FROM]
    held = codebook().control["nouns"]  # "from the control of X"
    behind += [o for c in behind if c.lemma in held for o in c.children if o.dep_ == "nmod" and case_of(o) == "of"]
    frames = [f for f in frames_of(verb, codebook()) if f.type is ClaimType.CAPTURE]
    lost = given.get("subject") if frames and all("subject" in f.target for f in frames) else []  # "lost K"
    owners = [c for t in things for c in t.children if c.dep_ in OWNING]  # "seized the army's base"
    return [t for t in (*behind, *lost, *things, *owners, *_beaten(verb)) if t.pos_ != "PRON"]


def _beaten(verb: Word) -> list[Word]:
    """Those to whom a taker does something besides: "took K after destroying the forts of X"."""
    helping = codebook().classes["helping"]
    clauses = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma not in helping]
    return [t for c in clauses for o in c.children if o.dep_ == "obj" for t in o.subtree]


def _denier(act: Word) -> list[Word]:
    """Who denies it: "the army refuted claims about the recapture of K"."""
    verb = refuting(act)
    return [] if verb is None else [c for c in verb.children if c.dep_ in SUBJECTS]


def _fought(act: Word) -> list[Word]:
    """In "men of X died fighting Y after the capture of K", those who are fought: it does not say that they took it."""
    owned = any(c.dep_ == "nmod:poss" for c in act.children)
    if act.pos_ != "NOUN" or case_of(act) not in FOLLOWING or owned:
        return []
    fights = [t for t in act.sent if t.i < act.i and t.lemma in FIGHTING and t.pos_ == "VERB"]
    return [o for t in fights for o in t.children if o.dep_ == "obj"]


def _between(act: Word) -> list[Word]:
    """In "K was taken after fighting between X and Y" both: which of them took it is not told."""
    if act.pos_ == "VERB" and not is_passive(act):
        return []
    sides = [c for t in act.sent if t.lemma in FOUGHT for c in t.children if case_of(c) == "between"]
    return [t for side in sides for t in (*side.subtree, *side.conjuncts)]


def _others(act: Word) -> list[Word]:
    """In "X struck K since the operation to take it began", the subject of another clause: X may only help."""
    plan = act.head
    if act.dep_ != "acl" or act.tag_ != "VB" or plan.dep_ not in ("nsubj", "nsubj:pass"):
        return []
    clause = plan.head
    return [c for c in clause.head.children if c.dep_ in SUBJECTS] if clause.dep_ in ("advcl", "ccomp") else []
