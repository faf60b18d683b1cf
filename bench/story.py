"""How long the way of one story takes, step by step, against Chromium drawing the same pictures.

    .venv/bin/python -m bench.story [FILE] [--office sumsel] [--rounds 5] [--json]

Each round does what ``suluh pack`` does after start-up: read, structure, coach, draw, seal, write. The peer draws, in
the same run and the same process state, HTML pages with the same words, sizes and typeface in headless Chromium (each
picture a screenshot, each PDF printed), once with the browser already open and once with starting it. Needs Chromium
and the development packages. Everything stays on this machine.
"""

from __future__ import annotations

import argparse
import html
import json
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from suluh.agencies.province_files import brand_of
from suluh.authenticity.authority import Authority
from suluh.authenticity.sealing import Claims
from suluh.creative.drawing.mark import Mark
from suluh.creative.packs.filing import Report, fill, prepare
from suluh.creative.packs.making import MadeFile, Order
from suluh.foundation.clock import now
from suluh.settings.environment import ROOT

SAMPLE = ROOT / "samples" / "siaran-pers-palembang-2024-05-30.txt"
CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def one_round(file: Path, *, office: str, folder: Path) -> tuple[Report, float]:
    """Go the way once; return the report and the seconds it took, start-up left out."""
    report, began = Report(), time.perf_counter()
    story = prepare(file, report=report, wants_mending=True)
    with report.step("code and key"):
        brand = brand_of(office)
        authority = Authority(folder / "keys")
        authority.set_up(name="bench", at=now())
        signer = authority.office_signer(brand.slug, name=brand.name, at=now())
        mark = Mark(code="K7QX-42MD", url="http://localhost:8000/c/K7QX-42MD")
        claims = Claims(title=story.headline, office=brand.name, code=mark.code, code_url=mark.url, at=now())
    order = Order(story=story, brand=brand, mark=mark, signer=signer, claims=claims)
    fill(folder / "pack", order=order, report=report, tell=lambda _layout: None)
    return report, time.perf_counter() - began


def _page(file: MadeFile, *, ground: str, font: Path) -> str:
    words = html.escape(file.alt)
    return (
        "<!doctype html><meta charset=utf-8><style>"
        f"@font-face{{font-family:PJS;src:url({font.as_uri()});font-weight:200 800}}"
        f"body{{margin:0;width:{file.width}px;height:{file.height}px;background:{ground};"
        "font:700 48px/1.2 PJS;hyphens:auto;overflow:hidden}main{padding:90px}</style>"
        f"<html lang=id><main>{words}</main>"
    )


def chromium_draws(browser: Browser, files: list[MadeFile], *, ground: str, font: Path) -> float:
    """Draw every picture and PDF by Chromium from pages with the same words; return the seconds."""
    began = time.perf_counter()
    for file in files:
        page = browser.new_page(viewport={"width": file.width, "height": file.height})
        page.set_content(_page(file, ground=ground, font=font))
        page.evaluate("document.fonts.ready")
        if file.media_type == "application/pdf":
            page.pdf(width=f"{file.width}px", height=f"{file.height}px")
        else:
            page.screenshot()
        page.close()
    return time.perf_counter() - began


def peer(files: list[MadeFile], *, rounds: int) -> dict[str, float]:
    """Return the median seconds of Chromium with the browser open, and with starting it."""
    from fontpkg_plus_jakarta_sans import __file__ as package

    font = next(Path(package).parent.glob("files/PlusJakartaSans*.ttf"))
    warm: list[float] = []
    cold: list[float] = []
    with sync_playwright() as play:
        for _round in range(rounds):
            began = time.perf_counter()
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
            chromium_draws(browser, files, ground="#fff6e6", font=font)
            cold.append(time.perf_counter() - began)
            warm.append(chromium_draws(browser, files, ground="#fff6e6", font=font))
            browser.close()
    return {"chromium open": statistics.median(warm), "chromium started": statistics.median(cold)}


def measure(file: Path, *, office: str, rounds: int) -> dict[str, object]:
    """Return every figure of the bench; the first round is kept apart, as the cold one."""
    reports: list[Report] = []
    totals: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        for _round in range(rounds + 1):
            report, total = one_round(file, office=office, folder=Path(name))
            reports.append(report)
            totals.append(total)
    drawn = [f for f in reports[-1].files if f.width]
    steps = {step: statistics.median(r.seconds[step] for r in reports[1:]) for step in reports[0].seconds}
    chromium = peer(drawn, rounds=max(1, rounds // 2))
    return {
        "files": len(reports[-1].files),
        "drawn": len(drawn),
        "problems": [p.sentence for p in reports[-1].problems],
        "first round s": round(totals[0], 3),
        "median round s": round(statistics.median(totals[1:]), 3),
        "steps s": {step: round(value, 4) for step, value in steps.items()},
        "peer s": {name: round(value, 3) for name, value in chromium.items()},
        "ratio, chromium open to draw and seal": round(chromium["chromium open"] / steps["draw and seal"], 2),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("file", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--office", default="sumsel")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = measure(options.file, office=options.office, rounds=options.rounds)
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for name, value in found.items():
        print(f"{name:<40} {value}")


if __name__ == "__main__":
    main()
