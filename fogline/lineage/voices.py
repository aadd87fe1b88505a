"""Who says so, put for another or left out: in one place of a sentence that stays, and in a sentence told anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from fogline.language import words
from fogline.lineage.citations import Citation, all_keys, cited, cites, names_in
from fogline.lineage.hunks import Hunk, text_of
from fogline.lineage.lexicon import lexicon
from fogline.lineage.matches import Change, Match
from fogline.lineage.naming import countries, is_form, is_place, names_among
from fogline.lineage.tellings import Sentence
from fogline.lineage.tokens import Kind, Token, stem
from fogline.lineage.values import SHORT


def source(match: Match, hunk: Hunk) -> Iterator[Change]:
    """Another name or noun in the words that say who speaks."""
    if _dropped_one(match, hunk):
        yield Change("source", text_of([*hunk.original, *hunk.after[:3]]), text_of(hunk.after[:3]))
        return
    if not hunk.original or not hunk.altered:
        return
    before, after = speaker_in(match.original.text, hunk.original), speaker_in(match.altered.text, hunk.altered)
    if before and after and _keys(hunk.original) and not _same_source(before, after, hunk, match):
        names = names_among(hunk.original), names_among(hunk.altered)
        only = all(names) and all(t.kind is not Kind.WORD for t in (*hunk.original, *hunk.altered))
        at = len(hunk.before) + hunk.original.index(names[0][0]) if names[0] else 0
        place = only and is_place([*hunk.before, *hunk.original], at)
        yield Change("place" if place else "source", before.text, after.text)


def _dropped_one(match: Match, hunk: Hunk) -> bool:
    """Whether the first of two who speak is gone: "the army and a monitor said"."""
    gone = words(text_of(hunk.original))
    if gone[-1:] != ["and"] or not _keys(hunk.original) or _keys(hunk.altered) or len(gone) > SHORT:
        return False
    kept = words(text_of(hunk.after[:2]))
    return any(words(c.text)[: len(kept)] == kept for c in cited(match.original.text) if c.speech)


def _same_source(before: Citation, after: Citation, hunk: Hunk, match: Match) -> bool:
    """Whether the words that differ in two citations are forms of one another."""
    one, other = _keys(hunk.original), _keys(hunk.altered)
    names = names_among(hunk.original), names_among(hunk.altered)
    forms = any(is_form(a.text, b.text, (match.original.text, match.altered.text)) for a in names[0] for b in names[1])
    told = not other or bool(one & other) or forms or bool(after.keys & match.agency) or before.keys == after.keys
    nouns = all(any(t.kind is Kind.WORD for t in part) for part in (hunk.original, hunk.altered))
    fuller = bool(before.keys & after.keys) and bool(names[0]) != bool(names[1]) and not nouns
    return (
        told or fuller or not one - lexicon().generic or set(words(after.text)) <= lexicon().generic | lexicon().empty
    )


def speaker_in(sentence: str, part: Sequence[Token]) -> Citation | None:
    """The citation that a part of a sentence stands in."""
    inside = {w for t in part if t.kind is not Kind.EMPTY for w in words(t.text)}
    return next((c for c in cited(sentence) if c.keys and inside and inside & set(words(c.text))), None)


def _keys(part: Sequence[Token]) -> frozenset[str]:
    """The words of a part that tell, by class."""
    same = lexicon().same
    return frozenset(
        same.get(w, stem(w))
        for t in part
        if t.kind in {Kind.WORD, Kind.NAME}
        for w in words(t.text)
        if w not in lexicon().titles
    )


def is_unsaid(match: Match, gone: Set[str]) -> bool:
    """Whether the words that are gone name who says so, and nobody is cited in their place, nor the same nearby."""
    said = [c for c in cited(match.original.text) if c.keys and c.speech and set(words(c.text)) <= gone]
    near = [c for s in match.near_altered for c in cited(s.text)]
    return bool(said) and not cites(match.altered.text) and not any(c.agrees(o) for c in said for o in near)


def sources(match: Match) -> Iterator[Change]:
    """A cited source put for another."""
    here, there = cited(match.altered.text), cited(match.original.text)
    if not all(c.keys for c in there) or (match.digest and not match.alone):  # a pronoun may stand for the other's
        return
    told = [c for c in here if c.keys and not c.keys & match.agency and not _is_vague(c)]
    new = [c for c in told if not _found(c, match.near_original, match.original)]
    gone = [c for c in there if c.keys and not _found(c, match.near_altered, match.altered)]
    if new and gone:
        yield Change("source", gone[0].text, new[0].text)


def _is_vague(citation: Citation) -> bool:
    """Whether a source may be any other's shorter name: "officials", or a capital alone."""
    telling = [w for w in words(citation.text) if w not in lexicon().empty]
    return set(telling) <= lexicon().generic or (len(telling) == 1 and bool(countries(citation.text.split()[-1])))


def _found(citation: Citation, near: Sequence[Sentence], sentence: Sentence) -> bool:
    """Whether a source is cited near the other sentence, or named in it; other names make another source of it."""
    cited_near = [c for s in near for c in cited(s.text)]
    names = frozenset(name for s in near for name in names_in(s.text))
    strangers = citation.names and not citation.names & names and any(c.names for c in cited(sentence.text))
    same = citation.among(all_keys(sentence.text)) or any(citation.agrees(c) for c in cited_near)
    return same and not strangers
