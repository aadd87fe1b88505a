"""`fogline judge`: a person's decisions on claims, events, actors, places and sources."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from fogline.control.keys import place_text, spelt
from fogline.control.reliability import BEST_FIRST
from fogline.control.trust import CLAIM, OUTLETS, REPORT, SOURCE
from fogline.desk.judging import Asked, Draft, decide, judges
from fogline.desk.options import DAY
from fogline.desk.sitting import Sitting
from fogline.desk.spots import find_spot
from fogline.records import Verdict
from fogline.records.errors import InputError
from fogline.records.judged import EVENT

app = typer.Typer(rich_markup_mode="markdown")
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, or how it begins.")]


@app.command()
@judges
def merge(
    asked: Asked,
    several: Annotated[
        list[str], typer.Argument(metavar="WHAT...", help="Ids of events, or ids or names of actors, or of places.")
    ],
) -> None:
    """Two or more events, actors or places are one. Of actors and places, the first that is named stays.

    ```
    fogline judge merge event-3f9a0c2b event-77e01d52 --why "the same raid, told by both sides"
    fogline judge merge "Green Army" "Forces of the North" --why "they were renamed in May"
    fogline judge merge "Old Harbour" "Harbour Quarter" --why "two names of one district" --dry-run
    ```
    """
    if len(several) < 2:
        raise InputError("one alone is one already: name two events, two actors or two places")

    def draft(sitting: Sitting) -> Draft:
        kinds = {sitting.kind(one) for one in several}
        if len(kinds) > 1:
            raise InputError(f"these are of several kinds ({', '.join(sorted(kinds))}): merge like with like")
        (kind,) = kinds
        if kind != EVENT:
            return Draft(Verdict.MERGE, [sitting.key(kind, one) for one in several], kind)
        events = [sitting.event(one) for one in several]
        if len({event.event_id for event in events}) < len(events):
            raise InputError(f"{events[0].event_id} is named twice: name different events")
        claims = [i for event in events for i in sitting.told(event.claim_ids)]
        return Draft(Verdict.MERGE, claims, EVENT)

    decide(asked, draft)


@app.command()
@judges
def split(
    asked: Asked,
    what: Annotated[str, typer.Argument(metavar="CLAIM|ACTOR", help="A claim; or an actor, with a spelling.")],
    spelling: Annotated[
        str | None, typer.Argument(metavar="SPELLING", help="A name that means another actor than this.")
    ] = None,
) -> None:
    """A claim is no part of its event; or a spelling of an actor's name is another actor.

    The new actor has no side that is known: merge it with another one to say whose it is.

    ```
    fogline judge split claim-3f9a0c2b --why "the raid of the day before"
    fogline judge split "Green Army" "Free Green Army" --why "they broke away last year"
    ```
    """

    def draft(sitting: Sitting) -> Draft:
        if spelling is None:
            return Draft(Verdict.SPLIT, [sitting.claim(what)])
        key = sitting.actor(what)
        told = sitting.spellings(key)
        if spelt(spelling) not in {spelt(text) for text in told}:
            raise InputError(f"no report calls {what!r} {spelling!r}: the spellings are {', '.join(sorted(told))}")
        return Draft(Verdict.SPLIT, [key], spelling)

    decide(asked, draft)


@app.command()
@judges
def distrust(
    asked: Asked,
    what: Annotated[str | None, typer.Argument(metavar="CLAIM", help="A claim.")] = None,
    *,
    report: Annotated[str | None, typer.Option("--report", help="All claims of a report.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="All claims of the reports of an outlet.")] = None,
    source: Annotated[str | None, typer.Option("--source", help="All that is told on the word of a source.")] = None,
) -> None:
    """A claim counts for nothing, or all of a report, an outlet or a cited source.

    The claims stay in the record, and are shown as distrusted. They found no event, holding or dispute and count in
    no grade. What several sources are cited for counts for those of them that are trusted.

    ```
    fogline judge distrust claim-3f9a0c2b --why "the video is of another year"
    fogline judge distrust --report lark-2 --why "withdrawn by its editor"
    fogline judge distrust --outlet "Evening Wire" --why "a forged site" --dry-run
    fogline judge distrust --source "Valley Watch" --why "its reporters have left"
    ```
    """
    given = [one for one in (what, report, outlet, source) if one is not None]
    if len(given) != 1:
        raise InputError("name one thing: a claim, or --report, --outlet or --source")

    def draft(sitting: Sitting) -> Draft:
        if what is not None:
            return Draft(Verdict.DISTRUST, [sitting.claim(what)], CLAIM)
        if report is not None:
            return Draft(Verdict.DISTRUST, [sitting.report(report)], REPORT)
        if outlet is not None:
            return Draft(Verdict.DISTRUST, [sitting.outlet(outlet)], OUTLETS)
        return Draft(Verdict.DISTRUST, [sitting.actor(given[0])], SOURCE)

    decide(asked, draft)


@app.command(name="re-date")
@judges
def re_date(
    asked: Asked,
    claim: ClaimId,
    first: Annotated[datetime, typer.Argument(formats=DAY, metavar="FIRST", help="The first day of what it tells.")],
    last: Annotated[
        datetime | None, typer.Argument(formats=DAY, metavar="LAST", help="The last day; by default the first.")
    ] = None,
) -> None:
    """What a claim tells was on these days. The day of a whole report is set by `fogline judge day`.

    ```
    fogline judge re-date claim-3f9a0c2b 2024-12-06 --why "the commander gave the day"
    fogline judge re-date claim-3f9a0c2b 2024-12-06 2024-12-08 --why "a fight of three days"
    ```
    """
    end = last or first
    if end < first:
        raise InputError(f"{end.date()} is before {first.date()}: give the first day first")
    days = f"{first.date().isoformat()}/{end.date().isoformat()}"
    decide(asked, lambda sitting: Draft(Verdict.REDATE, [sitting.claim(claim)], days))


@app.command()
@judges
def relocate(
    asked: Asked,
    what: Annotated[str, typer.Argument(metavar="CLAIM|PLACE", help="A claim; or a place, by its id or a name.")],
    *,
    to: Annotated[str, typer.Option("--to", help="A place of the gazetteer, by its id or a name; or LAT,LON.")],
) -> None:
    """A place is another one than was found, for one claim or for all that name it.

    ```
    fogline judge relocate "Old Harbour" --to 34.72,36.71 --why "the quarter, not the port"
    fogline judge relocate claim-3f9a0c2b --to "Tripoli" --why "the Lebanese one"
    fogline judge relocate "Tripoli" --to place:gn266826 --why "the Lebanese one, in all reports"
    ```
    """

    def draft(sitting: Sitting) -> Draft:
        if what.startswith("claim-"):
            claim = sitting.ledger.find_claim(what)
            subject, name = claim.claim_id, claim.place.text if claim.place else None
            known = sitting.corpus.places.get(claim.place.key or "") if claim.place else None
        else:
            subject = sitting.read_place(what)
            known = sitting.corpus.places.get(subject)
            name = known.name if known else what
        return Draft(Verdict.RELOCATE, [subject], place_text(find_spot(to, name=name, was=known, sitting=sitting)))

    decide(asked, draft)


@app.command()
@judges
def rename(
    asked: Asked,
    what: Annotated[str, typer.Argument(metavar="ACTOR|PLACE", help="An actor or a place, by its id or a name.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to show.")],
) -> None:
    """An actor or a place is shown by this name. It changes nothing else; quotes stay as they are.

    ```
    fogline judge rename "Old Harbour" "Harbour Quarter" --why "its official name"
    ```
    """
    if not name.strip():
        raise InputError("the name is empty: give the name to show")

    def draft(sitting: Sitting) -> Draft:
        kind = sitting.kind(what)
        if kind == EVENT:
            raise InputError("an event has no name of its own: name an actor or a place")
        return Draft(Verdict.RENAME, [sitting.key(kind, what)], name.strip())

    decide(asked, draft)


def _letter(given: str) -> str:
    letter = given.strip().upper()
    if letter not in BEST_FIRST:
        raise InputError(f"{given!r} is no letter of the Admiralty code: give one of {', '.join(BEST_FIRST)}")
    return letter


@app.command()
@judges
def source(
    asked: Asked,
    name: Annotated[str, typer.Argument(metavar="SOURCE", help="An outlet, an agency or a cited source.")],
    *,
    reliability: Annotated[str, typer.Option("--reliability", metavar="A-F", help="Its letter; F takes it back.")],
) -> None:
    """How reliable a source is, by the Admiralty code: A completely, B usually, C fairly, D not usually, E not at all.

    ```
    fogline judge source "Valley Watch" --reliability B --why "right in 40 of 44 cases that we checked"
    ```
    """
    letter = _letter(reliability)
    decide(asked, lambda sitting: Draft(Verdict.RELIABILITY, sitting.sources(name), letter))
