"""From scores to claims, as the program does it; used here to measure while training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch.nn import functional

from fogline.claims.decide import role_chance
from fogline.language.pieces import Pieces
from training.claims.examples import ROLES, STATUSES, TYPES, Act, Example, Story
from training.claims.learn import OUT, role_scores
from training.claims.network import Reader
from training.claims.tensors import gold, rows
from training.claims.windows import read_in_windows

EACH = NOWHERE = frozenset({"support", "form", "designate"})  # one claim for each actor, and no place
BY_TARGET = frozenset({"link", "support", "form", "harm", "designate"})


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
        told = rows(story.sentences, pieces, [0] * len(story.sentences))
        words = read_in_windows(network, told).float()
        chances = network.acts(words, told.grammar).sigmoid()
        acts = [(b, w, t) for b, w, t in (chances >= least).nonzero().tolist() if w in story.sentences[b].beside]
        asked = [replace(e, acts=[]) for e in story.sentences]
        for b, w, t in acts:
            asked[b].acts.append(Act(w, t, 0, optional=False))
        wanted = gold(asked, [0] * len(asked), told.firsts.shape[1])
        out: list[list[Found]] = [[] for _ in story.sentences]
        if not len(wanted.told):
            return out
        scores = role_scores(network, words, wanted)
        roles = (scores - scores[:, -1:]).masked_fill(~wanted.fits, OUT).sigmoid()
        own = words[wanted.told[:, 0], wanted.told[:, 1]]
        status = network.statuses(own, functional.one_hot(wanted.statuses, len(STATUSES)).float()).argmax(-1)
        for a, (b, w, t, _) in enumerate(wanted.told.tolist()):
            names: dict[str, int] = {}
            for name in [*asked[b].here, *asked[b].before]:
                names.setdefault(name.text, len(names))
            by_role = [
                {n: float(roles[a, e, r]) for n, e in names.items() if wanted.fits[a, e, r]} for r in range(len(ROLES))
            ]
            out[b].append(Found(w, t, float(chances[b, w, t]), int(status[a]), by_role))
    return out


def claims(
    story: Story,
    found: Sequence[Sequence[Found]],
    *,
    act: float | Sequence[float] = 0.5,
    role: float = 0.4,
    further: float = 0.5,
) -> list[dict]:
    """Rows as the scorer reads them.

    `role`, `further`: the least chances of a role's best name and of others, against its being open.
    """
    made = []
    for example, acts in zip(story.sentences, found, strict=True):
        seen = set()
        for one in sorted(acts, key=lambda a: -a.chance):
            kind = TYPES[one.type].value
            if one.chance < (act if isinstance(act, float) else act[one.type]):
                continue
            who, whom, where = (_chosen(r, role, further) for r in one.roles)
            who = [] if kind == "link" else _together(who, example)
            whom = [n for n in whom if n not in (where if kind == "link" else who)]
            where = [] if kind in NOWHERE else where
            for place in where or [None]:
                for actor in [[a] for a in who] if kind in EACH and who else [who]:
                    for target in [[x] for x in whom] if kind == "link" and whom else [whom]:
                        key = (kind, place, tuple(actor), one.status, tuple(target) if kind in BY_TARGET else None)
                        if key not in seen:
                            seen.add(key)
                            row = _row(story, example, one, kind, (actor, target, place))
                            sure = role_chance(one.roles[0], actor), role_chance(one.roles[2], [place] if place else [])
                            made.append(row | {"chances": (one.chance, *sure)})
    return made


def _together(names: list[str], example: Example) -> list[str]:
    """The best name and those in one list with it."""
    lists: dict[str, set[int]] = {}
    for name in example.here:
        lists.setdefault(name.text, set()).update(name.listed)
    return [n for i, n in enumerate(names) if i == 0 or lists.get(n, set()) & lists.get(names[0], set())]


def _row(story: Story, example: Example, one: Found, kind: str, roles: tuple) -> dict:
    actor, target, place = roles
    return {
        "report": story.id, "sentence": example.text, "type": kind, "actor": actor or None, "target": target or None,
        "place": place, "status": STATUSES[one.status].value, "source": None, "via": None, "when": None,
    }  # fmt: skip


def _chosen(chances: dict[str, float], least: float, further: float) -> list[str]:
    best = sorted(chances.items(), key=lambda x: (-x[1], x[0]))
    if not best or best[0][1] < least:
        return []
    return [best[0][0], *(n for n, c in best[1:] if c >= further)]
