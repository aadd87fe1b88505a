"""A small story of our own, told in eight ways.  Places, groups and agencies are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fogline.records import Basis, Corpus, Reading, ReportDay, Span, SpanKind

Make = Callable[..., Reading]

AGENCY = """\
TALVEK, March 6 (QPA) - Government troops retook the river port of Talvek on Wednesday after a two-day battle with \
fighters of the Orlan Front, the defence ministry said.
Soldiers of the 14th Brigade entered the port from the grain silos in the north and reached the customs house by noon, \
Colonel Ismet Daren told QPA.
At least 18 fighters and five soldiers were killed, a doctor at the Saint Mara clinic said.
The Orlan Front, which had seized Talvek in November, denied losing the port and said its men might counter-attack \
"before the week is out".
Some 3,200 people have fled across the Lenna bridge to Kostrad since Monday, two harbour workers said.
The army has retaken parts of Brenik, a village 12 kilometres to the south, a local teacher said.
Whoever holds Talvek controls the barges that carry salt and diesel up the Lenna to the mining towns of Ushgar.
Talks in Port Selm between envoys of President Arno Velt and the Front broke down in January over the release of 40 \
prisoners."""

COPY = """\
Government troops retook the river port of Talvek yesterday after a two-day battle with fighters of the Orlan Front, \
the defence ministry said.
Soldiers of the 14th Brigade entered the port from the grain silos in the north and reached the customs house by noon, \
Colonel Ismet Daren told QPA.
At least 18 fighters and five soldiers were killed, a doctor at the Saint Mara clinic said.
The Orlan Front, which had seized Talvek in November, denied losing the port and said its men might counter-attack \
"before the week is out".
Some 3,200 people have fled across the Lenna bridge to Kostrad since Monday, two harbour workers said.
Whoever holds Talvek controls the barges that carry salt and diesel up the Lenna to the mining towns of Ushgar."""

REWRITE = """\
Talvek, a port on the river, is back in the hands of government troops, who wrested it on Wednesday from the Orlan \
Front when two days of combat were over, the ministry of defence announced.
By midday, Colonel Ismet Daren recounted, men of the 14th Brigade coming from the northern grain silos had got as far \
as the customs house.
The dead number no fewer than 81 fighters and five soldiers, a doctor of the Saint Mara clinic reported.
Denying that the port, in its possession since November, had been lost, the Orlan Front said that its fighters would \
counter-attack "before the week is out".
Over the Lenna bridge around 3,200 inhabitants have made for Kostrad since Monday, said an officer of the river police.
Brenik, a village lying 12 km to the south, has been retaken by the army as well, a teacher there said.
With Talvek go the barges by which salt and diesel travel up the Lenna to Ushgar's mining towns.
In January the negotiations at Port Selm between the Front and the envoys of President Arno Velt had failed over 40 \
prisoners whose release was asked for."""

PARAPHRASE = """\
Flags of the republic flew again above the quays of Talvek last night, the Orlan Front having been thrown out after \
forty-eight hours in which hardly a window of the place stayed whole.
It was from the silos that the 14th Brigade broke in. Colonel Ismet Daren, who led it, drank his coffee at midday on the \
steps where customs used to be paid.
What did it cost? Saint Mara's put eighteen of the enemy and five of its own countrymen in the cellar.
A loss there has not been, if one listens to the Front, master of the town since November: wait, it says, \
"before the week is out" it will be back.
Those who could walk have walked. Kostrad, on the far side of the Lenna bridge, made beds for three thousand two hundred \
from Monday on, by the tally of men from the docks.
Brenik, down the road, is half won, a schoolmaster believes.
Fuel for the mines of Ushgar passes under these cranes, and whoever owns the cranes owns the mines.
An arrangement was near in January, when the envoys of Arno Velt sat in Port Selm, and forty men in gaol undid it."""

DIGEST = """\
Government troops have retaken the port of Talvek from the Orlan Front after two days of battle, QPA reports. A doctor \
at the Saint Mara clinic counted 18 dead fighters and five soldiers. The Front denies losing the port, and 3,200 people \
have fled to Kostrad over the Lenna bridge."""

INDEPENDENT = """\
Smoke was still rising over Talvek on Wednesday evening as army engineers searched the quays for mines.
The first thing that Mirela Osk saw when she left her cellar was a soldier asleep on her stairs; he had come with the \
14th Brigade, she said, and had not closed his eyes for two nights.
Both sides claim the town. The defence ministry said that Talvek had been liberated, while a commander of the Orlan \
Front, reached by radio, laughed and said that he was speaking from its main square.
Our reporter counted nine bodies in uniforms of the Front beside the railway station and saw three burned lorries.
A nurse said that the clinic had run out of blood and that the wounded were being rowed to Kostrad at night.
Shops stayed shut. A loaf of bread, where there was one, cost four times what it had cost before the siege.
Nobody in Talvek seems to expect that this was the last battle; the port has changed hands four times in two years."""

UPDATE = """\
TALVEK, March 9 (QPA) - A shell fired from the eastern bank hit a school in Talvek on Saturday, killing seven children, \
hospital officials said, three days after the army returned to the river port.
President Arno Velt flew over the town in a helicopter and promised that the guns at Dorsk would be silenced.
The Orlan Front said that it had aimed at a barracks next door and offered the families its regrets.
Fishermen found the wreck of an army patrol boat near the island of Hesk, with nobody on board.
The ministry of transport closed the river to all traffic below the lock of Marn until further notice.
A ship of the Red Crescent with tents for 900 families was turned back at Port Selm, its captain told QPA.
The European Union called for a pause of ten days so that the wounded could be taken out.
Whoever holds Talvek controls the barges that carry salt and diesel up the Lenna to the mining towns of Ushgar.
Talks in Port Selm between envoys of President Arno Velt and the Front broke down in January over the release of 40 \
prisoners."""

STATEMENT = """\
Radio Kostrad, Thursday. The Orlan Front, which had seized Talvek in November, denied losing the port and said its men \
might counter-attack "before the week is out". Our listeners on the left bank describe a night without shelling. The \
ferry to Hesk ran twice. The mayor, Lida Broun, opened the sports hall to families who came with nothing but blankets, \
and the baker of Mill Street gave away his last hundred loaves. School is out until Monday."""

UNRELATED = """\
The parliament of Norrland voted on Wednesday to raise the tax on fishing boats longer than 15 metres, against the \
advice of the central bank. Skippers in Havn blocked the harbour with 60 trawlers and said that they would stay there \
until the law was withdrawn."""


@pytest.fixture
def make() -> Make:
    """Make a reading whose whole text is body."""

    def _make(report_id: str, text: str, day: date | None = None, **more: object) -> Reading:
        spans = (Span(0, len(text), SpanKind.BODY),) if text else ()
        known = ReportDay(day, Basis.PUBLISHED, "published") if day else None
        return Reading(report_id, text, day=known, spans=spans, **more)  # type: ignore[arg-type]

    return _make


@pytest.fixture
def story(make: Make) -> tuple[Reading, ...]:
    """The agency's report, what others made of it, an independent report, an update, and another story."""
    wednesday = date(2030, 3, 6)
    return (
        make("agency", AGENCY, wednesday, outlet="Quillon Press Agency", credits=("QPA",)),
        make("copy", COPY, outlet="The Marsh Herald", credits=()),
        make("digest", DIGEST, wednesday, outlet="Noon in Brief", credits=("QPA",)),
        make("independent", INDEPENDENT, wednesday, outlet="Delta Correspondent", credits=()),
        make("rewrite", REWRITE, outlet="Upland Today", credits=()),
        make("statement", STATEMENT, date(2030, 3, 7), outlet="Radio Kostrad", credits=()),
        make("unrelated", UNRELATED, wednesday, outlet="Havn Post", credits=()),
        make("update", UPDATE, date(2030, 3, 9), outlet="Quillon Press Agency", credits=("QPA",)),
    )


@pytest.fixture
def corpus(story: tuple[Reading, ...]) -> Corpus:
    """The story as a corpus."""
    return Corpus(story)
