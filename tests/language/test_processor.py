"""Products of eight bits are added in full on every processor, by the quicker way where there is one."""

from __future__ import annotations

import numpy as np
import pytest

from fogline.language import network
from fogline.language.engine import SHIPPED
from fogline.language.processor import DEEP, GREATEST, QUESTION, adds_in_full

LONG = 24


def read(session):
    told = {name: np.arange(1000, 1000 + LONG)[None, :] for name in ("pieces",)}
    told |= {"shapes": np.zeros((1, LONG), dtype=np.int64), "firsts": np.arange(LONG)[None, :]}
    return session.run(["arcs", "child", "head"], told)


def test_sums_are_in_full_however_the_processor_answers(monkeypatch):
    monkeypatch.setattr(network, "adds_in_full", lambda: False)
    greatest = np.full((3, DEEP), 255, dtype=np.uint8)
    assert (network.session(QUESTION).run(["sums"], {"left": greatest})[0] == GREATEST * DEEP).all()


@pytest.mark.skipif(not adds_in_full(), reason="this processor knows only the slower way")
def test_both_ways_read_the_same_to_the_last_bit(monkeypatch):
    quick = read(network.session(SHIPPED / "words.onnx"))
    monkeypatch.setattr(network, "adds_in_full", lambda: False)
    slow = read(network.session(SHIPPED / "words.onnx"))
    assert all(np.array_equal(left, right) for left, right in zip(quick, slow, strict=True))
