"""What each importer reads of a page of its kind, and what it makes of pages that are wrong."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from suluh.foundation.errors import Refusal
from suluh.verification.corpus.contract import UnknownKind, importer, kinds
from suluh.verification.corpus.values import Bad, BadPage, Found, Place, Row, Sheet

HERE = "https://cek.example"


def rows(kind: str, body: str | bytes, *, address: str = HERE) -> list[Row]:
    data = body.encode() if isinstance(body, str) else body
    return list(importer(kind).rows(Sheet(body=data, url=address.partition("#")[0]), place=Place(address=address)))


def only(kind: str, body: str | bytes) -> Found:
    (row,) = rows(kind, body)
    assert isinstance(row, Found)
    return row


def review(**changes: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"{HERE}/pajak-sepeda",
        "claimReviewed": "Sepeda dikenai pajak mulai Januari",
        "datePublished": "2026-03-04",
        "inLanguage": "id-ID",
        "description": "Tidak ada aturan pajak sepeda.",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Akun media sosial"},
            "datePublished": "2026-03-01T08:00:00+07:00",
            "appearance": [{"@type": "CreativeWork", "url": "https://sosial.example/p/1"}],
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Salah",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
        },
    } | changes


def _inside(thing: object) -> str:
    return json.dumps(thing).replace("</", "<\\/")


def page(*things: object) -> str:
    scripts = "".join(f"<script type='application/ld+json'>{_inside(thing)}</script>" for thing in things)
    return f"<html><head>{scripts}</head><body>…</body></html>"


def post(**changes: Any) -> dict[str, Any]:
    return {
        "id": 71,
        "date": "2026-02-03T09:00:00",
        "modified": "2026-02-04T10:00:00",
        "link": f"{HERE}/2026/02/03/pulsa",
        "title": {"rendered": "[PENIPUAN] Pulsa gratis 100 GB &#8220;hari ibu&#8221;"},
        "excerpt": {"rendered": "<p>Tautan itu mencuri data.</p>"},
        "content": {
            "rendered": "<p>Sumber: WhatsApp</p><p><strong>Narasi</strong>:<br>“Dapatkan 100 GB gratis untuk hari ibu, "
            "klik pulsa-ibu.example sekarang”</p><p><strong>Penjelasan:</strong></p><p>Operator tidak membagi kuota. "
            "<script>alert(1)</script></p><p>Kesimpulan</p><p>Tautan itu pengelabuan.</p>"
            "<p>Rujukan</p><p><a href='https://operator.example/siaran'>siaran</a></p>"
        },
    } | changes


def test_every_file_is_an_importer_that_says_what_it_reads() -> None:
    assert kinds() == ("claimreview", "csv", "datacommons", "feed", "google", "wordpress")
    assert all(str(importer(kind).label) for kind in kinds())


def test_a_kind_nobody_reads_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownKind, match="wordpress"):
        importer("telepati")


def test_a_page_with_claim_review_is_read_whole() -> None:
    row = only("claimreview", page({"@type": "WebSite"}, review()))

    assert row.title == "Sepeda dikenai pajak mulai Januari"
    assert (row.rating, row.value, row.ends) == ("Salah", 1, (1, 5))
    assert (row.first_seen_on, row.checked_on) == (date(2026, 3, 1), date(2026, 3, 4))
    assert (row.link, row.language) == (f"{HERE}/pajak-sepeda", "id")
    assert row.appeared == "Akun media sosial · https://sosial.example/p/1"
    assert row.reason == "Tidak ada aturan pajak sepeda."


@pytest.mark.parametrize(
    "wrapped",
    [
        {"@graph": [{"@type": "NewsArticle"}, review()]},
        [review()],
        {"@type": "WebPage", "mainEntity": {"review": [review()]}},
        review(**{"@type": ["Review", "schema:ClaimReview"]}),
    ],
    ids=["graph", "list", "nested", "types"],
)
def test_claim_review_is_found_wherever_it_stands(wrapped: object) -> None:
    assert only("claimreview", page(wrapped)).rating == "Salah"


def test_two_reviews_of_one_page_are_two_rows() -> None:
    found = rows("claimreview", page([review(), review(claimReviewed="Yang lain")]))

    assert [row.external_id for row in found if isinstance(row, Found)] == [
        f"{HERE}/pajak-sepeda",
        f"{HERE}/pajak-sepeda#2",
    ]


def test_a_review_without_claim_or_verdict_is_told_by_its_number() -> None:
    found = rows("claimreview", page([review(claimReviewed=" ", itemReviewed={}), review(), review(reviewRating={})]))

    assert [row.number for row in found if isinstance(row, Bad)] == [1, 3]


def test_markup_and_control_characters_do_not_come_in() -> None:
    row = only(
        "claimreview", page(review(claimReviewed="<b onclick=x>Pajak</b>\x00 <script>alert(1)</script>naik\u2028"))
    )

    assert row.title == "Pajak naik"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "https://a@b.example/", 'https://x.example/"']
)
def test_an_address_that_is_no_web_address_does_not_come_in(link: str) -> None:
    assert only("claimreview", page(review(url=link))).link == ""


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("claimreview", "<html>tanpa apa-apa"),
        ("claimreview", "<script type='application/ld+json'>" * 3000),
        ("claimreview", "<script type='application/ld+json'>" + "[" * 100_000 + "</script>"),
        ("datacommons", '{"items": []}'),
        ("datacommons", '{"dataFeedElement": [{"a": '),
        ("wordpress", '{"code": "rest_no_route"}'),
        ("wordpress", "<html>"),
        ("feed", "bukan xml"),
        ("feed", "<html><body/></html>"),
        ("csv", "nama,umur\nA,3\n"),
        ("csv", ""),
        ("google", "<html>"),
    ],
)
def test_a_page_of_another_kind_is_refused(kind: str, body: str) -> None:
    with pytest.raises(BadPage):
        rows(kind, body)


def test_a_data_feed_is_read_element_by_element() -> None:
    feed = {
        "@type": "DataFeed",
        "dataFeedElement": [
            {"@type": "DataFeedItem", "item": [review(url="https://satu.example/1")]},
            {"@type": "DataFeedItem", "item": None},
            {"@type": "DataFeedItem", "item": [review(url="https://www.dua.example/2")]},
        ],
    }

    everything = rows("datacommons", json.dumps(feed))
    wanted = rows("datacommons", json.dumps(feed), address=f"{HERE}/feed.json#only=dua.example")

    assert [row.link for row in everything if isinstance(row, Found)] == [
        "https://satu.example/1",
        "https://www.dua.example/2",
    ]
    assert [row.link for row in wanted if isinstance(row, Found)] == ["https://www.dua.example/2"]


def test_a_feed_that_is_cut_gives_what_came_before_the_cut() -> None:
    body = json.dumps({"dataFeedElement": [{"item": [review()]}, {"item": [review()]}]})
    read = importer("datacommons").rows(Sheet(body=body[:-80].encode()), place=Place(address=HERE))

    assert isinstance(next(read), Found)
    with pytest.raises(BadPage):
        next(read)


def test_a_wordpress_post_gives_claim_verdict_message_and_findings() -> None:
    row = only("wordpress", json.dumps([post()]))

    assert row.title == "Pulsa gratis 100 GB “hari ibu”"
    assert (row.rating, row.external_id, row.checked_on) == ("PENIPUAN", "71", date(2026, 2, 3))
    assert row.messages == ("Dapatkan 100 GB gratis untuk hari ibu, klik pulsa-ibu.example sekarang",)
    assert row.review == "Operator tidak membagi kuota.\n\nTautan itu pengelabuan."
    assert (row.reason, row.appeared) == ("Tautan itu pengelabuan.", "WhatsApp")
    assert row.links == ("https://operator.example/siaran",)


def test_posts_that_are_no_fact_checks_are_kept_out() -> None:
    found = rows("wordpress", json.dumps([post(title={"rendered": "Lokakarya di Palembang"}), "aneh", post()]))

    assert [isinstance(row, Found) for row in found] == [False, False, True]


def test_wordpress_is_read_page_by_page_and_then_from_the_last_change() -> None:
    reader, place = importer("wordpress"), Place(address=f"{HERE}/")
    sheet = Sheet(body=json.dumps([post()]).encode(), headers={"x-wp-totalpages": "2"})

    first = reader.onward(sheet, place=place)
    second = reader.onward(sheet, place=Place(address=HERE, position=first.position))
    asked = reader.request(Place(address=HERE, position=second.position)).url

    assert (first.is_end, first.position["page"], second.is_end) == (False, 2, True)
    assert asked.startswith(f"{HERE}/wp-json/wp/v2/posts?")
    assert "modified_after=2026-02-04T10%3A00%3A00" in asked


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<language>id</language><item><title>Gempa 9 SR besok pagi</title><link>https://cek.example/gempa</link>
<guid>gempa-1</guid><pubDate>Tue, 03 Mar 2026 08:00:00 +0700</pubDate>
<category>Bencana</category><category>Hoaks</category>
<content:encoded><![CDATA[<p>Kesimpulan</p><p>Gempa tidak dapat diramal harinya.</p>]]></content:encoded></item>
<item><title>Lowongan</title><link>https://cek.example/lowongan</link></item></channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
<link rel="next" href="/umpan?halaman=2"/><entry><id>urn:1</id><title>HOAKS: Sekolah libur sebulan</title>
<link rel="alternate" href="/libur"/><updated>2026-03-05T00:00:00Z</updated>
<summary>Tidak ada edaran.</summary></entry></feed>"""


