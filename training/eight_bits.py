"""The network's products in eight bits, with scales that are fixed beforehand.

ONNX Runtime's dynamic quantization takes the scale of each product's input from the batch at hand, so that a sentence
would be read a little differently beside other sentences.  Here each scale is measured once, on training sentences,
and written down: what a sentence reads as depends on the sentence alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

Inputs = Mapping[str, NDArray[np.int64]]
Range = tuple[float, float]

ROOM = 1.05  # beyond the median of the batches' ranges, which hardly differ
CONTRIB = "com.microsoft"


def quantize(whole: Path, out: Path, batches: Iterable[Inputs]) -> None:
    """Write the model at `whole` to `out` with weights and products in eight bits; scales are measured on `batches`."""
    with tempfile.TemporaryDirectory() as scratch:
        dynamic = Path(scratch) / "dynamic.onnx"
        kinds = ["MatMul", "Gather"]
        quantize_dynamic(whole, dynamic, weight_type=QuantType.QInt8, op_types_to_quantize=kinds, per_channel=True)
        model = onnx.load(dynamic)
    _fix(model, _ranges(model, batches))
    _fuse(model)
    model.opset_import.append(helper.make_opsetid(CONTRIB, 1))
    onnx.save(model, out)


def _dynamic(model: ModelProto) -> list[NodeProto]:
    return [node for node in model.graph.node if node.op_type == "DynamicQuantizeLinear"]


def _ranges(model: ModelProto, batches: Iterable[Inputs]) -> dict[str, Range]:
    """For each input that is quantized, the least and the greatest number it usually holds."""
    probe = ModelProto()
    probe.CopyFrom(model)
    nodes = _dynamic(model)
    for node in nodes:
        probe.graph.output.append(helper.make_tensor_value_info(node.output[1], TensorProto.FLOAT, []))
        probe.graph.output.append(helper.make_tensor_value_info(node.output[2], TensorProto.UINT8, []))
    session = onnxruntime.InferenceSession(probe.SerializeToString(), providers=["CPUExecutionProvider"])
    seen: dict[str, list[Range]] = {node.output[0]: [] for node in nodes}
    scales, zeros = ([node.output[i] for node in nodes] for i in (1, 2))
    for batch in batches:
        found = list(map(float, session.run([*scales, *zeros], dict(batch))))
        for node, scale, zero in zip(nodes, found[: len(nodes)], found[len(nodes) :], strict=True):
            seen[node.output[0]].append((-zero * scale, (255 - zero) * scale))
    return {name: (_usual(low for low, _ in told), _usual(high for _, high in told)) for name, told in seen.items()}


def _usual(values: Iterable[float]) -> float:
    return float(median(values)) * ROOM


def _fix(model: ModelProto, ranges: Mapping[str, Range]) -> None:
    """Each scale and zero point that was found per batch becomes a constant."""
    for node in _dynamic(model):
        low, high = ranges[node.output[0]]
        scale = (high - low) / 255
        constants = (
            (np.float32(scale), node.output[1]),
            (np.uint8(np.clip(round(-low / scale), 0, 255)), node.output[2]),
        )
        model.graph.initializer.extend(numpy_helper.from_array(np.asarray(value), name) for value, name in constants)
        fixed = helper.make_node("QuantizeLinear", [node.input[0], *node.output[1:]], [node.output[0]])
        _replace(model, [node], fixed)


def _fuse(model: ModelProto) -> None:
    """A product of integers, its scaling and its bias become one node, as the runtime has it for dynamic ones."""
    constants = {tensor.name: tensor for tensor in model.graph.initializer}
    users: dict[str, list[NodeProto]] = {}
    for node in model.graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    makers = {name: node for node in model.graph.node for name in node.output}
    for node in [node for node in model.graph.node if node.op_type == "MatMulInteger"]:
        left, right, left_zero, right_zero = node.input
        cast = users[node.output[0]][0]
        scaled = users[cast.output[0]][0]
        scales = makers[next(name for name in scaled.input if name != cast.output[0])]
        old, bias = [node, cast, scaled], ""
        after = users.get(scaled.output[0], [])
        if len(after) == 1 and after[0].op_type == "Add":
            other = next(name for name in after[0].input if name != scaled.output[0])
            if other in constants and len(constants[other].dims) == 1:
                old, bias = [*old, after[0]], other
        told = [left, right, *scales.input, left_zero, right_zero, bias]
        _replace(model, old, helper.make_node("MatMulIntegerToFloat", told, [old[-1].output[0]], domain=CONTRIB))
        if not any(scales.output[0] in other.input for other in model.graph.node):
            model.graph.node.remove(scales)


def _replace(model: ModelProto, old: list[NodeProto], new: NodeProto) -> None:
    """Put `new` where the last of `old` stands; the order of the nodes is that of their work."""
    model.graph.node.insert(list(model.graph.node).index(old[-1]), new)
    for node in old:
        model.graph.node.remove(node)
