"""A story as its page shows it: blocks in groups, pictures with their files, links that lead where they may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import urlsplit

from django.utils.safestring import SafeString, mark_safe

from suluh.content.api import Block, Media, Paragraph, Picture, StoryText
from suluh.content.blocks import media_ids
from suluh.foundation.richtext import clean

# Blocks of these kinds that follow one another stand together: one list, one row of figures.
TOGETHER = frozenset({"step", "number"})


@dataclass(frozen=True, kw_only=True)
class Group:
    """Blocks shown together. ``kind`` names the template that shows them."""

    kind: str
    blocks: Sequence[Block]
    rich: SafeString = field(default_factory=SafeString)
    media: Media | None = None

    @property
    def block(self) -> Block:
        return self.blocks[0]

    @property
    def template(self) -> str:
        return f"web/blocks/{self.kind}.html"

    @property
    def focus(self) -> str:
        """Return the picture's focal point as the name of one of nine places, such as "left-top"."""
        if not isinstance(self.block, Picture):
            return ""
        return f"{_third(self.block.focal_x, names=('left', 'middle', 'right'))}-" + _third(
            self.block.focal_y, names=("top", "middle", "bottom")
        )


def _third(share: float, *, names: tuple[str, str, str]) -> str:
    return names[min(2, int(share * 3))]


def groups_of(text: StoryText, *, office: int) -> list[Group]:
    """Return a story's blocks as its page shows them, with pictures of its own office. One query, where it has any."""
    media = _media_of(text, office=office)
    groups: list[Group] = []
    for kind, run in groupby(text.blocks, key=lambda block: block.kind):
        blocks = list(run)
        runs = [blocks] if kind in TOGETHER else [[block] for block in blocks]
        groups += [_group(some, media=media) for some in runs]
    return [group for group in groups if group.kind != "picture" or group.media is not None]


def _group(blocks: Sequence[Block], *, media: dict[str, Media]) -> Group:
    first = blocks[0]
    rich = mark_safe(clean(first.text)) if isinstance(first, Paragraph) else SafeString()  # noqa: S308 - just cleaned
    own = media.get(first.media) if isinstance(first, Picture) else None
    return Group(kind=first.kind, blocks=blocks, rich=rich, media=own)


def _media_of(text: StoryText, *, office: int) -> dict[str, Media]:
    wanted = media_ids(text)
    found = Media.objects.filter(pk__in=wanted, office_id=office) if wanted else ()
    return {str(media.pk): media for media in found}


def web_address(url: str) -> str:
    """Return ``url`` where it is a web address that a page may link to, else nothing."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else ""


def host_of(url: str) -> str:
    """Return the name of the site that ``url`` leads to, to be shown beside the link."""
    address = web_address(url)
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