def test_rss_takes_the_verdict_of_a_category() -> None:
    good, bad = rows("feed", RSS)

    assert isinstance(good, Found)
    assert (good.title, good.rating, good.language) == ("Gempa 9 SR besok pagi", "Hoaks", "id")
    assert (good.external_id, good.checked_on) == ("gempa-1", date(2026, 3, 3))
    assert good.reason == "Gempa tidak dapat diramal harinya."
    assert isinstance(bad, Bad)


def test_atom_leads_on_to_its_older_entries() -> None:
    row = only("feed", ATOM)
    onward = importer("feed").onward(
        Sheet(body=ATOM.encode(), url=f"{HERE}/umpan"), place=Place(address=f"{HERE}/umpan")
    )

    assert (row.title, row.rating, row.link) == ("Sekolah libur sebulan", "HOAKS", f"{HERE}/libur")
    assert onward.position["next"] == f"{HERE}/umpan?halaman=2"


def test_a_feed_opens_no_file() -> None:
    head = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = RSS.replace("<rss", f"{head}<rss", 1).replace("Gempa 9 SR", "Gempa &f; 9 SR")

    row = next(row for row in rows("feed", body) if isinstance(row, Found))

    assert row.title == "Gempa &f; 9 SR besok pagi"


def test_a_feed_does_not_grow_by_entities() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    body = RSS.replace("<rss", f'<!DOCTYPE rss [<!ENTITY a0 "ha">{bomb}]><rss', 1).replace("Gempa", "Gempa &a8;")

    assert all(isinstance(row, Bad) or len(row.title) < 100 for row in rows("feed", body))


