"""The API: public reading, a story's whole way by keys, refusals as problem details."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import PASSWORD, build_member, build_office, build_text
from django.test import Client

from suluh.agencies.actions.keep_api_key import create_api_key
from suluh.agencies.models import Member, Office
from suluh.content import api as content
from suluh.content.models import Story
from suluh.foundation import tenancy
from suluh.web.api.root import operations

WORDS = {
    "headline": "Sumsel dan KPK bertukar konten",
    "lead": "Ditandatangani di Palembang.",
    "blocks": [{"kind": "paragraph", "text": "Isi <strong>tebal</strong><script>alert(1)</script>."}],
}


class Caller:
    """A program that calls the API with a member's key."""

    def __init__(self, member: Member | None = None) -> None:
        self.client = Client()
        self.headers = {}
        if member is not None:
            with tenancy.acting(office=member.office_id):
                self.headers = {"Authorization": f"Bearer {create_api_key('uji', by=member)[1]}"}

    def __call__(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        data = json.dumps(body) if body is not None else ""
        with tenancy.acting():
            return self.client.generic(
                method, f"/api/v1{path}", data, "application/json", headers=self.headers | headers
            )


def test_every_operation_states_its_rule() -> None:
    lines = list(operations())
    assert len(lines) >= 15
    assert [line.path for line in lines if line.rule is None] == []


def test_the_document_lists_every_operation(client: Client, db: None) -> None:
    document = client.get("/api/v1/openapi.json").json()
    assert "/api/v1/desk/stories/{story_id}" in document["paths"]
    assert "QuoteBlockIn" in document["components"]["schemas"]


def test_the_public_reads_what_is_published_and_nothing_else(
    published_story: Story, author: Member, other_office: Office
) -> None:
    with tenancy.acting(office=author.office_id):
        draft = content.begin_story(build_text(headline="Rahasia"), by=author)
    ask = Caller()
    listed = ask("GET", "/stories").json()
    assert [item["id"] for item in listed["items"]] == [published_story.pk]
    whole = ask("GET", f"/stories/{published_story.pk}").json()
    assert [block["kind"] for block in whole["text"]["blocks"]] == ["paragraph", "quote", "step"]
    refused = ask("GET", f"/stories/{draft.pk}")
    assert refused.status_code == 404
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert {one["slug"] for one in ask("GET", "/offices").json()} >= {author.office.slug, other_office.slug}


@pytest.mark.slow
def test_pages_of_stories_show_each_once(author: Member, approver: Member, acting_office: Office) -> None:
    for number in range(5):
        story = content.begin_story(build_text(headline=f"Naskah {number}"), by=author)
        content.submit_story(story, by=author)
        content.approve_story(story, by=approver)
        content.publish_story(story, by=approver)
    ask, seen, cursor = Caller(), [], ""
    for _page in range(3):
        page = ask("GET", f"/stories?limit=2&cursor={cursor}").json()
        seen += [item["headline"] for item in page["items"]]
        cursor = page["next"] or ""
    assert seen == [f"Naskah {number}" for number in (4, 3, 2, 1, 0)]
    assert cursor == ""
    assert ask("GET", "/stories?cursor=abc").json()["code"] == "web.E160"


def test_a_story_goes_its_way_by_two_keys(author: Member, approver: Member) -> None:
    write, decide = Caller(author), Caller(approver)
    made = write("POST", "/desk/stories", {"story": WORDS})
    assert made.status_code == 201
    story = made.json()
    assert story["text"]["blocks"][0]["text"] == "Isi <strong>tebal</strong>."
    path = f"/desk/stories/{story['id']}"
    changed = write("PUT", path, {"base": story["revision"], "story": WORDS | {"lead": "Lain."}}).json()
    assert changed["text"]["lead"] == "Lain."
    assert write("GET", f"{path}/findings").status_code == 200
    drawn = write("GET", f"{path}/narrative").json()
    assert {"headlines", "lead", "points", "question", "by_meaning"} == set(drawn)
    assert write("POST", f"{path}/submit").json()["state"] == "in_review"
    refused = write("POST", f"{path}/approve")
    assert (refused.status_code, refused.json()["code"]) == (403, "agencies.E103")
    assert decide("POST", f"{path}/approve").json()["state"] == "approved"
    assert decide("POST", f"{path}/publish").json()["state"] == "published"
    reasons = {"reason": "salah", "public_note": "Ditarik."}
    assert decide("POST", f"{path}/withdraw", reasons).json()["state"] == "withdrawn"
    assert decide("POST", f"{path}/recall", reasons).json()["state"] == "recalled"
    assert Caller()("GET", f"/stories/{story['id']}").status_code == 404


def test_a_press_release_becomes_a_story(author: Member) -> None:
    text = (
        "PALEMBANG - Pemerintah Provinsi Sumatera Selatan bekerja sama dengan KPK.\n\n“Kami siap,” ujar Rika Efianti."
    )
    write = Caller(author)
    made = write("POST", "/desk/stories", {"source": text})
    assert made.status_code == 201
    taken = write("POST", "/texts/structure", {"text": text}).json()
    assert taken["structure"]["format"] == "suluh.structure/1"
    assert "quote" in {block["kind"] for block in taken["story"]["blocks"]}


def test_later_words_are_not_written_over(author: Member, approver: Member) -> None:
    story = Caller(author)("POST", "/desk/stories", {"story": WORDS}).json()
    path = f"/desk/stories/{story['id']}"
    Caller(approver)("PUT", path, {"base": 1, "story": WORDS | {"lead": "Dari editor."}})
    refused = Caller(author)("PUT", path, {"base": 1, "story": WORDS | {"lead": "Dari penulis."}})
    assert (refused.status_code, refused.json()["code"]) == (409, "content.E111")
    assert refused.json()["type"] == "urn:suluh:problem:content.E111"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"source": "teks", "story": WORDS},
        {"story": WORDS | {"headline": ""}},
        {"story": WORDS | {"blocks": [{"kind": "lagu", "text": "x"}]}},
        {"story": WORDS | {"blocks": [{"kind": "picture", "media": "1", "alt": "x", "focal_x": 2}]}},
        {"story": WORDS | {"blocks": [{"kind": "paragraph", "text": "x", "style": "color:red"}]}},
        {"story": WORDS | {"dated_on": "kemarin"}},
    ],
)
def test_a_wrong_form_is_refused_with_its_place(author: Member, body: dict[str, Any]) -> None:
    refused = Caller(author)("POST", "/desk/stories", body)
    assert refused.status_code == 422
    problem = refused.json()
    assert problem["code"] == "api.E422"
    assert problem["errors"]
    with tenancy.acting(office=author.office_id):
        assert not Story.objects.exists()


