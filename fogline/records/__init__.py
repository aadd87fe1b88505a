"""What travels between rooms.  Frozen, slotted and typed; no logic but what a record says of itself."""

from fogline.records.anchor import Anchor
from fogline.records.arrival import Arrival, Aside, AsideReason, Clock, Known, latest_versions, set_aside
from fogline.records.claim import Attribution, Claim, ClaimType, Maker, Quantity, Stance, Status
from fogline.records.corpus import Corpus, Lineage, Views
from fogline.records.dating import DayWitness, WitnessKind, confidence
from fogline.records.dispute import Dispute, DisputeKind, Side
from fogline.records.event import Event, Figure
from fogline.records.holding import Control, Grade, Holding
from fogline.records.ids import content_id
from fogline.records.judged import Judged
from fogline.records.judgement import Judgement, Verdict, standing, undoings
from fogline.records.kinship import Alteration, Kinship, Origin, Relation
from fogline.records.name import Actor, ActorKind, Mention, MentionKind, Name, Place, PlaceKind
from fogline.records.part import NameUse, Part, Passage, Selection
from fogline.records.period import Basis, DateExpression, Period, Tense
from fogline.records.ports import BatchStage, Ledger, Parse, ReportStage
from fogline.records.reading import Reading, Refusal, ReportDay, Span, SpanKind
from fogline.records.story import Story

__all__ = [
    "Actor", "ActorKind", "Alteration", "Anchor", "Arrival", "Aside", "AsideReason", "Attribution", "Basis",
    "BatchStage", "Claim", "ClaimType", "Clock", "Control", "Corpus", "DateExpression", "DayWitness", "Dispute",
    "DisputeKind", "Event", "Figure", "Grade", "Holding", "Judged", "Judgement", "Kinship", "Known", "Ledger",
    "Lineage", "Maker", "Mention", "MentionKind", "Name", "NameUse", "Origin", "Parse", "Part", "Passage", "Period",
    "Place", "PlaceKind", "Quantity", "Reading", "Refusal", "Relation", "ReportDay", "ReportStage", "Selection", "Side",
    "Span", "SpanKind", "Stance", "Status", "Story", "Tense", "Verdict", "Views", "WitnessKind", "confidence",
    "content_id", "latest_versions", "set_aside", "standing", "undoings",
]  # fmt: skip
