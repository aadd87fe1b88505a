"""Whether this processor adds products of eight bits in full.

With VNNI instructions (or on ARM) it does.  Without, ONNX Runtime adds them in sixteen bits, which overflow, unless it
is told to take a slower way; that way is slower on every processor, so it is taken only where it has to be (0019).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime

QUESTION = Path(__file__).parent / "data" / "sums.onnx"  # written by training/sums.py
DEEP = 256  # products that are added up
GREATEST = 255 * 127  # of the products of eight bits
ROWS = (1, 16)  # one row alone, and several, may be multiplied by different instructions


@cache
def adds_in_full() -> bool:
    """Asked of the processor itself, by a sum of the greatest products there are."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(QUESTION), options, providers=["CPUExecutionProvider"])
    sums = (session.run(["sums"], {"left": np.full((rows, DEEP), 255, dtype=np.uint8)})[0] for rows in ROWS)
    return all(bool((found == GREATEST * DEEP).all()) for found in sums)
