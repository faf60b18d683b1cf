"""Reading what offices bring, and refusing what would harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
import typst
from django.conf import settings
from django.utils import translation
from docx.oxml import parse_xml

from suluh.content.readers import LARGEST_FILE, read, readers
from suluh.content.readers.contract import (
    FileDamaged,
    FileHostile,
    FileLocked,
    FileTooLarge,
    KindUnknown,
    NoTextInside,
)
from suluh.content.structure import structure
from suluh.foundation.language import spoken


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Say refusals in English, whether Django is set up or not."""
    token = spoken.set("en")
    if settings.configured:
        with translation.override("en"):
            yield
    else:
        yield
    spoken.reset(token)


SAMPLE = Path(__file__).resolve().parents[5] / "samples" / "siaran-pers-palembang-2024-05-30.txt"
WORDS = "Wali Kota membuka pelatihan – “Mari belajar,” katanya."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_text_is_read_in_the_encodings_that_offices_use(encoding: str) -> None:
    assert read(WORDS.encode(encoding), name="rilis.txt") == WORDS


def _document() -> Any:
    document = docx.Document()
    document.add_heading("Judul Rilis", level=1)
    document.add_paragraph("Paragraf pertama dengan ").add_run("huruf tebal").bold = True
    table = document.add_table(rows=2, cols=2)
    for at, words in enumerate(("Hari", "Kamis", "Tempat:", "Palembang")):
        table.cell(at // 2, at % 2).text = words
    document.add_paragraph("Paragraf terakhir.")
    return document


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_word_headings_paragraphs_and_tables_come_in_order() -> None:
    assert read(_saved(_document()), name="rilis.docx").split("\n\n") == [
        "Judul Rilis",
        "Paragraf pertama dengan huruf tebal",
        "Hari: Kamis",
        "Tempat: Palembang",
        "Paragraf terakhir.",
    ]


def test_word_insertions_are_read_and_deletions_are_not() -> None:
    document = _document()
    paragraph = document.paragraphs[-1]._p
    kept, gone = paragraph.makeelement(_w("ins"), {}), paragraph.makeelement(_w("del"), {})
    for wrapper, words in ((kept, " Disisipkan."), (gone, " Dihapus.")):
        run = parse_xml(f'<w:r xmlns:w="{_W}"><w:t>{words}</w:t></w:r>')
        wrapper.append(run)
        paragraph.append(wrapper)
    assert read(_saved(document), name="rilis.docx").endswith("Paragraf terakhir. Disisipkan.")


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


def _repacked(data: bytes, *, change: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in change:
                new.writestr(name, old.read(name))
        for name, body in change.items():
            new.writestr(name, body)
    return out.getvalue()


def test_a_word_file_with_xml_entities_is_refused() -> None:
    xml = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'
    with pytest.raises(FileHostile):
        read(_repacked(_saved(_document()), change={"word/document.xml": xml}), name="rilis.docx")
    with pytest.raises(FileHostile):
        read(_repacked(_saved(_document()), change={"word/styles.xml": xml.decode().encode("utf-16")}), name="a.docx")


@pytest.mark.slow
@pytest.mark.parametrize("part", ["word/document.xml", "word/media/image1.png"])
def test_a_word_file_that_unpacks_without_measure_is_refused(part: str) -> None:
    with pytest.raises(FileTooLarge, match="unpacks"):
        read(_repacked(_saved(_document()), change={part: bytes(61_000_000)}), name="bom.docx")


def test_damaged_and_other_archives_are_refused_each_in_its_words() -> None:
    with pytest.raises(FileDamaged):
        read(_saved(_document())[:3000], name="rilis.docx")
    with pytest.raises(FileDamaged):
        read(_repacked(_saved(_document()), change={"word/document.xml": b"<w:document"}), name="rilis.docx")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../jahat.txt", "x")
    with pytest.raises(KindUnknown, match="not a Word file"):
        read(out.getvalue(), name="rilis.docx")


def _pdf(body: str, *, header: str = "") -> bytes:
    page = (
        '#set page(paper: "a5", header: [' + header + '], footer: context counter(page).display("1 / 1", both: true))'
    )
    drawn = typst.compile(f'{page}\n#set text(lang: "id", hyphenate: true)\n#set par(justify: true)\n{body}'.encode())
    assert isinstance(drawn, bytes)
    return drawn


@pytest.mark.slow
def test_a_pdf_gives_the_release_back_whole() -> None:
    release = SAMPLE.read_text(encoding="utf-8").strip()
    literal = release.replace('"', '\\"').replace("\n", "\\n")
    drawn = _pdf(
        f'= Komitmen Bersama\n#for p in "{literal}".split("\\n") [#p #parbreak()]', header="DISKOMINFO #h(1fr) 1"
    )
    text = read(drawn, name="rilis.pdf")
    assert text.split("\n\n") == ["Komitmen Bersama", *release.split("\n")]
    assert [quote.speaker for quote in structure(text).quotes] == ["Yuyu A. Iskak", *["Ir. S. A. Supriono"] * 2]


@pytest.mark.slow
def test_a_pdf_of_pictures_says_that_it_was_scanned() -> None:
    with pytest.raises(NoTextInside, match="scanned"):
        read(_pdf("#rect(width: 100%, height: 80%)"), name="pindaian.pdf")


@pytest.mark.slow
def test_a_pdf_of_too_many_pages_is_refused() -> None:
    with pytest.raises(FileTooLarge, match="200 pages"):
        read(_pdf("#for i in range(201) [#pagebreak(weak: false)]"), name="buku.pdf")


LOCKED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>endobj\n"
    b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<43><43>]>>\n%%EOF"
)


