"""What a judgement names, and what of that the record does not hold."""

import pytest

from fogline.control.keys import split_key
from fogline.control.subjects import Subjects
from fogline.control.trust import outlet_key
from fogline.records import Verdict
from tests.control.cases import claim, corpus
from tests.control.judging import NEW, judge, move

CLAIM = claim("capture", "green", says="watch")
BASE = corpus(CLAIM)
SPLIT = judge(Verdict.SPLIT, "green", value="Free Green Army")
HERE = CLAIM.claim_id


@pytest.mark.parametrize(
    ("made", "missing"),
    [
        (judge(Verdict.DISTRUST, HERE, value="claim"), ()),
        (judge(Verdict.DISTRUST, "claim-0", value="claim"), ("claim-0",)),
        (judge(Verdict.DISTRUST, "r1", value="report"), ()),
        (judge(Verdict.DISTRUST, "r9", value="report"), ("r9",)),
        (judge(Verdict.DISTRUST, outlet_key("OUTLET R1"), value="outlet"), ()),
        (judge(Verdict.DISTRUST, outlet_key("another"), value="outlet"), (outlet_key("another"),)),
        (judge(Verdict.DISTRUST, "watch", value="source"), ()),
        (judge(Verdict.RELIABILITY, "nobody", "watch", value="B"), ()),
        (judge(Verdict.RELIABILITY, "nobody", value="B"), ("nobody",)),
        (judge(Verdict.REDATE, "claim-0", value="2020-05-01/2020-05-01"), ("claim-0",)),
        (judge(Verdict.REDATE, "r1", value="2020-05-01"), ()),
        (judge(Verdict.MERGE, "green", "nobody", value="actor"), ("nobody",)),
        (judge(Verdict.MERGE, "green", "watch", value="actor"), ()),
        (judge(Verdict.MERGE, "brown", split_key("green", "Free Green Army"), value="actor"), ()),
        (judge(Verdict.MERGE, HERE, "claim-0", value="event"), ("claim-0",)),
        (judge(Verdict.SPLIT, HERE), ()),
        (move("nowhere"), ("nowhere",)),
        (judge(Verdict.RENAME, NEW.place_id, value="Ashford"), ()),
        (judge(Verdict.KIN, "r1", "r9"), ("r9",)),
        (judge(Verdict.OWN_ORIGIN, "r1"), ()),
        (judge(Verdict.UNDO, SPLIT.judgement_id), ()),
        (judge(Verdict.UNDO, "judgement-0"), ("judgement-0",)),
    ],
    ids=lambda value: f"{value.verdict} {value.subjects[0]}" if hasattr(value, "verdict") else "",
)
def test_a_judgement_waits_for_what_it_cannot_do_without(made, missing):
    known = Subjects.of(BASE, [SPLIT, move("alder"), made])
    assert known.missing(made) == missing
