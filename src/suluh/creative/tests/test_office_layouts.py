"""An office's own layouts: saved, used, shared, put away; and what other offices may do with them."""

from __future__ import annotations

import pytest
from conftest import build_member, build_office

from suluh.agencies.api import Member, NotAllowed, Office
from suluh.agencies.models import Office as OfficeRow
from suluh.creative import api as creative
from suluh.creative.designing.archive import Files, packed
from suluh.creative.designing.refusals import CannotShare, LayoutChanged, LayoutFaulty, LayoutNameTaken
from suluh.creative.drawing.layouts import FOLDER
from suluh.creative.models import LayoutRevision, OfficeLayout
from suluh.creative.office_layouts import office_layouts, own_layouts
from suluh.foundation import tenancy
from suluh.foundation.models import AuditEntry
from suluh.foundation.states import MoveRefused

pytestmark = pytest.mark.django_db
NAMES = (("form", "layout.toml"), ("program", "layout.typ"), ("sample", "sample.json"))
LINK_CARD = Files(**{part: (FOLDER / "link_card" / file).read_text() for part, file in NAMES})


@pytest.fixture
def editor(office: Office) -> Member:
    return build_member(office, roles=("editor",))


@pytest.fixture
def leader(db: None) -> Member:
    return build_member(build_office(kind=OfficeRow.Kind.PROVINCE, tier=2), roles=("editor",))


@pytest.fixture
def layout(editor: Member, acting_office: Office) -> OfficeLayout:
    return creative.copy_layout(LINK_CARD, based_on="link_card", slug="kartu-kami", by=editor)


