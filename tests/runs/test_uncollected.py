"""Folding without the collector of cycles."""

from __future__ import annotations

import gc

import pytest

from fogline.runs.uncollected import uncollected


def test_the_collector_runs_again_afterwards_also_where_the_fold_fails() -> None:
    @uncollected()
    def fold() -> None:
        assert not gc.isenabled()
        raise KeyError

    with pytest.raises(KeyError):
        fold()
    assert gc.isenabled()


def test_a_collector_that_was_stopped_before_stays_stopped() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
