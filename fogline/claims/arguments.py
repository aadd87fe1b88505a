"""Who does what to whom, by grammar: the subject, object, agent and prepositional arguments of an act."""

from __future__ import annotations

from dataclasses import dataclass, field

from fogline.claims.scene import case_of
from fogline.language.plain import Word

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
OBLIQUE = frozenset({"obl", "obl:agent", "nmod", "obl:unmarked"})
PURPOSES = frozenset({"defend", "protect", "reinforce", "secure", "guard", "bolster"})
PARTICLES = {  # prepositions by the parser, right behind verbs whose particle they are: "sealed off the road"
    "off": frozenset({"seal", "cut", "close", "block", "shut", "cordon", "fence", "wall", "choke"}),
    "over": frozenset({"hand", "turn", "take"}),
}
SHIELDS = frozenset({"cover"})  # "advanced under the army's air cover": whoever is under it is helped
ENTERED = frozenset({"agree", "engage"})  # "agreed on a truce": who agrees is its doer
RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(slots=True)
class Arguments:
    """Argument heads by role: subject, object, iobj, agent, poss, cop, appos, or a preposition."""

    roles: dict[str, list[Word]] = field(default_factory=dict)
    passive: bool = False
    complement: bool = False  # "left the road open": something is said of the object

    def add(self, role: str, token: Word) -> None:
        """Note a word for a role."""
        if token not in self.roles.setdefault(role, []):
            self.roles[role].append(token)

    def get(self, role: str) -> list[Word]:
        """The words in a role; an empty list where there are none."""
        return self.roles.get(role, [])


def of_verb(verb: Word) -> Arguments:
    """The arguments of a verb; what it shares with the verbs around it is taken from them."""
    found = Arguments(passive=is_passive(verb))
    for child in verb.children:
        _note(found, child, verb)
    if found.passive:
        _turn(found)
    if not found.get("subject") and not found.passive:
        for token in borrowed_subject(verb):
            found.add("subject", token)
    if found.passive and not found.get("object"):
        for token in borrowed_subject(verb):
            found.add("object", token)
    if verb.dep_.startswith("acl") and not found.passive and not found.get("object"):
        _relative_object(found, verb)
    return found


def _note(found: Arguments, child: Word, verb: Word) -> None:
    label = child.dep_
    if label in SUBJECTS:
        found.add("subject", antecedent(child, verb))
    elif label == "obj":
        found.add("object", antecedent(child, verb))
        for clause in child.subtree:
            if clause.dep_ == "acl":
                _note_purpose(found, clause)
        for inner in child.children:
            if inner.dep_ == "nmod" and case_of(inner):
                found.add(case_of(inner), inner)
    elif label == "iobj":
        found.add("iobj", child)
    elif label in OBLIQUE:
        _note_oblique(found, child, verb)
    elif label == "conj" and child.pos_ in ("NOUN", "PROPN") and verb.pos_ == "VERB" and not _has_subject(child):
        found.add(
            "object" if any(c.dep_ == "obj" for c in verb.children) else "bare", child
        )  # a list cut by an apposition
    elif label in ("advmod", "compound:prt"):
        _note_adverb(found, child, verb)
    elif label in ("xcomp", "advcl", "acl"):
        found.complement = found.complement or (label == "xcomp" and child.pos_ == "ADJ")
        _note_purpose(found, child)


def _note_oblique(found: Arguments, child: Word, verb: Word) -> None:
    case = case_of(child)
    if child.i > verb.i and verb.lemma in PARTICLES.get(case, ()) and verb.nbor(1).lower_ == case:
        found.add("object", child)
        return
    agent = child.dep_ == "obl:agent" or case == "by"
    role = "agent" if agent and found.passive else "by" if agent else case
    found.add(role or "bare", antecedent(child, verb))
    for inner in child.children:  # "into action in K": the parser hangs many places one step too low
        if inner.dep_ == "nmod" and case_of(inner) not in ("", "of"):
            found.add(case_of(inner), inner)


