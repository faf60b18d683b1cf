"""What a whole pack costs: drawn, sealed, registered and stored by the very job that the worker runs.

    .venv/bin/python -m bench.packs [--packs 100] [--peer-rounds 3] [--json]

In a temporary folder with its own PostgreSQL, on one core (this process and its peer are pinned to it), a story that
uses every kind of block goes from draft to approval, again and again with other words each time, and its job is run by
hand: the seconds are those of the job alone. Counted: seconds a pack (wall and CPU), files and their sizes, resident
memory of the process after the fifth pack and after the last one.

The peer, in the same run and on the same core, is headless Chromium, open already, which makes pictures of HTML pages
with the words, panorama, QR code and sizes of the same cards, and prints the PDFs. It measures and fits no text and
seals nothing, so it does less. Needs Chromium and the development packages.
"""

from __future__ import annotations

import argparse
import gc
import html
import json
import os
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from suluh.content.blocks import Block, StoryText
    from suluh.creative.models import Pack, Rendition

CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
_WARM = 5
_MIB = 1024 * 1024
SUBJECTS = (
    "gratifikasi",
    "pengaduan",
    "perizinan",
    "beasiswa",
    "pajak daerah",
    "bantuan sosial",
    "lelang",
    "aset desa",
)


def _blocks(number: int) -> tuple[Block, ...]:
    from suluh.content import blocks as b

    subject = SUBJECTS[number % len(SUBJECTS)]
    return (
        b.Paragraph(text=f"Kanal {subject} dibuka untuk seluruh warga. Petugas mencatat setiap laporan dan tanggal."),
        b.Paragraph(text="Warga dapat mengikuti laporannya dengan nomor yang dikirim lewat pesan singkat."),
        b.Quote(
            text=f"Urusan {subject} tidak boleh membuat warga menunggu tanpa kabar; setiap laporan kami jawab.",
            speaker="Rika Efianti",
            title="Kepala Dinas Kominfo Sumsel",
        ),
        b.Quote(text="Yang kami minta sederhana: tanyakan tarif resminya.", speaker="Yuyu A. Iskak", title="KPK RI"),
        b.Number(value=f"{60 + number % 40} %", label="laporan selesai dalam dua hari", source="Diskominfo Sumsel"),
        b.Number(value="17", label="kabupaten dan kota ikut serta", source="Diskominfo Sumsel"),
        b.Number(value="1.250", label="laporan sejak Januari", source="Diskominfo Sumsel"),
        b.Step(title="Buka kanalnya", text="Masuk ke situs resmi dan pilih jenis laporan."),
        b.Step(title="Tulis yang terjadi", text="Sebut tempat, waktu, dan siapa yang melayani."),
        b.Step(title="Simpan nomornya", text="Nomor itu dipakai untuk menanyakan kabar laporan."),
        b.Step(title="Baca jawabannya", text="Jawaban dikirim paling lambat dua hari kerja."),
        b.MythFact(myth=f"Laporan {subject} dipungut Rp50.000.", fact="Semua laporan gratis.", source="Diskominfo"),
        b.CallToAction(text="Lihat pungutan liar? Laporkan.", url="https://lapor.example.go.id"),
        b.Contact(name="Layanan Warga", phone="0711 555 123", email="humas@example.go.id", hours="Senin–Jumat, 8–15"),
    )


def story(number: int) -> StoryText:
    """Return a story that uses every kind of block; its words differ from number to number."""
    from datetime import date

    from suluh.content import blocks as b

    subject = SUBJECTS[number % len(SUBJECTS)]
    return b.StoryText(
        headline=f"Layanan {subject} kini bisa diperiksa warga dari rumah, pekan ke-{number}",
        lead=f"Dinas Kominfo membuka kanal {subject} yang menjawab dalam dua hari kerja, tanpa biaya.",
        topic="Pelayanan publik",
        place="Palembang",
        dated_on=date(2026, 11, 1 + number % 28),
        byline="Humas",
        blocks=_blocks(number),
    )


