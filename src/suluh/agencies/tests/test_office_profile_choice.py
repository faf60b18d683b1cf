"""An office chooses its motif and its typeface."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from suluh.agencies.actions.edit_brand import BadProfile, BrandChange, edit_brand
from suluh.agencies.models import Member, Office
from suluh.agencies.motifs import motifs
from suluh.agencies.typefaces.find import TypefaceMissing

pytestmark = pytest.mark.django_db
COLOURS = {"primary": "#c8102e", "accent": "#f9b000", "ink": "#14123c", "paper": "#fff6e6"}


def _change(**values: str) -> BrandChange:
    return BrandChange(**{"name": "Dinas Kominfo", "short_name": "Kominfo", "initials": "DK"} | COLOURS | values)


def test_what_is_chosen_is_drawn(acting_office: Office, operator: Member) -> None:
    edit_brand(acting_office, change=_change(motif="bali", typeface="lora"), by=operator)

    brand = Office.objects.get(pk=acting_office.pk).brand()
    assert (brand.motif, brand.typeface) == ("bali", "lora")


def test_nothing_said_leaves_both_as_they_were(acting_office: Office, operator: Member) -> None:
    before = acting_office.motif

    edit_brand(acting_office, change=_change(), by=operator)

    brand = Office.objects.get(pk=acting_office.pk).brand()
    assert (brand.motif, brand.typeface) == (before, "plus-jakarta-sans")


def test_what_is_not_on_the_list_is_refused(acting_office: Office, operator: Member) -> None:
    with pytest.raises(BadProfile):
        edit_brand(acting_office, change=_change(motif="../../etc"), by=operator)
    with pytest.raises(TypefaceMissing):
        edit_brand(acting_office, change=_change(typeface="comic-sans"), by=operator)


def test_the_page_offers_every_motif_and_says_what_a_typeface_is_good_for(
    operator: Member, signed_in: Callable[[Member], Client]
) -> None:
    page = signed_in(operator).get("/meja/instansi/profil/").content.decode()

    assert all(f">{motif.name}</option>" in page for motif in motifs())
    assert "Plus Jakarta Sans" in page
