"""What drawing gives back, and how it refuses."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.foundation.errors import Refusal, Translatable


@dataclass(frozen=True, kw_only=True)
class Rendition:
    """One drawn file. ``width`` and ``height`` are px, for a PDF the page's size in pt.

    ``size`` names the layout's size where it has several. ``alt`` says in words what is drawn. ``shortened`` names the
    blocks of which whole sentences were left out; ``left_out`` holds the characters that the typeface has no glyph for.
    """

    layout: str
    name: str
    media_type: str
    data: bytes
    width: int
    height: int
    alt: str
    size: str = ""
    page: int = 1
    shortened: tuple[str, ...] = ()
    left_out: str = ""


class TextDoesNotFit(Refusal):
    """A text is too long for its place, even at its smallest size and with its words divided.

    ``block`` is the id of the block ("story" for the headline and the story's other fields), ``kind`` its kind,
    ``layout`` the layout's name, ``cut`` about how many characters must go.
    """

    code = "creative.E201"

    def __init__(self, sentence: Translatable, *, block: str, kind: str, layout: str, cut: int) -> None:
        super().__init__(sentence, hint=f"block={block} kind={kind} layout={layout} cut={cut}")
        self.block = block
        self.kind = kind
        self.layout = layout
        self.cut = cut


class LayoutUnsuited(Refusal):
    """A story has nothing of what a layout is made to show."""

    code = "creative.E216"


class DrawingFailed(Refusal):
    """The typesetter stopped for a reason of its own: a mistake in a layout, not in the story."""

    code = "creative.E202"
    status = 500
