"""Weapons and vehicles by name or designation: "Grad", "T-72", "Bayraktar TB2"."""

from __future__ import annotations

from fogline.language.names_lexicon import VEHICLE, Form, arm_shape, lexicon
from fogline.language.names_words import CAPITAL, Piece, Words

_ARTICLES = frozenset({"a", "an", "the"})
_PAIRED = Form.PARTICLE | Form.CAPITAL


def arms(words: Words) -> list[Piece]:
    """The arms of a text, in order and apart."""
    found: list[Piece] = []
    i = 0
    while i < len(words):
        piece = _arm_at(words, i) if words.flags[i] & CAPITAL or words.text[i][0].isdigit() else None
        if piece is None:
            i += 1
            continue
        end = _with_model(words, piece)
        found.append(Piece(i, end, piece.label, proved=True))
        i = end
    return found


def is_joined(words: Words, i: int) -> bool:
    """Whether the token is a hyphen inside a name: "Mai-Mai", "Jong-un", but not "Kurdish-led" or "Iran-Iraq"."""
    if words.text[i] != "-" or not (words.same(i - 1, i) and words.same(i, i + 1)):
        return False
    if not (words.glued[i - 1] and words.glued[i] and words.flags[i - 1] & _PAIRED):
        return False
    lists = lexicon()
    if any((words.text[j],) in lists.peoples or (words.text[j],) in lists.states for j in (i - 1, i + 1)):
        return False
    return words.has(i + 1, _PAIRED) or (words.proper(i + 1) and words.text[i + 1].isalpha())


def _arm_at(words: Words, i: int) -> Piece | None:
    if i and is_joined(words, i - 1):
        return None
    named = _named(words, i)
    if named is not None:
        return named
    shape = arm_shape(words.text[i])
    if shape is None and words.has(i, Form.DESIGNATION) and words.same(i, i + 1):
        shape = lexicon().arm_nouns.get(words.low[i + 1])
    if shape is None and words.low[i] in lexicon().ships and words.same(i, i + 1) and words.has(i + 1, CAPITAL):
        return Piece(i, i + 2, VEHICLE)
    return Piece(i, i + 1, shape) if shape is not None else None


def _named(words: Words, i: int) -> Piece | None:
    """The longest listed name from `i`, where nothing says that it is part of another name."""
    forms = lexicon().arms.get(words.text[i])
    if forms is None:
        return None
    for size in (3, 2, 1):
        found = forms.get(tuple(words.text[i : i + size]))
        if found is None or not words.same(i, i + size - 1):
            continue
        label, shared = found
        kind = lexicon().arm_nouns.get(words.low[i + size]) if words.same(i, i + size) else None
        if not shared and not _goes_on(words, i + size):
            return Piece(i, i + size, label)
        if kind is not None:
            return Piece(i, i + size, kind if shared else label)
        if (shared and (_has_article(words, i) and not _goes_on(words, i + size))) or _is_model(words, i + size):
            return Piece(i, i + size, label)
    return None


def _goes_on(words: Words, i: int) -> bool:
    """Whether a name goes on at `i`, with more than a model's sign: "Grad Brigade"."""
    return (
        words.same(i - 1, i)
        and words.has(i, CAPITAL)
        and (words.has(i, Form.BODY | Form.UNIT) or (words.proper(i) and not _is_model(words, i)))
    )


def _has_article(words: Words, i: int) -> bool:
    return words.same(i - 1, i) and words.low[i - 1] in _ARTICLES and words.tag[i].startswith("NN")


def _is_model(words: Words, i: int) -> bool:
    return words.same(i - 1, i) and words.has(i, Form.MODEL) and not words.text[i].isdigit()


def _with_model(words: Words, piece: Piece) -> int:
    """The end of an arm with its model's sign or its second name: "Leopard 2A6", "MQ-9 Reaper"."""
    end = piece.end
    while words.same(end - 1, end) and words.has(end, CAPITAL | Form.MODEL):
        known = lexicon().arms.get(words.text[end], {}).get((words.text[end],))
        listed = known is not None and known[0] == piece.label
        if not (listed or _is_model(words, end) or arm_shape(words.text[end]) == piece.label):
            break
        end += 1
    return end