@pytest.fixture
def used(layout: OfficeLayout, editor: Member, unchecked: None) -> OfficeLayout:
    return creative.put_in_use(layout, by=editor)


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is drawn for checking is told in designing/tests; here only what follows."""
    from suluh.creative.actions import put_in_use

    monkeypatch.setattr(put_in_use, "check", lambda files, slug, brand: ())


def written(files: Files, word: str) -> Files:
    return Files(form=files.form, program=f"{files.program}\n// {word}\n", sample=files.sample)


def test_each_saving_is_a_revision_and_nothing_is_lost(layout: OfficeLayout, editor: Member) -> None:
    creative.save_layout(layout, files=written(LINK_CARD, "satu"), base=1, by=editor)
    creative.save_layout(layout, files=written(LINK_CARD, "satu"), base=2, by=editor)
    assert list(layout.revisions.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert layout.revisions.get(number=1).files() == LINK_CARD


def test_who_saves_over_another_is_told_and_changes_nothing(layout: OfficeLayout, editor: Member) -> None:
    creative.save_layout(layout, files=written(LINK_CARD, "satu"), base=1, by=editor)
    with pytest.raises(LayoutChanged, match=str(editor.user)):
        creative.save_layout(layout, files=written(LINK_CARD, "dua"), base=1, by=editor)
    assert layout.revisions.count() == 2


@pytest.mark.parametrize("slug", ["link_card", "kartu-kami", "Kartu", "../x", "a" * 31, ""[:0] or "x"])
def test_a_name_is_taken_once_and_has_a_form(layout: OfficeLayout, editor: Member, slug: str) -> None:
    with pytest.raises(LayoutNameTaken):
        creative.copy_layout(LINK_CARD, based_on="link_card", slug=slug, by=editor)


def test_a_second_copy_finds_a_name_of_its_own(layout: OfficeLayout, editor: Member) -> None:
    names = [creative.copy_layout(LINK_CARD, based_on="link_card", slug="", by=editor).slug for _ in range(2)]
    assert names == ["link-card", "link-card-2"]


@pytest.mark.slow
def test_a_faulty_layout_is_not_put_in_use(layout: OfficeLayout, editor: Member) -> None:
    layout = creative.save_layout(layout, files=written(LINK_CARD, "x\n#tidak-ada"), base=1, by=editor)
    with pytest.raises(LayoutFaulty) as caught:
        creative.put_in_use(layout, by=editor)
    assert caught.value.faults[0].line > 0
    assert own_layouts(layout.office_id) == {}


def test_what_is_in_use_stays_as_it_was_while_it_is_written_on(used: OfficeLayout, editor: Member) -> None:
    creative.save_layout(used, files=written(LINK_CARD, "belum selesai"), base=1, by=editor)
    (drawn,) = own_layouts(used.office_id).values()
    assert "belum selesai" not in drawn.program.read_text()


def test_an_author_designs_and_does_not_put_in_use(layout: OfficeLayout, author: Member, unchecked: None) -> None:
    creative.save_layout(layout, files=written(LINK_CARD, "satu"), base=1, by=author)
    with pytest.raises(NotAllowed):
        creative.put_in_use(layout, by=author)


def test_a_shared_layout_is_offered_to_every_office(used: OfficeLayout, editor: Member, leader: Member) -> None:
    creative.submit_layout(used, by=editor)
    with tenancy.acting(office=leader.office_id):
        waiting = OfficeLayout.objects.waiting()
        assert [(found.pk, found.submitted is not None) for found in waiting] == [(used.pk, True)]
        creative.decide_layout(used, is_shared=True, remark="", by=leader)
    other = build_office()
    with tenancy.acting(office=other.pk):
        assert list(office_layouts(other.pk)) == [f"kartu-kami_{used.pk}"]
    assert own_layouts(other.pk) == {}, "it is offered, not added to each of their packs"


def test_a_returned_layout_says_why_and_may_come_back(used: OfficeLayout, editor: Member, leader: Member) -> None:
    creative.submit_layout(used, by=editor)
    with tenancy.acting(office=leader.office_id):
        with pytest.raises(CannotShare):
            creative.decide_layout(used, is_shared=False, remark=" ", by=leader)
        creative.decide_layout(used, is_shared=False, remark="Judul terlalu kecil", by=leader)
    with tenancy.acting(office=used.office_id):
        found = OfficeLayout.objects.get(pk=used.pk)
        assert (found.state, found.remark) == ("returned", "Judul terlalu kecil")
        assert creative.submit_layout(found, by=editor).state == "submitted"


def test_who_does_not_lead_decides_nothing(used: OfficeLayout, editor: Member, outsider: Member) -> None:
    creative.submit_layout(used, by=editor)
    with tenancy.acting(office=outsider.office_id):
        assert not OfficeLayout.objects.exists(), "what waits is seen by leading offices only"
        with pytest.raises(CannotShare):
            creative.decide_layout(used, is_shared=True, remark="", by=outsider)


def test_nobody_decides_about_what_they_submitted(leader: Member, unchecked: None) -> None:
    with tenancy.acting(office=leader.office_id):
        made = creative.copy_layout(LINK_CARD, based_on="link_card", slug="pusat", by=leader)
        creative.submit_layout(creative.put_in_use(made, by=leader), by=leader)
        with pytest.raises(CannotShare):
            creative.decide_layout(made, is_shared=True, remark="", by=leader)


def test_a_layout_that_is_put_away_is_drawn_nowhere(used: OfficeLayout, editor: Member, leader: Member) -> None:
    creative.submit_layout(used, by=editor)
    with tenancy.acting(office=leader.office_id):
        creative.decide_layout(used, is_shared=True, remark="", by=leader)
    with tenancy.acting(office=used.office_id):
        creative.retire_layout(used, by=editor)
        assert own_layouts(used.office_id) == {}
    with tenancy.acting(office=leader.office_id):
        assert office_layouts(leader.office_id) == {}
    with tenancy.acting(office=used.office_id):
        assert creative.take_up_layout(used, by=editor).state == "draft"


def test_another_office_neither_sees_nor_writes_it(used: OfficeLayout, outsider: Member) -> None:
    with tenancy.acting(office=outsider.office_id):
        assert not OfficeLayout.objects.exists()
        assert not LayoutRevision.objects.exists()
        with pytest.raises(OfficeLayout.DoesNotExist):
            creative.save_layout(used, files=LINK_CARD, base=1, by=outsider)
        with pytest.raises(OfficeLayout.DoesNotExist):
            creative.retire_layout(used, by=outsider)


def test_a_draft_is_not_submitted(layout: OfficeLayout, editor: Member) -> None:
    with pytest.raises(MoveRefused):
        creative.submit_layout(layout, by=editor)


def test_an_imported_layout_is_a_draft_and_each_step_is_in_the_journal(editor: Member, acting_office: Office) -> None:
    made = creative.import_layout(packed(LINK_CARD, slug="kartu-kami", read_me=""), by=editor)
    assert (made.slug, made.state) == ("kartu-kami", "draft")
    assert made.current is not None
    assert made.current.files() == LINK_CARD
    creative.retire_layout(made, by=editor)
    written = AuditEntry.objects.filter(subject_kind="creative.officelayout").order_by("pk")
    assert list(written.values_list("action", flat=True)) == ["creative.import_layout", "creative.retire_layout"]


@pytest.mark.slow
def test_a_pack_is_drawn_with_the_offices_own_layout(used: OfficeLayout) -> None:
    from suluh.creative.drawing.engine import draw
    from suluh.creative.drawing.tests.samples import MARK, SUMSEL, TYPICAL
    from suluh.creative.packs.making import planned

    own = own_layouts(used.office_id)
    assert "kartu-kami" in planned(TYPICAL, own=own)
    (made,) = draw(TYPICAL, brand=SUMSEL, layout=own["kartu-kami"], mark=MARK)
    (built_in,) = draw(TYPICAL, brand=SUMSEL, layout="link_card", mark=MARK)
    assert made.data == built_in.data, "what is drawn apart is the same picture"
    assert made.name.startswith("kartu-kami")
