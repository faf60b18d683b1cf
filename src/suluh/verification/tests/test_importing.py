"""A reading of a source against a real server: what is kept, what is asked a second time, and where it goes on."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from django.conf import settings
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.foundation import tenancy
from suluh.foundation.models import AuditEntry
from suluh.verification.actions.add_source import BadSource, NewSource, add_source
from suluh.verification.commands.facts import command
from suluh.verification.corpus.tests.conftest import Said, Site, site
from suluh.verification.importing import Report, import_file, import_source
from suluh.verification.models import FactCheck, Message, Source
from suluh.verification.tasks import read_sources

__all__ = ["site"]
pytestmark = pytest.mark.django_db


def source_of(site: Site, *, kind: str = "wordpress", path: str = "") -> Source:
    new = NewSource(slug="cek", kind=kind, name="Cek Contoh", licence="Boleh dikutip", address=site.at(path))
    return add_source(new)


def read(source: Source, site: Site, *, most_pages: int = 400) -> Report:
    source.refresh_from_db()
    return import_source(source, fetcher=site.fetcher(), most_pages=most_pages)


def post(number: int, *, title: str = "", content: str = "") -> dict[str, Any]:
    return {
        "id": number,
        "date": "2026-02-03T09:00:00",
        "modified": f"2026-02-04T10:00:{number % 60:02}",
        "link": f"https://cek.example/{number}",
        "title": {"rendered": title or f"[SALAH] Kabar nomor {number}"},
        "content": {"rendered": content or "<p>Kesimpulan</p><p>Tidak benar.</p>"},
    }


def posts(*numbers: int, pages: int = 1, etag: str = "") -> Said:
    headers = {"X-WP-TotalPages": str(pages), "Content-Type": "application/json"} | ({"ETag": etag} if etag else {})
    return Said(body=json.dumps([post(number) for number in numbers]).encode(), headers=headers)


POSTS = "/wp-json/wp/v2/posts"


def test_what_a_source_says_is_kept_with_where_it_came_from(site: Site) -> None:
    narration = "<p>Narasi</p><p>Hubungi 0812-3456-7890 untuk bansos Rp600.000</p><p>Kesimpulan</p><p>Palsu.</p>"
    body = json.dumps([post(1, title="[HOAKS] Bansos lewat tautan", content=narration)]).encode()
    site.say(POSTS, Said(body=body))
    source = source_of(site)

    report = read(source, site)

    kept = FactCheck.objects.public().get()
    assert (report.kept.new, report.is_finished, report.trouble) == (1, True, None)
    assert (kept.title, kept.verdict, kept.rating) == ("Bansos lewat tautan", "salah", "HOAKS")
    assert (kept.source, kept.external_id, kept.office_id) == (source, "1", None)
    assert (kept.link, kept.reason, kept.language) == ("https://cek.example/1", "Palsu.", "id")
    with tenancy.whole_house(reason="test"):
        (message,) = Message.objects.filter(fact_check=kept)
        entry = AuditEntry.objects.get(action="verification.import_facts")
    assert "0812" not in message.text
    assert "Rp600.000" in message.text
    assert entry.detail == {"source": "cek", "new": 1, "changed": 0}


def test_reading_again_changes_what_was_changed_and_doubles_nothing(site: Site) -> None:
    source = source_of(site)
    site.say(POSTS, posts(1, 2))
    read(source, site)
    changed = json.dumps([post(1), post(2, title="[BENAR] Kabar nomor 2")]).encode()
    site.say(POSTS, Said(body=changed))

    report = read(source, site)

    assert (report.kept.new, report.kept.changed, report.kept.same) == (0, 1, 1)
    assert dict(FactCheck.objects.values_list("external_id", "verdict")) == {"1": "salah", "2": "benar"}


def test_a_reading_that_was_broken_off_goes_on_at_its_page(site: Site) -> None:
    source = source_of(site)
    site.say(POSTS, posts(1, pages=3), posts(2, pages=3), posts(3, pages=3))

    first = read(source, site, most_pages=2)
    asked_before = len(site.paths())
    second = read(source, site)

    assert (first.is_finished, second.is_finished) == (False, True)
    assert "page=3" in site.paths()[asked_before]
    assert FactCheck.objects.count() == 3


def test_a_page_that_cannot_be_read_keeps_what_came_before_and_tells_the_trouble(site: Site) -> None:
    source = source_of(site)
    site.say(POSTS, posts(1, pages=2), Said(body=b"<html>Galat"))

    report = read(source, site)

    source.refresh_from_db()
    assert report.trouble is not None
    assert source.trouble == str(report.trouble)
    assert FactCheck.objects.count() == 1
    site.say(POSTS, posts(2, pages=2))
    assert read(source, site).trouble is None
    source.refresh_from_db()
    assert (source.trouble, FactCheck.objects.count()) == ("", 2)


def test_bad_rows_are_kept_out_with_their_number_and_stop_nothing(site: Site) -> None:
    source = source_of(site)
    rows = [post(1), post(2, title="Undangan lokakarya"), {"id": "x"}, post(4)]
    site.say(POSTS, Said(body=json.dumps(rows).encode()))

    report = read(source, site)

    assert [bad.number for bad in report.bad] == [2, 3]
    assert (report.bad_count, FactCheck.objects.count()) == (2, 2)


def test_an_unchanged_feed_is_not_sent_again(site: Site) -> None:
    feed = json.dumps({"dataFeedElement": []}).encode()
    site.say(
        "/umpan.json", Said(body=feed, headers={"ETag": '"satu"', "Last-Modified": "Tue, 03 Mar 2026 01:00:00 GMT"})
    )
    source = source_of(site, kind="datacommons", path="/umpan.json")

    first, second = read(source, site), read(source, site)

    asked = [headers for path, headers in site.heard if path == "/umpan.json"]
    assert (first.is_unchanged, second.is_unchanged) == (False, True)
    assert "if-none-match" not in asked[0]
    assert (asked[1]["if-none-match"], asked[1]["if-modified-since"]) == ('"satu"', "Tue, 03 Mar 2026 01:00:00 GMT")


def test_we_say_who_we_are_and_wait_between_requests(site: Site) -> None:
    source = source_of(site)
    site.say(POSTS, posts(1, pages=2), posts(2, pages=2))
    source.refresh_from_db()

    import_source(source, fetcher=site.fetcher(between=2))

    assert {headers["user-agent"].split("/")[0] for _path, headers in site.heard} == {"Suluh"}
    assert all("https://suluh.example" in headers["user-agent"] for _path, headers in site.heard)
    assert site.waited == [2, 2]  # robots.txt, wait, page, wait, page


def test_a_busy_source_is_asked_again_after_the_time_it_names(site: Site) -> None:
    source = source_of(site)
    site.say(POSTS, Said(status=429, headers={"Retry-After": "7"}), Said(status=503), posts(1))

    report = read(source, site)

    assert report.kept.new == 1
    assert [seconds for seconds in site.waited if seconds] == [7, 20]


@pytest.mark.parametrize("later", ["86400", "date"])
def test_a_source_that_asks_for_a_day_is_left_alone(site: Site, later: str) -> None:
    source = source_of(site)
    moment = format_datetime(datetime.now(tz=UTC) + timedelta(days=1), usegmt=True)
    site.say(POSTS, Said(status=503, headers={"Retry-After": moment if later == "date" else later}))

    report = read(source, site)

    assert report.trouble is not None
    assert not report.trouble.permanent
    assert len(site.paths()) == 1


def test_what_robots_txt_forbids_is_not_read(site: Site) -> None:
    source = source_of(site)
    site.say("/robots.txt", Said(body=b"User-agent: *\nDisallow: /wp-json/\n"))
    site.say(POSTS, posts(1))

    report = read(source, site)

    assert report.trouble is not None
    assert report.trouble.code == "verification.E119"
    assert site.paths() == []


def test_the_delay_robots_txt_asks_for_is_kept(site: Site) -> None:
    source = source_of(site)
    site.say("/robots.txt", Said(body=b"User-agent: *\nCrawl-delay: 9\n"))
    site.say(POSTS, posts(1))

    read(source, site)

    assert site.waited == [9]


def test_a_page_larger_than_its_kind_may_be_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from suluh.verification.corpus.importers.wordpress import WordPress

    monkeypatch.setattr(WordPress, "most_bytes", 100)
    source = source_of(site)
    site.say(POSTS, posts(1, 2, 3))

    report = read(source, site)

    assert report.trouble is not None
    assert report.trouble.code == "foundation.E143"


def test_the_key_of_the_api_stands_in_no_log(site: Site, monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    caplog.set_level("DEBUG")
    monkeypatch.setattr(settings, "FACT_CHECK_KEY", "kunci-rahasia")
    source = source_of(site, kind="google", path="/v1/claims:search?query=bansos")
    site.say("/v1/claims:search", Said(body=b"{}"), Said(status=403))

    read(source, site)
    refused = read(source, site)

    assert [headers["x-goog-api-key"] for _path, headers in site.heard] == ["kunci-rahasia"] * 2
    source.refresh_from_db()
    told = " ".join([caplog.text, source.trouble, str(refused.trouble), json.dumps(source.position)])
    assert "kunci-rahasia" not in told


def test_a_file_is_read_as_one_page_and_the_position_stays(site: Site) -> None:
    source = source_of(site, kind="csv", path="/tabel.csv")

    report = import_file(source, data=b"title,verdict\nBumi datar,SALAH\n")

    assert (report.kept.new, site.heard) == (1, [])
    assert FactCheck.objects.get().verdict == "salah"


def test_a_private_address_is_not_read(site: Site) -> None:
    source = source_of(site)

    report = import_source(source)

    assert report.trouble is not None
    assert site.heard == []


def test_hundreds_of_rows_are_kept_in_several_transactions(site: Site) -> None:
    lines = "".join(f"{n},Kabar {n},SALAH\n" for n in range(450))
    source = source_of(site, kind="csv", path="/tabel.csv")

    report = import_file(source, data=f"id,title,verdict\n{lines}".encode())

    with tenancy.whole_house(reason="test"):
        entries = AuditEntry.objects.filter(action="verification.import_facts").count()
    assert (report.kept.new, entries) == (450, 3)


def test_a_source_is_named_once_and_with_its_licence(site: Site) -> None:
    source_of(site)

    with pytest.raises(BadSource):
        source_of(site)
    with pytest.raises(BadSource):
        add_source(NewSource(slug="lain", kind="csv", name="Lain", licence=" "))


def test_the_command_adds_a_source_reads_a_file_and_lists_it(run_command: Any, tmp_path: Any) -> None:
    table = tmp_path / "tabel.csv"
    table.write_text("klaim;putusan\nBumi datar;SALAH\n;SALAH\n")
    described = ("--kind", "csv", "--name", "Catatan Dinas", "--licence", "Milik sendiri")

    added = run_command(command, "add", "catatan", *described)
    read_in = run_command(command, "import", "catatan", "--file", str(table))
    listed = run_command(command, "list")
    unknown = run_command(command, "import", "tidak-ada")

    assert (added.exit_code, read_in.exit_code, listed.exit_code) == (0, 0, 0)
    assert "1 baru, 0 berubah, 1 tidak diambil" in read_in.output
    assert "2:" in read_in.output
    assert "catatan" in listed.output
    assert unknown.exit_code != 0


def test_every_night_each_active_source_with_an_address_is_asked_for(site: Site) -> None:
    source = source_of(site)
    add_source(NewSource(slug="berkas", kind="csv", name="Berkas", licence="Milik sendiri"))
    stopped = add_source(NewSource(slug="berhenti", kind="csv", name="Lama", licence="x", address=site.at("/lama.csv")))
    with tenancy.whole_house(reason="test"):
        Source.objects.filter(pk=stopped.pk).update(is_active=False)

    read_sources(0)

    jobs = ProcrastinateJob.objects.filter(task_name="verification.read_source")
    assert [job.args for job in jobs] == [{"source": source.pk}]
