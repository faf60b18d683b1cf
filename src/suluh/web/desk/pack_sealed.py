"""A ready pack's formats, from the files that were sealed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from django.urls import reverse

from suluh.content import api as content
from suluh.content.api import StoryText
from suluh.content.blocks import media_ids
from suluh.creative import api as creative
from suluh.web.desk.pack_formats import Card, Frame, Kind, Shot, Stands, frame_of, kind_of, text_frame
from suluh.web.desk.pack_texts import stands_in


def sealed_cards(pack: creative.Pack, *, story: content.Story, wanted: Sequence[str]) -> list[Card]:
    """Return the formats of a pack that are wanted: drawn ones with their files, others with what was the matter."""
    text = pack.revision.text()
    files = list(pack.renditions.order_by("position", "pk"))
    held = {name: list(of) for name, of in groupby(sorted(files, key=_layout), key=_layout)}
    problems = {problem.get("layout", ""): problem for problem in pack.problems}
    names = [*wanted, *(name for name in ("video",) if name in {*held, *problems} and name not in wanted)]
    return [
        _card(name, files=held.get(name, []), problem=problems.get(name, {}), text=text, story=story) for name in names
    ]


def _layout(file: creative.Rendition) -> str:
    return file.layout


def _card(
    name: str, *, files: list[creative.Rendition], problem: dict[str, str], text: StoryText, story: content.Story
) -> Card:
    kind = kind_of(name)
    shortened = {block for file in files for block in file.shortened}
    return Card(
        kind=kind,
        frames=_frames(kind, files=files, story=story),
        files=files,
        stands=_stands(kind, text=text) if files else (),
        refusal=problem.get("sentence", ""),
        block=problem.get("block", ""),
        is_shortened=bool(shortened),
        left_out="".join(dict.fromkeys("".join(file.left_out for file in files))),
    )


def _frames(kind: Kind, *, files: list[creative.Rendition], story: content.Story) -> tuple[Frame, ...]:
    if kind.name in creative.text_formats():
        titles = creative.text_format(kind.name).files
        return tuple(text_frame(kind, words=words_of(file), title=str(titles.get(file.name, ""))) for file in files)
    if kind.place == "video":
        return tuple(frame_of(kind, shots=[_film(file, files=files, story=story)]) for file in files if _is_film(file))
    seen = [file for file in files if file.width]
    # Pages of one size stand in one frame; each PDF is a sheet of its own.
    runs = groupby(seen, key=lambda file: (file.width, file.height, file.name if _is_pdf(file) else ""))
    return tuple(frame_of(kind, shots=[_shot(file, story=story) for file in run]) for _key, run in runs)


def _shot(file: creative.Rendition, *, story: content.Story) -> Shot:
    href = _address(file, story=story)
    return Shot(source=f"{href}?kecil=1", href=href, width=file.width, height=file.height, alt=file.alt)


def _film(file: creative.Rendition, *, files: Sequence[creative.Rendition], story: content.Story) -> Shot:
    """Return a video with the picture and the captions that stand beside it."""
    href = _address(file, story=story)
    beside = {other.media_type: _address(other, story=story) for other in files if other.pk != file.pk}
    poster = f"{beside['image/jpeg']}?kecil=1" if "image/jpeg" in beside else ""
    return Shot(
        source=href,
        href=href,
        width=file.width,
        height=file.height,
        alt=file.alt,
        is_video=True,
        poster=poster,
        captions=beside.get("text/vtt", ""),
    )


def _address(file: creative.Rendition, *, story: content.Story) -> str:
    return reverse("story_pack_file", args=[story.pk, file.pk])


def _is_film(file: creative.Rendition) -> bool:
    return file.media_type.startswith("video/")


def _is_pdf(file: creative.Rendition) -> bool:
    return file.media_type == "application/pdf"


def _stands(kind: Kind, *, text: StoryText) -> tuple[Stands, ...]:
    layout = creative.layout_here(kind.name)
    if layout is None:
        return ()
    pictures = {str(media) for media in media_ids(text)}
    return stands_in(creative.standing_in(text, layout=layout, pictures=pictures))


def words_of(file: creative.Rendition) -> str:
    """Return a text file's words."""
    with file.file.open() as opened:
        words: bytes = opened.read()
    return words.decode()
