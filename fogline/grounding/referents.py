"""How a name or a noun stands where something refers to it: as a town, a part, a seat, a dateline, a subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.grounding.board import Found
from fogline.grounding.nouns import nouns
from fogline.language.countries import capital_country, capital_of, demonym_country, named_country
from fogline.language.plain import Word, Words

MANY_OF = {"both": 2, "neither": 2, "two": 2, "three": 3, "four": 4}
DATELINES = frozenset({",", "(", "-", "–", "—", "/", "|"})  # what stands behind the town of a dateline
DASHES = frozenset({"-", "--", "–", "—"})
LONGEST_DATELINE = 15  # words, where it stands alone


def is_bound(doc: Words, piece: Found) -> bool:
    """As in "no soldier between the port and Karsin": a place that only bounds a stretch is not what is spoken of."""
    token = doc[piece.end - 1]
    ends = [token, token.head] if token.dep_ == "conj" else [token]
    return any(child.lower_ == "between" for end in ends for child in end.children)


def is_dateline(doc: Words, piece: Found) -> bool:
    """As in "KARSIN, May 3 -", "Karsin, Norland (AP) -": where the report was written, not what it tells of."""
    sentence = doc[piece.start].sent
    if doc[sentence.end - 1].text in DASHES and sentence.end - sentence.start <= LONGEST_DATELINE:
        return True
    begins = piece.start == sentence.start and piece.end < sentence.end
    return begins and piece.text.isupper() and doc[piece.end].text in DATELINES


def is_seat(doc: Words, piece: Found) -> bool:
    """Whether a place only tells where those sit who speak: "diplomats in Karsin", "the Karsin-based group"; a capital
    in "Karsin said that"."""
    if [token.lower_ for token in doc[piece.end : piece.end + 2]] == ["-", "based"]:
        return True
    root = next((doc[i] for i in range(piece.start, piece.end) if not piece.start <= doc[i].head.i < piece.end), None)
    if root is not None and root.dep_ == "nsubj" and root.head.lemma in nouns().actors["stating"]:
        return capital_country(piece.text) is not None
    if root is None or root.dep_ != "nmod" or root.head == root:
        return False
    return root.head.lemma in nouns().seats | nouns().actors["state"]


def words_for(doc: Words, piece: Found) -> Iterator[str]:
    """The words that a place goes by afterwards: "the outpost", of "Karsin, an outpost" and "the outpost of Karsin"."""
    root = doc.root(piece.start, piece.end) if piece.end > piece.start + 1 else doc[piece.start]
    said = [child.lemma for child in root.children if child.dep_ == "appos" and child.i > root.i]
    if root.dep_ in ("appos", "flat") or any(c.lower_ == "of" for c in root.children if c.dep_ == "case"):
        said.append(root.head.lemma)
    if doc[piece.end - 1].text.islower():
        said.append(doc[piece.end - 1].lemma)
    lists = nouns().definite_place
    for word in said:
        if word in lists["called"]:
            yield word
        if word == "outpost":
            yield "post"


def sites_for(doc: Words, piece: Found) -> frozenset[str]:
    """The words that a place goes by where a site stands in it: "the camp", of "the camp at Karsin" and "soldiers
    stationed in Karsin"; "the post", of "the checkpoint in Karsin"."""
    first, lists = doc[piece.start], nouns().definite_place
    words = {piece.text.split()[-1].lower()} if " " in piece.text else set()
    if piece.start >= first.sent.start + 2 and doc[piece.start - 1].lower_ in ("at", "in"):
        before = doc[piece.start - 2]
        words.add("base" if before.lemma in lists["stationing"] and before.pos_ == "VERB" else before.lemma)
    return frozenset(word for kind in ("bases", "posts") if words & lists[kind] for word in lists[kind])


def town_of(piece: Found) -> Found | None:
    """The town that a part or a site is told of: Karsin, of "the centre of Karsin" and "Karsin airport"."""
    words = piece.text.split()
    lists = nouns().definite_place
    if "of" in words[1:-1]:
        words = words[len(words) - words[::-1].index("of") :]
    elif words[-1].lower() in lists["facility"] - {"dam"} or words[-1] in lists["settlement"]:
        words = words[:-1]
    elif words[0].lower() in nouns().regions["directions"]:
        words = words[1:]
    else:
        return None
    named = bool(words) and words[0][0].isupper() and not (piece.key or "").startswith("country:")
    return replace(piece, text=" ".join(words)) if named and named_country(" ".join(words)) is None else None