def test_locked_and_damaged_pdfs_are_refused_each_in_its_words() -> None:
    with pytest.raises(FileLocked, match="password"):
        read(LOCKED, name="rahasia.pdf")
    with pytest.raises(FileDamaged):
        read(b"%PDF-1.7\nbukan pdf", name="rusak.pdf")


PAGE = """<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Layanan Aduan Dibuka</title></head><body>
<nav><a href="/">Beranda</a> <a href="/berita">Berita</a></nav>
<article><h1>Layanan Aduan Dibuka</h1><p>{first}</p><p>{second}</p></article>
<script>alert("jahat")</script><footer>Hak cipta</footer></body></html>"""
FIRST = "Pemerintah Kabupaten Lahat membuka layanan aduan digital untuk seluruh warga pada Senin (3/6/2024) di pendopo."
SECOND = (
    "Warga dapat melaporkan dugaan pungutan liar kapan saja, dan setiap laporan dijawab paling lambat tiga hari kerja."
)


@pytest.mark.slow
def test_a_web_page_gives_its_article_without_menus_and_scripts() -> None:
    text = read(PAGE.format(first=FIRST, second=SECOND).encode(), name="berita.html", media_type="text/html")
    assert [line for line in text.split("\n") if line] == ["Layanan Aduan Dibuka", FIRST, SECOND]


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(NoTextInside, match="No article"):
        read(b"<!doctype html><html><body><script>app()</script></body></html>", name="a.html")


@pytest.mark.slow
def test_a_page_nested_without_end_is_read_or_refused_but_never_fails() -> None:
    nested = b"<!doctype html><html><body>" + b"<div><p>" * 50_000 + FIRST.encode()
    with pytest.raises((NoTextInside, FileDamaged)):
        read(nested, name="dalam.html")


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(30), NoTextInside),
        (b"\xff\xd8\xff\xe0<html><p>x</p></html>", NoTextInside),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), KindUnknown),
        (b"{\\rtf1 Halo}", KindUnknown),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', KindUnknown),
        (bytes(range(256)) * 4, KindUnknown),
        (b"", NoTextInside),
        (b" \n\t ", NoTextInside),
        (b"a" * (LARGEST_FILE + 1), FileTooLarge),
        (b"a " * 600_000, FileTooLarge),
    ],
)
def test_what_cannot_be_read_is_refused_whatever_its_name(data: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        read(data, name="rilis.docx", media_type="application/pdf")


def test_readers_are_found_by_looking_and_plain_text_is_asked_last() -> None:
    found = readers()
    assert len(found) >= 5
    assert found[-1].recognises(b"Halo")
    assert not any(reader.recognises(b"Halo") for reader in found[:-1])