def test_a_table_is_read_with_indonesian_names_and_semicolons() -> None:
    table = (
        "nomor;klaim;putusan;tanggal;tautan;pesan\r\n"
        '1;"Bansos ""lansia"" cair";SALAH;03-02-2026;https://cek.example/1;pesan satu||pesan dua\r\n'
        "\r\n2;;SALAH;;;\r\n3;Tanpa putusan;;;;\r\n"
    )

    good, *bad = rows("csv", "\ufeff" + table)

    assert isinstance(good, Found)
    assert (good.external_id, good.title, good.checked_on) == ("1", 'Bansos "lansia" cair', date(2026, 2, 3))
    assert good.messages == ("pesan satu", "pesan dua")
    assert [row.number for row in bad if isinstance(row, Bad)] == [2, 3]


def test_google_sends_the_key_as_a_header_and_reads_every_review() -> None:
    place = Place(address="https://api.example/v1/claims:search?query=bansos&key=salah", key="kunci-rahasia")
    request = importer("google").request(place)
    answer = {
        "claims": [
            {
                "text": "Bansos 600 ribu lewat tautan",
                "claimant": "Pesan berantai",
                "claimDate": "2026-01-02T00:00:00Z",
                "claimReview": [
                    {
                        "url": f"{HERE}/1",
                        "textualRating": "False",
                        "reviewDate": "2026-01-03T00:00:00Z",
                        "languageCode": "id",
                    }
                ],
            },
            {"text": "Tanpa ulasan"},
        ],
        "nextPageToken": "abc",
    }
    sheet = Sheet(body=json.dumps(answer).encode())

    good, bad = importer("google").rows(sheet, place=place)

    assert "rahasia" not in request.url
    assert "key=" not in request.url
    assert request.headers == {"X-Goog-Api-Key": "kunci-rahasia"}
    assert isinstance(good, Found)
    assert (good.rating, good.appeared, good.checked_on) == ("False", "Pesan berantai", date(2026, 1, 3))
    assert isinstance(bad, Bad)
    assert importer("google").onward(sheet, place=place).position == {"token": "abc"}


def test_google_without_a_key_says_which_setting_is_missing() -> None:
    with pytest.raises(Refusal, match="SULUH_FACT_CHECK_KEY"):
        importer("google").request(Place(address="https://api.example/"))
