"""The API of packs: formats are chosen, the pack is asked for and read, its files are fetched."""

from __future__ import annotations

from suluh.agencies.models import Member, Office
from suluh.content import api as content
from suluh.content.models import Story
from suluh.creative import api as creative
from suluh.web.api.tests.test_api import Caller
from suluh.web.desk.tests.test_pack_page import finished_pack


def test_formats_are_chosen_before_and_after_approval(
    story: Story, author: Member, approver: Member, acting_office: Office
) -> None:
    ask, address = Caller(author), f"/desk/stories/{story.pk}"
    listed = {one["name"]: one for one in ask("GET", f"{address}/formats").json()}
    assert listed["carousel"]["is_wanted"]
    assert listed["carousel"]["place"] == "feed"
    assert listed["whatsapp"]["networks"] == ["whatsapp"]
    chosen = ask("PUT", f"{address}/formats", {"formats": ["whatsapp", "carousel"]}).json()
    assert {one["name"] for one in chosen if one["is_wanted"]} == {"whatsapp", "carousel"}
    assert ask("POST", f"{address}/pack").json()["code"] == "web.E180"
    assert ask("GET", f"{address}/pack").json()["state"] == "none"
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    waiting = ask("GET", f"{address}/pack").json()
    assert (waiting["state"], waiting["files"]) == ("waiting", [])
    assert waiting["work"][0]["ahead"] == ["Karosel", "Teks WhatsApp"]


def test_a_packs_files_are_listed_and_fetched(published_story: Story, author: Member, outsider: Member) -> None:
    pack = finished_pack(published_story)
    ask, address = Caller(author), f"/desk/stories/{published_story.pk}/pack"
    read = ask("GET", address).json()
    assert pack.code is not None
    assert read["code"] == pack.code.text
    assert [file["name"] for file in read["files"]] == [
        "carousel-1.png", "whatsapp-caption.txt", "whatsapp.txt", "SEAL.json",
    ]  # fmt: skip
    assert read["files"][0]["alt"] == "Gambar jembatan"
    path = read["files"][2]["path"].removeprefix("/api/v1")
    assert ask("GET", path).content == b"*Halo*"
    assert Caller(outsider)("GET", path).status_code == 404
    assert Caller(outsider)("GET", address).status_code == 404


def test_a_pack_is_asked_for_by_who_may_draw(published_story: Story, author: Member, operator: Member) -> None:
    finished_pack(published_story)
    address = f"/desk/stories/{published_story.pk}/pack"
    assert Caller(operator)("POST", address).status_code == 403
    asked = Caller(author)("POST", address)
    assert asked.status_code == 202
    assert asked.json()["state"] == "waiting"
    assert creative.Pack.objects.get(story=published_story).state == "waiting"


def test_a_format_that_there_is_not_is_refused(story: Story, author: Member) -> None:
    answer = Caller(author)("PUT", f"/desk/stories/{story.pk}/formats", {"formats": ["layang-layang"]})
    assert answer.status_code == 422
    assert answer.json()["code"] == "creative.E240"
