"""From scores to claims, as the program does it; used here to measure while training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from fogline.language.pieces import Pieces
from training.claims.examples import ROLES, STATUSES, TYPES, Example, Story
from training.claims.network import Reader
from training.claims.tensors import rows

MANY = frozenset({"support", "form", "designate"})  # one claim for each actor


@dataclass(slots=True)
class Found:
    """An act with, for each role, names and their chances (sorted)."""

    word: int
    type: int
    chance: float
    status: int
    roles: list[dict[str, float]]


def read(network: Reader, story: Story, pieces: Pieces, least: float = 0.3) -> list[list[Found]]:
    """The acts of each sentence of a story whose chance is at least `least`."""
    network.eval()
    with torch.no_grad():
        told = rows(story.sentences, pieces)
        words = network.read(told.pieces, told.shapes, told.marks, told.firsts).float()
        chances = network.acts(words, told.grammar).sigmoid()
        out = []
        for b, example in enumerate(story.sentences):
            found = []
            for w in range(len(example.words)):
                if w not in example.beside:
                    continue
                for t in range(len(TYPES)):
                    chance = float(chances[b, w, t])
                    if chance >= least:
                        found.append(_found(network, words, b, w, t, chance, example))
            out.append(found)
    return out


def _found(network, words, b, w, t, chance, example: Example) -> Found:
    act = words[b, w][None]
    grammar = torch.zeros(1, len(STATUSES))
    grammar[0, example.statuses.get(w, 0)] = 1
    status = int(network.statuses(act, grammar).argmax())
    roles: list[dict[str, float]] = [{}, {}, {}]
    for names, features, earlier in ((example.here, example.beside[w], False), (example.before, example.earlier, True)):
        if not names:
            continue
        at = [(n.sentence if earlier else b, n.first, n.last) for n in names]
        vec = torch.cat(
            [words[[a[0] for a in at], [a[1] for a in at]], words[[a[0] for a in at], [a[2] for a in at]]], -1
        )
        scores = network.roles(
            act.expand(len(names), -1), vec, torch.tensor([t] * len(names)), torch.tensor(features), earlier=earlier
        ).sigmoid()
        for n, name in enumerate(names):
            for r, role in enumerate(ROLES):
                fits = name.is_place if (role == "place" or (role == "target" and TYPES[t] == "link")) else name.may_act
                if fits:
                    roles[r][name.text] = max(roles[r].get(name.text, 0.0), float(scores[n, r]))
    return Found(w, t, chance, status, roles)


def claims(
    story: Story,
    found: Sequence[Sequence[Found]],
    *,
    act: float | Sequence[float] = 0.5,
    role: float = 0.4,
    second: float = 0.5,
) -> list[dict]:
    """Rows as the scorer reads them."""
    made = []
    for example, acts in zip(story.sentences, found, strict=True):
        seen = set()
        for one in sorted(acts, key=lambda a: -a.chance):
            kind = TYPES[one.type].value
            if one.chance < (act if isinstance(act, float) else act[one.type]):
                continue
            who, whom, where = (_chosen(r, role, second) for r in one.roles)
            if kind == "link":
                who = []
            else:
                whom = [n for n in whom if n not in who]
            for place in where or [None]:
                for actor in [[a] for a in who] if kind in MANY and who else [who]:
                    for target in [[x] for x in whom] if kind in ("link",) and whom else [whom]:
                        key = (
                            kind,
                            place,
                            tuple(actor),
                            tuple(target) if kind in ("link", "support", "form", "harm", "designate") else None,
                            one.status,
                        )
                        near = (kind, place, tuple(actor)) if kind not in ("link", "support", "form", "harm") else key
                        if key in seen or near in seen:
                            continue
                        seen |= {key, near}
                        made.append(
                            {
                                "report": story.id,
                                "sentence": example.text,
                                "type": kind,
                                "actor": actor or None,
                                "target": target or None,
                                "place": place,
                                "status": STATUSES[one.status].value,
                                "source": None,
                                "via": None,
                                "when": None,
                                "chance": one.chance,
                            }
                        )
    return made


def _chosen(chances: dict[str, float], least: float, second: float) -> list[str]:
    best = sorted(chances.items(), key=lambda x: -x[1])
    if not best or best[0][1] < least:
        return []
    return [best[0][0], *(n for n, c in best[1:] if c >= second)]
