"""The designers' desk, without script: copying, writing, looking, using, exporting, taking in, deciding."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import build_member, build_office
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from suluh.agencies.api import Member, Office
from suluh.agencies.models import Office as OfficeRow
from suluh.creative import api as creative
from suluh.foundation import tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SignIn = Callable[[Member], Client]


@pytest.fixture
def editor(office: Office) -> Member:
    return build_member(office, roles=("editor",))


@pytest.fixture
def layout(editor: Member, signed_in: SignIn) -> creative.OfficeLayout:
    signed_in(editor).post("/meja/tata-letak/", {"base": "link_card"})
    with tenancy.acting(office=editor.office_id):
        return creative.OfficeLayout.objects.of(editor.office).get()


def sent(layout: creative.OfficeLayout, **changes: str) -> dict[str, str]:
    assert layout.current is not None
    plain = {"form": layout.current.form, "program": layout.current.program, "sample": layout.current.sample}
    return {**plain, "base": str(layout.current.number), **changes}


def test_a_copied_layout_is_shown_with_its_picture(
    layout: creative.OfficeLayout, editor: Member, signed_in: SignIn
) -> None:
    page = signed_in(editor).get(f"/meja/tata-letak/{layout.pk}/").content.decode()
    assert "data:image/png;base64," in page
    assert "Tidak ada yang perlu diperbaiki" in page


def test_a_mistake_is_shown_with_its_line_and_what_was_typed_stays(
    layout: creative.OfficeLayout, editor: Member, signed_in: SignIn
) -> None:
    typed = sent(layout, do="look", program='#import "/drawing/kit.typ": *\n\n#tidak-ada')
    page = signed_in(editor).post(f"/meja/tata-letak/{layout.pk}/", typed).content.decode()
    assert "layout.typ, baris 3" in page
    assert "#tidak-ada" in page
    with tenancy.acting(office=layout.office_id):
        assert layout.revisions.count() == 1, "looking keeps nothing"


def test_the_part_beside_is_drawn_from_what_is_sent(
    layout: creative.OfficeLayout, editor: Member, signed_in: SignIn
) -> None:
    client = signed_in(editor)
    before = client.post(f"/meja/tata-letak/{layout.pk}/pratinjau/", sent(layout)).content
    after = client.post(f"/meja/tata-letak/{layout.pk}/pratinjau/", sent(layout, story="extreme")).content
    assert b"data:image/png" in before
    assert before != after


def test_a_layout_is_saved_and_put_in_use(layout: creative.OfficeLayout, editor: Member, signed_in: SignIn) -> None:
    form = sent(layout)["form"].replace('id = "', 'id = "Baru ', 1)
    answer = signed_in(editor).post(f"/meja/tata-letak/{layout.pk}/", sent(layout, do="use", form=form), follow=True)
    assert "Baru " in answer.content.decode()
    with tenancy.acting(office=layout.office_id):
        assert [str(drawn.titles["id"])[:4] for drawn in creative.own_layouts(layout.office_id).values()] == ["Baru"]


def test_an_exported_layout_is_taken_in_again(
    layout: creative.OfficeLayout, editor: Member, signed_in: SignIn, outsider: Member
) -> None:
    data = signed_in(editor).get(f"/meja/tata-letak/{layout.pk}/zip/").content
    file = SimpleUploadedFile("tata-letak.zip", data)
    signed_in(outsider).post("/meja/tata-letak/", {"do": "import", "file": file})
    with tenancy.acting(office=outsider.office_id):
        taken = creative.OfficeLayout.objects.of(outsider.office).get()
        assert taken.current is not None
        assert layout.current is not None
        assert taken.current.files() == layout.current.files()


def test_a_leading_office_looks_and_returns_it(
    layout: creative.OfficeLayout, editor: Member, signed_in: SignIn
) -> None:
    leader = build_member(build_office(kind=OfficeRow.Kind.PROVINCE, tier=2), roles=("editor",))
    with tenancy.acting(office=layout.office_id):
        creative.submit_layout(creative.put_in_use(layout, by=editor), by=editor)
    client = signed_in(leader)
    assert f"/meja/tata-letak/usulan/{layout.pk}/" in client.get("/meja/tata-letak/").content.decode()
    assert "data:image/png" in client.get(f"/meja/tata-letak/usulan/{layout.pk}/").content.decode()
    client.post(f"/meja/tata-letak/usulan/{layout.pk}/", {"do": "return", "remark": "Judul terlalu kecil"})
    assert "Judul terlalu kecil" in signed_in(editor).get("/meja/tata-letak/").content.decode()


def test_another_office_finds_nothing(layout: creative.OfficeLayout, signed_in: SignIn, outsider: Member) -> None:
    client = signed_in(outsider)
    for address in ("", "pratinjau/", "zip/"):
        assert client.post(f"/meja/tata-letak/{layout.pk}/{address}", sent(layout)).status_code in (404, 405)
    assert client.get(f"/meja/tata-letak/usulan/{layout.pk}/").status_code == 404
