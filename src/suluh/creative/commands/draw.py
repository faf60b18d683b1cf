"""suluh draw: a story's pictures in a folder, for designers of layouts and motifs."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Draw a story's pictures into a folder, unsealed: for designing layouts.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--brand", "brand_file", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--office", default="", help="Which [[office]] of the brand file; the first where left out.")
@click.option("--layout", "names", multiple=True, help="Draw only this layout; may be given more than once.")
@click.option("--size", "wanted", default="", help="Draw only this size (square, a4); every size where left out.")
@click.option("--picture", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A photograph to draw.")
@click.option("--credit", default="", help="Who took the photograph.")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
def command(  # noqa: PLR0913 - click calls it, by name
    file: Path,
    brand_file: Path,
    office: str,
    names: tuple[str, ...],
    wanted: str,
    picture: Path | None,
    credit: str,
    out: Path,
) -> None:
    """Draw FILE, a story as JSON or a press release (text, .docx, .pdf), in the look of --brand.

    --brand is a province.toml, or a TOML file with one brand's names and colours. The pictures carry a made-up code.
    Where no --layout is named, those that suit the story are drawn, each in every size it has.
    """
    import time

    from suluh.creative.drawing import Mark, TextDoesNotFit, draw, layout_called, layouts_for
    from suluh.creative.packs.designing import brand_from, story_from, with_picture

    story, brand = story_from(file), brand_from(brand_file, office=office)
    pictures = {picture.name: picture.read_bytes()} if picture else {}
    if picture:
        story = with_picture(story, name=picture.name, alt=picture.stem, credit=credit)
    mark = Mark(code="CONT-0H00", url="https://example.go.id/c/CONT-0H00")
    out.mkdir(parents=True, exist_ok=True)
    chosen = [layout_called(name) for name in names or layouts_for(story, pictures=pictures)]
    for layout in [each.at(size) for each in chosen for size in each.sizes if wanted in ("", size)]:
        began = time.perf_counter()
        title = " ".join(part for part in (layout.name, layout.size) if part)
        try:
            made = draw(story, brand=brand, layout=layout, mark=mark, pictures=pictures)
        except TextDoesNotFit as refusal:
            click.echo(f"{title}: {refusal}", err=True)
            continue
        for rendition in made:
            (out / rendition.name).write_bytes(rendition.data)
        click.echo(f"{title}: {len(made)} · {1000 * (time.perf_counter() - began):.0f} ms")
