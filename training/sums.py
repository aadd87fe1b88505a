"""The question whether a processor adds products of eight bits in full, as a network of one product:
`python -m training.sums` writes it (decision 0019)."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import ModelProto, TensorProto, helper, numpy_helper

from fogline.language.processor import DEEP, QUESTION
from training.eight_bits import CONTRIB

WIDE = 32  # columns of the right side


def question() -> ModelProto:
    """`left` [rows, DEEP] times the greatest weights there are, as the networks of the engine and the reader do it."""
    weights = np.full((DEEP, WIDE), 127, dtype=np.int8)
    constants = {
        "right": weights,
        "left_scale": np.float32(1),
        "right_scale": np.ones(WIDE, dtype=np.float32),
        "left_zero": np.uint8(0),
        "right_zero": np.zeros(WIDE, dtype=np.int8),
    }
    told = ["left", "right", "left_scale", "right_scale", "left_zero", "right_zero"]
    graph = helper.make_graph(
        [helper.make_node("MatMulIntegerToFloat", told, ["sums"], domain=CONTRIB)],
        "sums",
        [helper.make_tensor_value_info("left", TensorProto.UINT8, ["rows", DEEP])],
        [helper.make_tensor_value_info("sums", TensorProto.FLOAT, ["rows", WIDE])],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()],
    )
    sets = [helper.make_opsetid("", 17), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(graph, opset_imports=sets, ir_version=8)


if __name__ == "__main__":
    onnx.save(question(), QUESTION)