def is_settlement(piece: Found) -> bool:
    """Whether a place may be a town: no country, part of a place, facility or province."""
    lists = nouns().definite_place
    words = piece.text.lower().split()
    sites = nouns().facilities["nouns"] | nouns().facilities["sites"] | lists["facility"]
    other = sites | lists["province"] | nouns().regions["directions"] | {"of", "region", "house"}
    return piece.named and not (piece.key or "").startswith("country:") and not other & set(words)


def is_whole(piece: Found) -> bool:
    """Whether a place may be "the town": not its centre or outskirts, nor a country."""
    return " of " not in piece.text and not (piece.key or "").startswith("country:")


def may_be_meant(piece: Found) -> bool:
    """Whether "it" and "they" may be a party: not whoever speaks for one, nor its aircraft."""
    last = piece.text.split()[-1].lower()
    return last not in nouns().speakers and (piece.named or last not in nouns().actors["equipment"])


def is_subject(doc: Words, piece: Found) -> bool:
    """Whether a stretch is what its verb is told of."""
    return any(doc[i].dep_ in ("nsubj", "nsubj:pass") for i in range(piece.start, piece.end))


def speaks_for_state(doc: Words, piece: Found) -> bool:
    """As in "Karsin said that": a capital that speaks is its government; who accuses somebody is left open."""
    lists = nouns()
    subjects = [doc[i] for i in range(piece.start, piece.end) if doc[i].dep_ == "nsubj"]
    return any(s.head.lemma in lists.unknown_place["speaking"] - lists.actors["blaming"] for s in subjects)


def is_part(token: Word) -> bool:
    """As in "the southern districts": parts of a place, and no district of its own name."""
    return token.lemma in nouns().before_of["part"] and token.tag_ == "NNS" and has_point(token)


def tells_part(token: Word) -> bool:
    """A bank is part of a town only with its point of the compass: "the eastern bank"."""
    return token.lemma != "bank" or has_point(token)


def has_point(token: Word) -> bool:
    """Whether a noun stands behind a point of the compass: "the eastern bank"."""
    return any(c.lower_ in nouns().regions["directions"] for c in token.children if c.i < token.i)


def seat_of_state(token: Word) -> str | None:
    """As in "the Norlandic capital", "Norland's capital": its name."""
    owner = next((c for c in token.children if c.i < token.i and c.dep_ in ("amod", "compound", "nmod:poss")), None)
    code = (demonym_country(owner.text) or named_country(owner.text)) if owner is not None else None
    return capital_of(code) if code is not None else None


def is_many(token: Word) -> bool:
    """Whether a noun means more than one: "both towns", "neither town"."""
    return token.tag_ == "NNS" or any(c.lower_ == "neither" for c in token.children)


def how_many(token: Word) -> int:
    """How many a plural means: "both towns", "the three cities"; 0 where it does not tell."""
    return next((MANY_OF[c.lower_] for c in token.children if c.lower_ in MANY_OF and c.i < token.i), 0)


def owns_part(token: Word) -> bool:
    """As in "its outskirts", "its airport": what only a place has."""
    lists = nouns().before_of
    return token.dep_ == "nmod:poss" and token.head.lemma in lists["own"] | lists["part"] | lists["same"]


def is_known(token: Word) -> bool:
    """Behind "the", adjectives between them or not: "the Islamist group", but not "the group's other wing"."""
    kinds = {c.dep_ for c in token.children if c.i < token.i and not c.is_punct}
    return any(c.lower_ == "the" for c in token.children if c.i < token.i) and kinds <= {"det", "amod", "compound"}


def is_robbed(token: Word) -> bool:
    """As in "was retaken from the group", "was lost to the group"."""
    cases = [c.lower_ for c in token.children if c.dep_ == "case"]
    return cases in (["from"], ["to"], ["by"]) and any(c.lower_ == "the" for c in token.children)
