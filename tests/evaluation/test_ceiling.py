"""`python -m evaluation.ceiling`: one small set read twice, and the errors."""

import json

from evaluation import ceiling
from evaluation.gold import load_split


def test_a_set_is_measured_with_its_own_claims_and_with_the_golds(capsys):
    name = load_split().look[0]
    assert ceiling.main(["--set", name, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert list(rows) == [f"{name} (own)", f"{name} (gold)"]
    assert all(set(row) == set(ceiling.COLUMNS) for row in rows.values())
    assert rows[f"{name} (gold)"]["holder"] > rows[f"{name} (own)"]["holder"]


def test_an_unknown_set_is_an_error_that_says_what_to_do(capsys):
    assert ceiling.main(["--set", "nowhere"]) == 2
    assert "evaluation.run" in capsys.readouterr().err