def test_who_calls_without_a_key_is_told_how(db: None) -> None:
    refused = Caller()("GET", "/desk/stories")
    assert refused.status_code == 401
    assert refused.headers["WWW-Authenticate"].startswith("Bearer")
    assert Caller()("GET", "/desk/stories", Authorization="Bearer suluh_salah").status_code == 401
    assert Caller()("GET", "/tidak/ada").json()["code"] == "api.E404"


def test_problems_speak_the_callers_language(db: None) -> None:
    english = Caller()("GET", "/desk/stories", **{"Accept-Language": "en"}).json()["detail"]
    assert english.startswith("This needs an API key")


def test_a_session_reads_but_writes_only_with_the_token(author: Member) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(author.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert browser.get("/api/v1/desk/stories").status_code == 200
    refused = browser.post("/api/v1/desk/stories", json.dumps({"story": WORDS}), "application/json")
    assert refused.status_code == 403
    with tenancy.acting(office=author.office_id):
        assert not Story.objects.exists()


def test_a_key_works_for_its_office_whatever_the_session_says(author: Member) -> None:
    other = build_member(build_office())
    ask = Caller(author)
    ask.client.login(email=other.user.email, password=PASSWORD)
    ask.client.force_login(other.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    made = ask("POST", "/desk/stories", {"story": WORDS}).json()
    with tenancy.acting(office=author.office_id):
        assert Story.objects.get().pk == made["id"]


def test_a_code_says_whose_it_is(published_story: Story, author: Member) -> None:
    from suluh.authenticity import api as authenticity

    with tenancy.acting(office=author.office_id):
        code = authenticity.Code.objects.create(
            text=authenticity.new_code(),
            office=author.office,
            story=published_story,
            revision=published_story.published_revision,
        )
    ask = Caller()
    answer = ask("GET", f"/codes/{code.text.lower()}").json()
    assert (answer["standing"], answer["office"]["slug"]) == ("current", author.office.slug)
    assert ask("GET", "/codes/AAAA-AAAA").json()["code"] == "authenticity.E101"
    assert ask("GET", f"/codes/{authenticity.new_code()}").status_code == 404
