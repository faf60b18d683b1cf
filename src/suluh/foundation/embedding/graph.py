"""The network of multilingual-e5-small (BERT's encoder, post-norm) written as ONNX with 8-bit weights.

Each weight matrix is read from 4 bits, scaled by output column to -127..127, and multiplied with activations that are
made 8-bit at run time (ONNX Runtime's `DynamicQuantizeMatMul`, `FusedMatMul`, `Gelu`:
docs/ContribOperators.md of microsoft/onnxruntime, read 2026-11-23). The big table of pieces is not in the network:
its rows are looked up outside, so the network holds 21 MB.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from suluh.foundation.embedding.onnx_file import Network
from suluh.foundation.embedding.weights import Floats, Shape, Weights

DOMAIN: Final = "com.microsoft"
LARGEST: Final = 127
INPUT: Final = "pieces"


def written(weights: Weights) -> bytes:
    """Return the network as an ONNX file: `pieces` [1, tokens, width] in, states of the same shape out."""
    net = Network(name="multilingual-e5-small")
    width = weights.shape.width
    now = net.comes_in(INPUT, dims=(1, "tokens", width))
    for layer in range(weights.shape.layers):
        now = _layer(net, weights=weights, layer=layer, now=now)
    net.goes_out(now, dims=(1, "tokens", width))
    return net.written()


def _layer(net: Network, *, weights: Weights, layer: int, now: str) -> str:
    shape = weights.shape
    name = f"l{layer}"
    parts = [weights.matrix(f"{name}.{part}.w", columns=shape.width) for part in "qkv"]
    bias = np.concatenate([weights.floats(f"{name}.{part}.b") for part in "qkv"])
    asked = _product(net, name=f"{name}.qkv", of=now, matrix=np.concatenate(parts), bias=bias)
    heard = _attention(net, name=name, asked=asked, shape=shape)
    heard = _dense(net, weights=weights, name=f"{name}.ao", of=heard, columns=shape.width)
    now = _added(net, weights=weights, name=f"{name}.aln", of=heard, to=now)
    inner = _dense(net, weights=weights, name=f"{name}.fi", of=now, columns=shape.width)
    inner = net.step("Gelu", of=[inner], domain=DOMAIN)
    outer = _dense(net, weights=weights, name=f"{name}.fo", of=inner, columns=shape.inner)
    return _added(net, weights=weights, name=f"{name}.oln", of=outer, to=now)


def _attention(net: Network, *, name: str, asked: str, shape: Shape) -> str:
    """Write the heads: [1, tokens, 3 * width] -> [1, tokens, width]."""
    size = shape.width // shape.heads
    heads = net.keep(f"{name}.heads", array=np.array([1, -1, 3 * shape.heads, size], dtype=np.int64))
    wide = net.keep(f"{name}.wide", array=np.array([1, -1, shape.width], dtype=np.int64))
    sizes = net.keep(f"{name}.sizes", array=np.array([shape.heads] * 3, dtype=np.int64))
    rows = net.step("Transpose", of=[net.step("Reshape", of=[asked, heads])], attributes={"perm": [0, 2, 1, 3]})
    query, key, value = net.steps("Split", of=[rows, sizes], results=3, attributes={"axis": 1})
    nearness = net.step(
        "FusedMatMul", of=[query, key], domain=DOMAIN, attributes={"transB": 1, "alpha": float(size) ** -0.5}
    )
    share = net.step("Softmax", of=[nearness], attributes={"axis": -1})
    heard = net.step("Transpose", of=[net.step("MatMul", of=[share, value])], attributes={"perm": [0, 2, 1, 3]})
    return net.step("Reshape", of=[heard, wide])


def _dense(net: Network, *, weights: Weights, name: str, of: str, columns: int) -> str:
    matrix = weights.matrix(f"{name}.w", columns=columns)
    return _product(net, name=name, of=of, matrix=matrix, bias=weights.floats(f"{name}.b"))


def _product(net: Network, *, name: str, of: str, matrix: Floats, bias: Floats) -> str:
    """Write `of` times the transposed matrix [out, in] plus bias."""
    numbers, scales = packed(matrix)
    inputs = [
        of,
        net.keep(f"{name}.w", array=numbers),
        net.keep(f"{name}.s", array=scales),
        net.keep(f"{name}.z", array=np.zeros(len(scales), dtype=np.int8)),
        net.keep(f"{name}.b", array=bias.astype(np.float32)),
    ]
    return net.step("DynamicQuantizeMatMul", of=inputs, domain=DOMAIN)


def _added(net: Network, *, weights: Weights, name: str, of: str, to: str) -> str:
    gain = net.keep(f"{name}.w", array=weights.floats(f"{name}.w"))
    bias = net.keep(f"{name}.b", array=weights.floats(f"{name}.b"))
    # The one step `SkipLayerNormalization` takes eight times as long in ONNX Runtime 1.32 as these two (measured).
    return net.step(
        "LayerNormalization",
        of=[net.step("Add", of=[of, to]), gain, bias],
        attributes={"axis": -1, "epsilon": weights.shape.epsilon},
    )


def packed(matrix: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return a matrix [out, in] as int8 [in, out] and a scale for each output, float32 [out]."""
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-12) / LARGEST
    numbers = np.rint(matrix / scales[:, None]).astype(np.int8)
    return np.ascontiguousarray(numbers.T), scales.astype(np.float32)