@contextmanager
def own_suluh() -> Iterator[None]:
    """Set a Suluh up in a temporary folder for as long as the block runs."""
    with tempfile.TemporaryDirectory(prefix="suluh-bench-packs.") as folder:
        os.environ["SULUH_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "suluh.settings.server"
        os.environ.pop("SULUH_DATABASE_URL", None)
        from suluh.foundation import preparing

        with preparing.ready():
            preparing.migrate()
            yield


def people() -> tuple[Any, Any]:
    """Plant the sample province's office with an author and an approver; return both."""
    from django.conf import settings

    from suluh.agencies import api as agencies
    from suluh.agencies.models import Member, User
    from suluh.foundation import tenancy

    office = agencies.office_called("sumsel", folders=settings.PROVINCE_FOLDERS)
    made = []
    with tenancy.whole_house(reason="bench"):
        for role in ("author", "approver"):
            user = User.objects.create_user(f"{role}@bench.contoh.id", "tidak-dipakai-12", name=role)
            made.append(Member.objects.create(office=office, user=user, roles=[role]))
    return made[0], made[1]


def one_pack(number: int, *, author: Any, approver: Any) -> tuple[Pack, float, float]:
    """Bring a story to approval and run its job; return the pack, the wall and the CPU seconds of the job."""
    from suluh.content import api as content
    from suluh.creative import tasks
    from suluh.creative.models import Pack
    from suluh.foundation import tenancy

    with tenancy.acting(office=author.office_id):
        begun = content.begin_story(story(number), by=author)
        content.submit_story(begun, by=author)
        content.approve_story(begun, by=approver)
        pack = Pack.objects.select_related("code").get(story=begun)
    context: Any = SimpleNamespace(job=SimpleNamespace(attempts=0))
    wall, spent = time.perf_counter(), time.process_time()
    tasks.draw.func(context, pack=pack.pk, office=pack.office_id, code=pack.code.text if pack.code else "")
    seconds = time.perf_counter() - wall, time.process_time() - spent
    return pack, *seconds


def resident() -> float:
    """Return this process's resident memory in MiB, after collecting what is garbage."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / _MIB


def page_of(file: Rendition, *, panorama: str, qr: str, font: Path) -> str:
    """Return the HTML page of a card with the same words and size, a panorama and a QR code."""
    return (
        "<!doctype html><html lang=id><meta charset=utf-8><style>"
        f"@font-face{{font-family:PJS;src:url({font.as_uri()});font-weight:200 800}}"
        f"body{{margin:0;width:{file.width}px;height:{file.height}px;background:#fff6e6;position:relative;"
        "font:700 44px/1.25 PJS;hyphens:auto;overflow:hidden}main{padding:80px}"
        "img{position:absolute;left:0;bottom:0;width:100%}svg{position:absolute;right:60px;bottom:40px;width:150px}"
        f'</style><img src="data:image/svg+xml,{quote(panorama)}"><main>{html.escape(file.alt)}</main>{qr}'
    )


def chromium_draws(browser: Browser, pages: list[tuple[Rendition, str]]) -> float:
    """Make a picture of every card and print every PDF; return the seconds."""
    began = time.perf_counter()
    for file, page_text in pages:
        page = browser.new_page(viewport={"width": file.width, "height": file.height})
        page.set_content(page_text)
        page.evaluate("document.fonts.ready")
        if file.media_type == "application/pdf":
            page.pdf(width=f"{file.width}px", height=f"{file.height}px")
        else:
            page.screenshot()
        page.close()
    return time.perf_counter() - began


def peer(files: list[Rendition], *, rounds: int) -> float:
    """Return the median seconds of Chromium, open already, for the same cards."""
    from fontpkg_plus_jakarta_sans import __file__ as package
    from playwright.sync_api import sync_playwright

    from suluh.creative.drawing.mark import Mark, qr_code
    from suluh.creative.drawing.motif import load_motif

    drawing = load_motif("sumatera-selatan").drawings["panorama"]
    panorama = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 {drawing.height}">{drawing.body}</svg>'
    code = qr_code(Mark(code="K7QX-42MD", url="http://localhost:8000/c/K7QX-42MD"))
    qr = f'<svg viewBox="0 0 {code.modules} {code.modules}"><path d="{code.path}"/></svg>'
    font = next(Path(package).parent.glob("files/PlusJakartaSans*.ttf"))
    pages = [(file, page_of(file, panorama=panorama, qr=qr, font=font)) for file in files]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        seconds = [chromium_draws(browser, pages) for _round in range(rounds + 1)][1:]
        browser.close()
    return statistics.median(seconds)


def counted(files: list[Rendition]) -> dict[str, object]:
    """Return how many files of which kind, and how large the pictures are, in KB."""
    pictures = sorted(f.size / 1000 for f in files if f.media_type.startswith("image/"))
    return {
        "pictures": len(pictures),
        "PDFs": sum(f.media_type == "application/pdf" for f in files),
        "texts": sum(f.media_type.startswith("text/") for f in files),
        "picture KB, median": round(statistics.median(pictures)),
        "picture KB, largest": round(pictures[-1]),
        "pictures over 400 KB": sum(size > 400 for size in pictures),
    }


def measure(*, packs: int, peer_rounds: int) -> dict[str, object]:
    """Return every figure of the bench."""
    from suluh.creative.models import Rendition
    from suluh.foundation import tenancy

    author, approver = people()
    walls, spents, early, problems = [], [], 0.0, 0
    for number in range(packs):
        pack, wall, spent = one_pack(number, author=author, approver=approver)
        walls.append(wall)
        spents.append(spent)
        early = resident() if number + 1 == min(_WARM, packs) else early
        with tenancy.acting(office=author.office_id):
            pack.refresh_from_db()
            problems += len(pack.problems)
    late, peak = resident(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with tenancy.acting(office=author.office_id):
        files = list(Rendition.objects.filter(pack=pack).order_by("position"))
    drawn = [f for f in files if f.width and f.media_type != "video/mp4"]
    chromium = peer(drawn, rounds=peer_rounds)
    warm = statistics.median(walls[min(_WARM, packs - 1) :])
    return {
        "packs": packs,
        **counted(files),
        "layouts that could not be drawn, of all packs": problems,
        "first pack s": round(walls[0], 2),
        "warm pack s, median": round(warm, 3),
        "warm pack CPU s, median": round(statistics.median(spents[min(_WARM, packs - 1) :]), 3),
        "warm pack s, slowest": round(max(walls[min(_WARM, packs - 1) :]), 3),
        f"resident MiB after pack {min(_WARM, packs)}": round(early),
        f"resident MiB after pack {packs}": round(late),
        "resident MiB, peak": round(peak),
        "chromium s for the same cards": round(chromium, 2),
        "ratio chromium to Suluh": round(chromium / warm, 2),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--packs", type=int, default=100)
    parser.add_argument("--peer-rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with own_suluh():
        found = measure(packs=options.packs, peer_rounds=options.peer_rounds)
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for name, value in found.items():
        print(f"{name:<48} {value}")


if __name__ == "__main__":
    main()