def _note_adverb(found: Arguments, child: Word, verb: Word) -> None:
    """As in "left there", "the town where they fought", "broke away from K"."""
    if child.lower_ in ("there", "here"):
        found.add("in", child)
    elif child.lower_ == "where" and verb.dep_ in ("acl:relcl", "acl"):
        found.add("in", verb.head)
    elif child.i > verb.i:
        for inner in child.children:
            if inner.dep_ == "obl" and case_of(inner):
                found.add(case_of(inner), inner)


def _note_purpose(found: Arguments, clause: Word) -> None:
    """As in "sent men to defend Karsin": what the clause of purpose is about."""
    if clause.lemma_ in PURPOSES:
        for inner in clause.children:
            if inner.dep_ == "obj":
                found.add("purpose", inner)


def _has_subject(token: Word) -> bool:
    return any(c.dep_ in SUBJECTS or c.dep_ == "cop" for c in token.children)


def _turn(found: Arguments) -> None:
    """A passive's subject is its object, its agent the subject."""
    found.roles["object"] = found.roles.pop("subject", []) + found.roles.get("object", [])
    found.roles["subject"] = found.roles.pop("agent", []) + found.roles.pop("by", [])


def is_passive(verb: Word) -> bool:
    """Whether a verb is passive: by its auxiliary or subject, or as a participle behind a noun.  Found once a word."""
    if verb.passive is None:
        verb.passive = _is_passive(verb)
    return verb.passive


def _is_passive(verb: Word) -> bool:
    if any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children):
        return True
    if verb.tag_ == "VBN" and any(c.dep_ == "obl:agent" for c in verb.children):
        return True
    reduced = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "cop") or c.dep_ in SUBJECTS for c in verb.children)
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and reduced and verb.head.pos_ == "VERB":
        return is_passive(verb.head)
    return reduced and verb.dep_ in ("acl", "amod", "advcl", "acl:relcl", "ROOT", "parataxis", "appos")


def antecedent(token: Word, verb: Word) -> Word:
    """For "who", "which", "that": the noun that the clause hangs on."""
    if token.lower_ in RELATIVE:
        clause = verb
        for _ in range(4):
            if clause.dep_ in ("acl:relcl", "acl"):
                return _described(clause.head)
            if clause.dep_ not in ("conj", "xcomp", "ccomp", "advcl"):
                break
            clause = clause.head
    return token


def _described(noun: Word) -> Word:
    """As in "K, a town near L which ...": K, not L."""
    if case_of(noun) in ("near", "outside", "around") and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun


def borrowed_subject(verb: Word, *, depth: int = 0) -> list[Word]:
    """The subject of a verb that has none of its own: from the verb it is joined to, or the noun it describes."""
    head, label = verb.head, verb.dep_
    if depth > 4 or head == verb:
        return _before_root(verb) if head == verb else []
    if label in ("acl", "acl:relcl", "amod"):
        if verb.tag_ == "VB" and head.dep_ in ("obj", "obl", "nsubj", "conj"):
            return _subjects(head.head, depth=depth) or [head]
        return [head]
    if label in {"xcomp", "ccomp"}:
        held = [c for c in head.children if c.dep_ == "obj"]
        if held and label == "xcomp":
            return held
    if label in ("conj", "xcomp", "advcl", "ccomp", "parataxis") and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return _subjects(head, depth=depth)
    return []


def _subjects(verb: Word, *, depth: int) -> list[Word]:
    own = [antecedent(c, verb) for c in verb.children if c.dep_ in SUBJECTS]
    return own or borrowed_subject(verb, depth=depth + 1)


def _before_root(verb: Word) -> list[Word]:
    """In a headline without a parse to trust, the noun right before the verb."""
    return [t for t in verb.children if t.dep_ in ("nsubj", "dep", "compound") and t.i < verb.i][:1]


def _relative_object(found: Arguments, verb: Word) -> None:
    """As in "the town (that) the brigade took": the described noun is the object, where a subject stands inside."""
    inside = [c for c in verb.children if c.dep_ in SUBJECTS]
    if any(c.dep_ == "mark" for c in verb.children):  # "said on Friday that ...": Friday is no object
        return
    if inside and all(c.lower_ not in RELATIVE for c in inside):
        found.add("object", verb.head)


