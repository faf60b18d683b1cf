"""Just enough of the ONNX file format to write one network, so that the package `onnx` is not needed where it runs.

Field numbers are those of onnx/onnx.proto3 (github.com/onnx/onnx, IR version 10, read 2026-11-23); the outer form is
Protocol Buffers' wire format (protobuf.dev/programming-guides/encoding, read 2026-11-23).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

IR_VERSION: Final = 10
OPERATORS: Final = 17
"""The version of ONNX's own operators."""
KINDS: Final = {"float32": 1, "uint8": 2, "int8": 3, "int64": 7}
Attribute = int | float | str | Sequence[int]


def _varint(number: int) -> bytes:
    number &= (1 << 64) - 1
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def _number(tag: int, number: int) -> bytes:
    return _varint(tag << 3) + _varint(number)


def _bytes(tag: int, data: bytes | str) -> bytes:
    data = data.encode() if isinstance(data, str) else data
    return _varint(tag << 3 | 2) + _varint(len(data)) + data


def _attribute(name: str, value: Attribute) -> bytes:
    head = _bytes(1, name)
    if isinstance(value, int):
        return head + _number(3, value) + _number(20, 2)
    if isinstance(value, float):
        return head + _varint(2 << 3 | 5) + struct.pack("<f", value) + _number(20, 1)
    if isinstance(value, str):
        return head + _bytes(4, value) + _number(20, 3)
    return head + b"".join(_number(8, one) for one in value) + _number(20, 7)


def _kept(name: str, array: NDArray[np.generic]) -> bytes:
    dims = b"".join(_varint(size) for size in array.shape)
    return _bytes(1, dims) + _number(2, KINDS[array.dtype.name]) + _bytes(8, name) + _bytes(9, array.tobytes())


def _port(name: str, dims: Sequence[int | str]) -> bytes:
    shape = b"".join(_bytes(1, _number(1, one) if isinstance(one, int) else _bytes(2, one)) for one in dims)
    return _bytes(1, name) + _bytes(2, _bytes(1, _number(1, KINDS["float32"]) + _bytes(2, shape)))


@dataclass
class Network:
    """A network that is being written: steps in order, kept arrays, and what goes in and out (float32)."""

    name: str
    _steps: list[bytes] = field(default_factory=list)
    _kept: list[bytes] = field(default_factory=list)
    _doors: list[bytes] = field(default_factory=list)
    _count: int = 0

    def keep(self, name: str, *, array: NDArray[np.generic]) -> str:
        """Keep an array in the file and return its name."""
        self._kept.append(_bytes(5, _kept(name, array)))
        return name

    def step(
        self, kind: str, *, of: Sequence[str], domain: str = "", attributes: dict[str, Attribute] | None = None
    ) -> str:
        """Add a step with one result and return the result's name."""
        return self.steps(kind, of=of, results=1, domain=domain, attributes=attributes)[0]

    def steps(
        self,
        kind: str,
        *,
        of: Sequence[str],
        results: int,
        domain: str = "",
        attributes: dict[str, Attribute] | None = None,
    ) -> list[str]:
        """Add a step with several results and return their names."""
        names = [f"{kind}.{self._count + one}" for one in range(results)]
        self._count += results
        body = b"".join(_bytes(1, one) for one in of) + b"".join(_bytes(2, one) for one in names)
        body += _bytes(4, kind) + b"".join(_bytes(5, _attribute(*pair)) for pair in (attributes or {}).items())
        self._steps.append(_bytes(1, body + (_bytes(7, domain) if domain else b"")))
        return names

    def comes_in(self, name: str, *, dims: Sequence[int | str]) -> str:
        """Declare an input."""
        self._doors.append(_bytes(11, _port(name, dims)))
        return name

    def goes_out(self, name: str, *, dims: Sequence[int | str]) -> None:
        """Declare a result as an output."""
        self._doors.append(_bytes(12, _port(name, dims)))

    def written(self) -> bytes:
        """Return the whole file."""
        graph = b"".join(self._steps) + _bytes(2, self.name) + b"".join(self._kept) + b"".join(self._doors)
        sets = [_number(2, OPERATORS), _bytes(1, "com.microsoft") + _number(2, 1)]
        return _number(1, IR_VERSION) + _bytes(2, "suluh") + _bytes(7, graph) + b"".join(_bytes(8, one) for one in sets)
