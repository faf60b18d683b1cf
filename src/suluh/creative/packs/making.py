"""A whole pack from one story: every layout drawn, every text written, every file sealed. No database."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType

from suluh.agencies.brand import Brand
from suluh.authenticity.detached import FILE_NAME, seal_folder
from suluh.authenticity.sealing import Claims, seal
from suluh.authenticity.signers import Signer
from suluh.content.blocks import StoryText
from suluh.creative import texts
from suluh.creative.drawing.engine import draw
from suluh.creative.drawing.layouts import Layout, layout_called, layouts_for
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.packs.choose import choose
from suluh.foundation.errors import Refusal

_NONE: Mapping[str, Layout] = MappingProxyType({})


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
    """What a pack is made from. ``pictures`` are the files of the story's media by name.

    ``wanted`` names the layouts and text formats to make; all that suit the story where it is empty. ``own`` are the
    layouts that the office may draw with beside the built-in ones, by name.
    """

    story: StoryText
    brand: Brand
    mark: Mark
    signer: Signer
    claims: Claims
    partners: tuple[Brand, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    wanted: tuple[str, ...] = ()
    own: Mapping[str, Layout] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Made:
    """One layout's outcome: its files, in every size that could be made, and the problem where one could not."""

    layout: str
    files: tuple[MadeFile, ...] = ()
    problem: Problem | None = None


def planned(
    story: StoryText,
    *,
    pictures: Collection[str] = (),
    wanted: Collection[str] = (),
    own: Mapping[str, Layout] = _NONE,
) -> tuple[str, ...]:
    """Return the names of all that a story's pack holds, drawn layouts first: what was wanted, else all that suits.

    ``own`` are the office's own layouts in use.
    """
    formats = texts.formats()
    if wanted:
        return (*sorted(set(wanted) - set(formats)), *sorted(set(wanted) & set(formats)))
    plan = choose(story, pictures=pictures)
    suiting = {name for name, layout in own.items() if layout.suits(plan)} | set(layouts_for(story, pictures=pictures))
    return (*sorted(suiting), *sorted(formats))


def make_pack(order: Order) -> Iterator[Made]:
    """Yield each layout's outcome as it is done. A text that does not fit stops its own layout and size only."""
    formats = texts.formats()
    for name in planned(order.story, pictures=order.pictures, wanted=order.wanted, own=order.own):
        if name in formats:
            yield _outcome(name, makers=[partial(_written, name, order)])
        else:
            yield _drawn_outcome(name, order=order)


def seal_of(files: Sequence[MadeFile], *, order: Order) -> MadeFile:
    """Return SEAL.json: the signed list of a pack's files, which seals the texts too."""
    data = seal_folder({file.name: file.data for file in files}, signer=order.signer, claims=order.claims)
    return MadeFile(layout="seal", name=FILE_NAME, media_type="application/json", data=data)


def _drawn_outcome(name: str, *, order: Order) -> Made:
    try:
        layout = order.own.get(name) or layout_called(name)
    except Refusal as refusal:
        return Made(layout=name, problem=problem_of(name, refusal))
    return _outcome(name, makers=[partial(_drawn, layout.at(size), order) for size in layout.sizes])


def _outcome(name: str, *, makers: Sequence[Callable[[], tuple[MadeFile, ...]]]) -> Made:
    """Return what the makers made; of several problems the first, which is mended first."""
    files: list[MadeFile] = []
    problem = None
    for make in makers:
        try:
            files += make()
        except Refusal as refusal:
            problem = problem or problem_of(name, refusal)
    return Made(layout=name, files=tuple(files), problem=problem)


def problem_of(name: str, refusal: Refusal) -> Problem:
    """Return why a layout could not be made, as it is kept."""
    block = refusal.block if isinstance(refusal, TextDoesNotFit) else ""
    return Problem(layout=name, block=block, sentence=str(refusal), code=refusal.code)


def _drawn(layout: Layout, order: Order) -> tuple[MadeFile, ...]:
    renditions = draw(
        order.story,
        brand=order.brand,
        layout=layout,
        mark=order.mark,
        partners=order.partners,
        pictures=order.pictures,
    )
    files = []
    for rendition in renditions:
        claims = replace(order.claims, title=f"{order.claims.title} ({rendition.name})")
        files.append(
            MadeFile(
                layout=layout.name,
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