def of_noun(
    noun: Word, *, doers: frozenset[str], sufferers: frozenset[str], keepers: frozenset[str] = frozenset()
) -> Arguments:
    """The arguments of a noun that names an act, with those that a light verb lends it."""
    found = Arguments()
    for child in noun.children:
        if child.dep_ in ("nmod:poss", "compound", "amod", "nmod:desc"):
            found.add("poss", child)
        elif child.dep_ in ("nmod", "obl"):
            found.add(case_of(child) or "bare", child)
        elif child.dep_ in SUBJECTS:
            found.add("cop", antecedent(child, noun))
        elif child.dep_ in ("acl", "acl:relcl"):
            _lent_by_clause(found, child)
    if noun.dep_ == "appos":
        found.add("appos", noun.head)
    if noun.dep_ == "nsubj" and any(c.dep_ == "cop" for c in noun.head.children):
        found.add("cop", noun.head)
    if noun.dep_ in ("nmod", "obl") and noun.head.lemma_ in ("home", "site", "seat", "host"):
        for child in noun.head.children:
            if child.dep_ in SUBJECTS:
                found.add("cop", child)
    between = found.get("between")
    for token in between:
        for child in token.children:
            if child.dep_ == "conj":
                found.add("between+", child)
    _note_nested(found, [t for role in ("of", "among", "between", "between+") for t in found.get(role)])
    _lend(found, noun, doers=doers, sufferers=sufferers, keepers=keepers)
    return found


def _note_nested(found: Arguments, heads: list[Word]) -> None:
    """As in "the arrest of two drivers in K": the parser hangs many places one step too low."""
    for head in heads:
        for inner in head.children:
            if inner.dep_ == "nmod" and case_of(inner) in ("in", "at", "near", "outside"):
                found.add(case_of(inner), inner)


def _lend(
    found: Arguments, noun: Word, *, doers: frozenset[str], sufferers: frozenset[str], keepers: frozenset[str]
) -> None:
    verb = noun.head
    for clause in verb.children:
        if noun.dep_ == "nsubj" and clause.dep_ in ("advcl", "xcomp", "acl") and clause.tag_ == "VBN":
            _lent_by_clause(found, clause)
    if noun.dep_ not in ("obj", "obl", "nsubj:pass", "nsubj", "xcomp") or verb.pos_ not in ("VERB", "AUX"):
        return
    lent = of_verb(verb)
    word = verb.lemma
    words = {word, *(f"{word} {c.lower_}" for c in verb.children if c.dep_ in ("compound:prt", "advmod"))}
    if (noun.dep_ in ("obj", "nsubj:pass") and words & doers) or (noun.dep_ == "obl" and word in ENTERED):
        for token in lent.get("subject"):
            found.add("lightsubject", token)
    elif noun.dep_ == "obj" and words & keepers:
        for token in lent.get("subject"):
            found.add("keepsubject", token)
    elif words & sufferers or (case_of(noun) == "under" and (word == "come" or noun.lemma in SHIELDS)):
        for token in lent.get("subject"):
            found.add("lighttarget", token)
    for role, tokens in lent.roles.items():
        if role in ("subject", "object", "iobj", "agent", "bare") or (noun in tokens):
            continue
        for token in tokens:
            if noun not in token.ancestors:
                found.add(role, token)


def _lent_by_clause(found: Arguments, clause: Word) -> None:
    """As in "a raid carried out by the army on K", "talks held in K"."""
    for child in clause.children:
        if child.dep_ == "obl:agent" or (child.dep_ == "obl" and case_of(child) == "by"):
            found.add("by", child)
        elif child.dep_ == "obl":
            found.add(case_of(child) or "bare", child)


def phrase(noun: Word) -> list[Word]:
    """A noun and what hangs on it, but for clauses: in "to the rebels whom it had fought" not whom it fought."""
    clauses = {t.i for c in noun.subtree if c is not noun and c.dep_.startswith("acl") for t in c.subtree}
    return [t for t in noun.subtree if t.i not in clauses]
