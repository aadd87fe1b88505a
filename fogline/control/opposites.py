"""Which claims about one place contradict one another: the edges of the graph whose nodes `quarrels` describes.

What a sentence tells against its own claim ("the army was accused of shelling K, which it denied", of which one claim
was read) stands against what others tell of that act too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fogline.control.alike import Alike
from fogline.control.contradictions import CONTROL, Bar
from fogline.control.denials import is_denied
from fogline.control.docket import Docket
from fogline.control.matters import Matter, may_answer
from fogline.control.prospects import Prospects
from fogline.control.replies import Pair
from fogline.control.rules import rules
from fogline.control.wording import turned
from fogline.records import Anchor, Claim, ClaimType, DisputeKind, Status
from fogline.records.lookups import Asked

Edges = dict[tuple[int, int], DisputeKind]
STANDING = CONTROL | {ClaimType.CLASH, ClaimType.ADVANCE}


@dataclass(frozen=True, slots=True)
class Opposites:
    """Finds the contradictions of a record, place by place.

    A node is twice the number of a class of claims, and one more for what its sentence tells against it.
    """

    alike: Alike
    number: Mapping[str, int]
    unsure: frozenset[str]  # the states whose place another claim of their sentence has otherwise

    def edges(self, matters: Sequence[Matter], answered: Sequence[Pair], docket: Docket) -> Edges:
        """All contradictions: those about each place, and between what is answered and the answer."""
        answers: dict[str, list[Claim]] = {}
        for said, reply in answered:
            if is_denied(reply) and said is not reply:
                answers.setdefault(said.claim_id, []).append(reply)
        both = {said.claim_id for said, reply in answered if said is reply}
        edges: Edges = {}
        for matter in matters:
            replies = [reply for claim in matter.claims for reply in answers.get(claim.claim_id, ())]
            against = [claim for claim in matter.claims if claim.claim_id in both]
            edges |= self._kept(matter, replies, against, docket)
        for one, other in answered:
            i, j = self.number[one.claim_id], self.number[other.claim_id]
            edges.setdefault((2 * i, 2 * j + (i == j)), DisputeKind.DENIAL)
        return edges

    def _kept(self, matter: Matter, replies: Sequence[Claim], against: Sequence[Claim], docket: Docket) -> Edges:
        """The contradictions about one place, as they were worked out before where that still holds."""
        keeping = docket.keeping
        if keeping is None:
            return self._of_matter(matter, replies, against, docket.bar)
        told = [matter.claims, matter.around, matter.beyond, replies, against]
        heads = [self.alike.heads[self.number[claim.claim_id]].claim_id for claims in told for claim in claims]
        unsure = [claim.claim_id for claims in told for claim in claims if claim.claim_id in self.unsure]
        own = [*map(keeping.told, told), " ".join(heads), " ".join(unsure)]

        def written(asked: Asked) -> list[str]:
            bar = Bar.of(docket.world.watched(asked))
            return [self._text(edge, kind) for edge, kind in self._of_matter(matter, replies, against, bar).items()]

        return dict(map(self._read, keeping.of(f"edges {matter.key}", own, written)))

    def _text(self, edge: tuple[int, int], kind: DisputeKind) -> str:
        """An edge as a text: the first claim of each class, whether what is told against it is meant, and the kind."""
        nodes = [(self.alike.heads[node // 2].claim_id, node % 2) for node in edge]
        return json.dumps([*nodes, kind])

    def _read(self, text: str) -> tuple[tuple[int, int], DisputeKind]:
        (a, against_a), (b, against_b), kind = json.loads(text)
        return (2 * self.number[a] + against_a, 2 * self.number[b] + against_b), DisputeKind(kind)

    def _of_matter(self, matter: Matter, replies: Sequence[Claim], against: Sequence[Claim], bar: Bar) -> Edges:
        """The contradictions about one place; what is only told near it may deny, and is no rival.

        Of two claims one is denied, or both speak of who holds the place or fights for it.
        """
        outer = {self.number[c.claim_id] for c in (*matter.around, *matter.beyond) if not may_answer(c)}
        about = _standing([*matter.claims, *matter.around, *matter.beyond], bar)
        about = [c for c in about if c.claim_id not in self.unsure]
        inside = sorted({self.number[claim.claim_id] for claim in (*about, *replies)})
        turns = sorted({self.number[claim.claim_id] for claim in against})
        nodes = [*(2 * i for i in inside), *(2 * i + 1 for i in turns)]
        heads = [*(self.alike.heads[i] for i in inside), *(turned(self.alike.heads[i]) for i in turns)]
        edges: Edges = {}
        denied = [is_denied(head) for head in heads]
        stands = [h.type in STANDING and node // 2 not in outer for node, h in zip(nodes, heads, strict=True)]
        prospects = Prospects(heads, bar)
        for a, b in bar.near(heads, slack_days=rules().admit_days):
            if denied[a] == denied[b] and not (stands[a] and stands[b]):
                continue
            if (nodes[a] % 2 or nodes[b] % 2) and (denied[a] == denied[b] or heads[a].anchor == heads[b].anchor):
                continue
            if not prospects.may_contradict(a, b):
                continue
            kind = bar.contradiction(heads[a], heads[b])
            if kind is not None:
                edges[min(nodes[a], nodes[b]), max(nodes[a], nodes[b])] = kind
        return edges


def _standing(claims: Iterable[Claim], bar: Bar) -> list[Claim]:
    """The claims that may be contradicted: not the states of which their own sentence tells the end."""
    told: dict[Anchor, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.anchor, []).append(claim)
    return [c for group in told.values() for c in group if c.status is Status.DENIED or not bar.is_over(c, group)]
