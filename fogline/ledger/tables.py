"""The tables of the record as SQLAlchemy knows them.

The migrations create them and say what each column means; a test keeps the two alike.  Ids, dates (ISO) and words
are text, short lists are JSON text: the record can be read with the `sqlite3` shell.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

Columns = tuple[Column[str] | Column[int] | Column[float], ...]

metadata = MetaData()


def _texts(*names: str) -> Columns:
    return tuple(Column(name, Text, nullable=False) for name in names)


def _perhaps(*names: str) -> Columns:
    return tuple(Column(name, Text) for name in names)


def _numbers(*names: str) -> Columns:
    return tuple(Column(name, Integer, nullable=False) for name in names)


def _large(*names: str) -> Columns:
    return tuple(Column(name, BigInteger, nullable=False) for name in names)


def _real(name: str, *, null: bool = False) -> Column[float]:
    return Column(name, Double, nullable=null)


def _id(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _rank(name: str = "position") -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _key(name: str) -> Column[int]:
    return Column(name, BigInteger, primary_key=True, autoincrement=False)


def _of(target: str, *, key: bool = False, name: str = "") -> Column[str]:
    return Column(name or target.split(".")[1], Text, ForeignKey(target), nullable=False, primary_key=key)


reports = Table(
    "reports",
    metadata,
    _id("report_id"),
    *_perhaps("outlet", "title", "url", "published_day", "published_basis", "published_ground"),
    *_perhaps("day", "day_basis", "day_ground", "credits"),
    *_texts("fields_read", "raw_sha256", "raw"),
    Index("reports_day", "day", "report_id"),
)
arrivals = Table("arrivals", metadata, _of("reports.report_id", key=True), *_texts("arrived"))
versions = Table(
    "versions",
    metadata,
    _of("reports.report_id", key=True),
    _of("reports.report_id", name="version_of"),
    *_numbers("number"),
    Index("versions_of", "version_of"),
)
spans = Table(
    "spans",
    metadata,
    _of("reports.report_id", key=True),
    _rank(),
    *_numbers("start_char", "end_char"),
    *_texts("kind"),
)
places = Table(
    "places",
    metadata,
    _id("form_id"),
    *_texts("place_id", "name", "kind"),
    _real("lat", null=True),
    _real("lon", null=True),
    *_perhaps("country", "within"),
    Column("reports", Integer, nullable=False, server_default="0"),
    Index("places_place", "place_id"),
)
report_places = Table("report_places", metadata, _of("reports.report_id", key=True), _rank(), _of("places.form_id"))
actors = Table(
    "actors",
    metadata,
    _id("form_id"),
    *_texts("actor_id", "name", "kind"),
    *_perhaps("country", "side"),
    Column("reports", Integer, nullable=False, server_default="0"),
    Index("actors_actor", "actor_id"),
)
report_actors = Table("report_actors", metadata, _of("reports.report_id", key=True), _rank(), _of("actors.form_id"))
claims = Table(
    "claims",
    metadata,
    _id("claim_id"),
    _of("reports.report_id"),
    *_numbers("position"),
    *_texts("type", "status"),
    *_perhaps("mode", "place", "place_key", "first_day", "last_day", "period_basis"),
    *_perhaps("when_text", "when_tense", "when_basis", "via", "via_key", "agency", "outlet"),
    _real("confidence"),
    *_texts("origin_stage", "version", "act"),
    *_numbers("act_start", "act_end"),
    *_texts("sentence"),
    *_numbers("sentence_start", "sentence_end"),
    *_perhaps("stance"),
    Index("claims_order", "report_id", "position", "claim_id", "sentence_start", "sentence_end"),
    Index("claims_place", "place_key"),
    Index("claims_place_text", "place", "report_id", "position", "claim_id"),
    Index("claims_type", "type", "report_id", "position", "status"),
    Index("claims_status", "status", "report_id", "position"),
    Index("claims_day", "first_day"),
    Index("claims_via", "via"),
)
claim_names = Table(
    "claim_names",
    metadata,
    _of("claims.claim_id", key=True),
    _id("role"),
    _rank(),
    *_texts("text"),
    *_perhaps("key"),
    Index("claim_names_key", "key"),
    Index("claim_names_text", "text", "role", "claim_id"),
)
claim_quantities = Table(
    "claim_quantities", metadata, _of("claims.claim_id", key=True), _rank(), *_large("low", "high"), *_texts("unit")
)
# Beside the claims, kept up to date as reports come, so that a question need not look at all of them.
names = Table(
    "names",
    metadata,
    _id("role"),
    _id("key"),
    _id("text"),
    *_texts("folded"),
    *_numbers("uses"),
    *_texts("first_report"),
    *_numbers("first_rank"),
    Index("names_key", "key"),
)
passages = Table(
    "passages",
    metadata,
    _rank("number"),
    *_texts("kind"),
    _of("reports.report_id"),
    *_numbers("start_char", "end_char"),
    Index("passages_report", "report_id", "kind", "start_char"),
)
refusals = Table("refusals", metadata, _id("report_id"), _id("raw_sha256"), _id("stage"), _id("reason"))
judgements = Table(
    "judgements",
    metadata,
    _rank("number"),
    Column("judgement_id", Text, nullable=False, unique=True),
    *_texts("verdict", "subjects"),
    *_perhaps("value"),
    *_texts("who", "decided", "why"),
)
runs = Table(
    "runs",
    metadata,
    _rank("number"),
    *_texts("started"),
    _real("seconds"),
    *_texts("version"),
    *_numbers("reports_read", "reports_new", "reports_known", "reports_refused"),
    *_texts("stages"),
)

# What follows is derived from the above, and can be dropped and rebuilt.
report_days = Table("report_days", metadata, _of("reports.report_id", key=True), *_texts("day", "basis", "ground"))
claim_periods = Table(
    "claim_periods", metadata, _of("claims.claim_id", key=True), *_perhaps("first_day", "last_day", "basis")
)
kin = Table(
    "kin",
    metadata,
    _of("reports.report_id", key=True),
    _rank(),
    *_texts("source", "relation"),
    _real("score"),
    *_texts("reasons"),
)
origins = Table("origins", metadata, _id("origin_id"), *_perhaps("agency"))
origin_reports = Table(
    "origin_reports",
    metadata,
    _of("origins.origin_id", key=True),
    _rank(),
    _of("reports.report_id"),
    Index("origin_reports_report", "report_id"),
)
day_witnesses = Table(
    "day_witnesses",
    metadata,
    _of("reports.report_id", key=True),
    _rank(),
    *_texts("kind", "day", "ground", "words"),
)
stories = Table("stories", metadata, _id("story_id"), *_texts("about"), *_perhaps("first_day", "last_day"))
story_reports = Table(
    "story_reports",
    metadata,
    _of("stories.story_id", key=True),
    _rank(),
    _of("reports.report_id"),
    Index("story_reports_report", "report_id"),
)
alterations = Table(
    "alterations",
    metadata,
    _of("reports.report_id", key=True),
    _rank(),
    *_texts("alteration_id", "source", "kind", "original", "altered", "sentence", "original_sentence"),
    Index("alterations_id", "alteration_id"),
)
events = Table(
    "events",
    metadata,
    _id("event_id"),
    *_texts("type", "status"),
    *_perhaps("place", "place_key", "first_day", "last_day", "period_basis"),
    *_numbers("origins"),
    *_texts("reliability"),
    *_numbers("credibility"),
    Column("claims", Integer, nullable=False, server_default="0"),
    Index("events_rank", "origins", "claims", "event_id"),
    Index("events_place", "place"),
    Index("events_day", "first_day", "last_day", "origins"),
)
event_names = Table(
    "event_names",
    metadata,
    _of("events.event_id", key=True),
    _id("role"),
    _rank(),
    *_texts("text"),
    *_perhaps("key"),
    Index("event_names_text", "text", "event_id"),
)
event_claims = Table(
    "event_claims",
    metadata,
    _of("events.event_id", key=True),
    _rank(),
    _of("claims.claim_id"),
    Index("event_claims_claim", "claim_id"),
)
event_figures = Table(
    "event_figures",
    metadata,
    _of("events.event_id", key=True),
    _rank(),
    *_texts("unit"),
    *_large("low", "best", "high"),
    *_texts("claim_ids"),
)
holdings = Table(
    "holdings",
    metadata,
    _id("holding_id"),
    *_texts("place"),
    *_perhaps("place_key", "holder", "holder_key"),
    *_texts("status", "first_day"),
    *_perhaps("last_day", "since_day"),
    *_numbers("origins"),
    *_texts("reliability"),
    *_numbers("credibility"),
    *_texts("reason"),
    Index("holdings_days", "last_day", "first_day"),
)
holding_claims = Table(
    "holding_claims",
    metadata,
    _of("holdings.holding_id", key=True),
    _id("stance"),
    _rank(),
    _of("claims.claim_id"),
    Index("holding_claims_claim", "claim_id"),
)
disputes = Table(
    "disputes",
    metadata,
    _id("dispute_id"),
    *_texts("attribute", "kind"),
    *_perhaps("place", "place_key"),
)
dispute_sides = Table(
    "dispute_sides",
    metadata,
    _of("disputes.dispute_id", key=True),
    _rank("side"),
    *_texts("value", "speakers"),
    *_numbers("origins"),
)
dispute_claims = Table(
    "dispute_claims",
    metadata,
    _id("dispute_id"),
    _rank("side"),
    _rank(),
    _of("claims.claim_id"),
    ForeignKeyConstraint(["dispute_id", "side"], ["dispute_sides.dispute_id", "dispute_sides.side"]),
    Index("dispute_claims_claim", "claim_id"),
)

# How parts of the views were worked out; no part of what the record says.
workings = Table("workings", metadata, _id("part"), *_texts("own", "asked", "told", "found"))
reckonings = Table("reckonings", metadata, _id("owner"), _id("key"), *_texts("found"), sqlite_with_rowid=False)
kin_ties = Table("kin_ties", metadata, _id("name"), *_texts("face", "ties"))
circles = Table("circles", metadata, _id("name"), *_texts("found"))
view_marks = Table("view_marks", metadata, _id("view_id"), *_texts("mark"))
kin_prints = Table(
    "kin_prints",
    metadata,
    _id("name"),
    *_large("number"),
    *_numbers("size"),
    *_large("story"),
    *_texts("sequences", "facts", "beside"),
    Index("kin_prints_number", "number"),
)
kin_sequences = Table("kin_sequences", metadata, _key("key"), _key("number"), sqlite_with_rowid=False)
kin_facts = Table("kin_facts", metadata, _key("key"), _key("number"), sqlite_with_rowid=False)
story_groups = Table(
    "story_groups",
    metadata,
    _id("name"),
    *_large("number"),
    *_texts("part", "found"),
    Index("story_groups_number", "number"),
    Index("story_groups_part", "part"),
)
story_keys = Table("story_keys", metadata, _key("key"), _key("number"), sqlite_with_rowid=False)
story_tally = Table("story_tally", metadata, _key("key"), *_numbers("held"), sqlite_with_rowid=False)
traced_reports = Table(
    "traced_reports",
    metadata,
    _id("report_id"),
    *_texts("telling", "circle", "story_group"),
    *_perhaps("day"),
    Index("traced_reports_telling", "telling"),
    Index("traced_reports_circle", "circle"),
    Index("traced_reports_day", "day"),
)
day_keys = Table("day_keys", metadata, _key("key"), sqlite_with_rowid=False)
lineage_marks = Table("lineage_marks", metadata, _id("name"), *_texts("mark"))
STORY_MAKING = (story_groups, story_keys, story_tally)
LINEAGE_MAKING = (
    circles,
    *STORY_MAKING,
    traced_reports,
    day_keys,
    lineage_marks,
)  # what is forgotten where rows are replaced
MAKING = (workings, reckonings, view_marks, kin_prints, kin_sequences, kin_facts, kin_ties, *LINEAGE_MAKING)

# The tables that `replace_views` empties and fills, in the order in which they refer to one another.
LINEAGE_TABLES = (kin, origins, origin_reports, alterations, day_witnesses, stories, story_reports)
BY_REPORT = (kin, alterations, day_witnesses)  # of these, those that have a report's rows in their order
VIEW_TABLES = (
    *LINEAGE_TABLES,
    events, event_names, event_claims, event_figures, holdings, holding_claims, disputes, dispute_sides, dispute_claims,
)  # fmt: skip
