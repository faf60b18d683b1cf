"""How a drawing and its order travel between two processes: a line of JSON with a length, and bytes after it."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from typing import Any

_LENGTH = struct.Struct(">I")
Read = Callable[[int], bytes]


def packed(message: dict[str, Any], *, parts: tuple[bytes, ...] = ()) -> bytes:
    """Return a message with its parts as bytes."""
    head = json.dumps(message | {"parts": [len(part) for part in parts]}).encode()
    return b"".join((_LENGTH.pack(len(head)), head, *parts))


def unpacked(read: Read, *, most: int) -> tuple[dict[str, Any], tuple[bytes, ...]] | None:
    """Return the next message and its parts, or None at the end.

    ``read`` gives exactly as many bytes as asked for, or fewer at the end.

    Raises ``ValueError`` where the message says that it is longer than ``most``.
    """
    length = read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    (head_length,) = _LENGTH.unpack(length)
    if head_length > most:
        raise ValueError("message too long")
    head = read(head_length)
    if len(head) < head_length:
        return None
    message: dict[str, Any] = json.loads(head)
    lengths = [int(part) for part in message.pop("parts")]
    if sum(lengths) > most or min(lengths, default=0) < 0:
        raise ValueError("message too long")
    parts = tuple(read(part) for part in lengths)
    if [len(part) for part in parts] != lengths:
        return None
    return message, parts
