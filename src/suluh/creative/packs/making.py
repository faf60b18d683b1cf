"""A whole pack from one story: every layout drawn, every text written, every file sealed. No database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from suluh.agencies.brand import Brand
from suluh.authenticity.detached import FILE_NAME, seal_folder
from suluh.authenticity.sealing import Claims, seal
from suluh.authenticity.signers import Signer
from suluh.content.blocks import StoryText
from suluh.creative import texts
from suluh.creative.drawing.engine import draw
from suluh.creative.drawing.layouts import layouts
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.foundation.errors import Refusal


@dataclass(frozen=True, kw_only=True)
class MadeFile:
    """One file of a pack, ready to post. ``width`` and ``height`` are px (pt for a PDF, 0 for a text).

    ``shortened`` names the blocks of which whole sentences were left out; ``left_out`` holds the characters that the
    typeface cannot draw.
    """

    layout: str
    name: str
    media_type: str
    data: bytes
    width: int = 0
    height: int = 0
    alt: str = ""
    shortened: tuple[str, ...] = ()
    left_out: str = ""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A layout that could not be made: the block to mend, and the sentence that says how."""

    layout: str
    block: str
    sentence: str
    code: str


@dataclass(frozen=True, kw_only=True)
class Order:
    """What a pack is made from. ``pictures`` are the files of the story's media by name."""

    story: StoryText
    brand: Brand
    mark: Mark
    signer: Signer
    claims: Claims
    partners: tuple[Brand, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Made:
    """One layout's outcome: its files, or its problem."""

    layout: str
    files: tuple[MadeFile, ...] = ()
    problem: Problem | None = None


def planned() -> tuple[str, ...]:
    """Return the names of all that a pack holds, drawn layouts first."""
    return (*sorted(layouts()), *sorted(texts.formats()))


def make_pack(order: Order) -> Iterator[Made]:
    """Yield each layout's outcome as it is done. A text that does not fit stops its own layout only."""
    for name in sorted(layouts()):
        yield _outcome(name, order=order, make=_drawn)
    for name in sorted(texts.formats()):
        yield _outcome(name, order=order, make=_written)


def seal_of(files: Sequence[MadeFile], *, order: Order) -> MadeFile:
    """Return SEAL.json: the signed list of a pack's files, which seals the texts too."""
    data = seal_folder({file.name: file.data for file in files}, signer=order.signer, claims=order.claims)
    return MadeFile(layout="seal", name=FILE_NAME, media_type="application/json", data=data)


def _outcome(name: str, *, order: Order, make: Callable[[str, Order], tuple[MadeFile, ...]]) -> Made:
    try:
        return Made(layout=name, files=make(name, order))
    except Refusal as refusal:
        block = refusal.block if isinstance(refusal, TextDoesNotFit) else ""
        return Made(layout=name, problem=Problem(layout=name, block=block, sentence=str(refusal), code=refusal.code))


def _drawn(name: str, order: Order) -> tuple[MadeFile, ...]:
    renditions = draw(
        order.story,
        brand=order.brand,
        layout=name,
        mark=order.mark,
        partners=order.partners,
        pictures=order.pictures,
    )
    files = []
    for rendition in renditions:
        claims = replace(order.claims, title=f"{order.claims.title} ({rendition.name})")
        files.append(
            MadeFile(
                layout=name,
                name=rendition.name,
                media_type=rendition.media_type,
                data=seal(rendition.data, media_type=rendition.media_type, signer=order.signer, claims=claims),
                width=rendition.width,
                height=rendition.height,
                alt=rendition.alt,
                shortened=rendition.shortened,
                left_out=rendition.left_out,
            )
        )
    return tuple(files)


def _written(name: str, order: Order) -> tuple[MadeFile, ...]:
    written = texts.write(order.story, format_name=name, brand=order.brand, mark=order.mark)
    return tuple(
        MadeFile(layout=name, name=text.name, media_type="text/plain", data=text.text.encode()) for text in written
    )
