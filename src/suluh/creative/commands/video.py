"""``suluh video``"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from suluh.creative.video.making import Speak


@click.command(short_help="Make a short video of a story or press release, sealed, with captions.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--office", "slug", required=True, help="The office that puts it out, by its short name: sumsel.")
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder for the files."
)
@click.option("--voice", "voice_name", default="", help="Read the words aloud: espeak or program.")
def command(*, file: Path, slug: str, out: Path, voice_name: str) -> None:
    """Make a video of FILE, a press release (text, .docx, .pdf) or a story as JSON: 15 to 45 seconds, upright.

    Beside the MP4 stand its captions as SRT and WebVTT, a transcript and the poster. Its code and seals say that
    nobody has approved the words yet.
    """
    from rich.console import Console
    from rich.progress import Progress

    from suluh.creative.commands.pack import order_for, register
    from suluh.creative.packs.designing import story_from
    from suluh.creative.video.making import make_video
    from suluh.foundation import preparing
    from suluh.foundation.language import lazy as _

    with preparing.ready(), Progress(console=Console(stderr=True), transient=True) as screen:
        preparing.migrate()
        office, order = order_for(story_from(file), slug=slug, partners=())
        spoken = _speak(voice_name, language=order.story.language) if voice_name else None
        began = time.perf_counter()
        task = screen.add_task(file.name, total=1.0)

        def tell(share: float) -> bool:
            screen.update(task, completed=share)
            return True

        files = make_video(order, tell=tell, speak=spoken)
        out.mkdir(parents=True, exist_ok=True)
        for made in files:
            (out / made.name).write_bytes(made.data)
        register(office, order=order, files=files)
    told = _("%(files)d files in %(folder)s, code %(code)s, %(seconds).1f s.")
    seconds = time.perf_counter() - began
    click.echo(str(told % {"files": len(files), "folder": out, "code": order.mark.code, "seconds": seconds}))


def _speak(voice_name: str, *, language: str) -> Speak:
    from functools import partial

    from django.conf import settings

    from suluh.creative.video.voices import speak, voice_called

    return partial(speak, voice=voice_called(voice_name), language=language, program=settings.VOICE_PROGRAM)
