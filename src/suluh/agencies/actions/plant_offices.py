"""Make the offices of the provinces' files, and for a demonstration their people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from suluh.agencies.demo_people import DEMO_DOMAIN, DEMO_PEOPLE
from suluh.agencies.models import Member, Office, User
from suluh.agencies.province_files import OfficeData, Province, brand_of, load_provinces
from suluh.foundation import audit, tenancy


@dataclass(frozen=True, kw_only=True)
class Planted:
    """What planting made: every office of the files, those that are new, demonstration members."""

    offices: tuple[Office, ...]
    new: tuple[Office, ...]
    members: tuple[Member, ...] = ()


@audit.action("agencies.plant_offices")
def plant_offices(provinces: Iterable[Province], *, with_people: bool = False, password: str = "") -> Planted:
    """Make or update every office of the provinces' files; a second call changes nothing that people changed.

    Names, colours and contacts of an office that exists stay as they are: its operators own them. ``with_people``
    adds a demonstration member for each role, who signs in with ``password``.
    """
    if with_people and len(password) < 10:
        raise ValueError("demonstration members need a password of at least 10 characters")
    members: list[Member] = []
    hashed = make_password(password) if with_people else ""  # once: hashing is slow on purpose
    # Nobody belongs to an office before it exists, so no office's scope can make one.
    with tenancy.whole_house(reason="offices are made by the installation, for all provinces at once"):
        made = [_planted(data) for province in provinces for data in province.offices]
        offices, new = tuple(office for office, _is_new in made), tuple(office for office, is_new in made if is_new)
        if with_people:
            members = [
                _person(office, role=role, name=name, hashed=hashed) for office in offices for role, name in DEMO_PEOPLE
            ]
        detail = {"offices": len(offices), "new": [office.slug for office in new]}
        audit.record("agencies.plant_offices", subject=offices[0], office=None, by=None, detail=detail)
    return Planted(offices=offices, new=new, members=tuple(members))


def office_called(slug: str, *, folders: Iterable[Path] = ()) -> Office:
    """Return the office of that short name, planting the provinces' files first where it is not there yet.

    Raises ``UnknownOffice`` where no file and no row has it.
    """
    office = Office.objects.filter(slug=slug).first()
    if office is None:
        brand_of(slug, folders=folders)
        plant_offices(load_provinces(folders))
        office = Office.objects.get(slug=slug)
    return office


def _planted(data: OfficeData) -> tuple[Office, bool]:
    brand = data.brand
    return Office.objects.update_or_create(
        slug=brand.slug,
        # What the file alone knows is kept in step with it; what operators edit is only set at first.
        defaults={"kind": data.kind, "tier": data.tier, "province": data.province},
        create_defaults={
            "kind": data.kind,
            "tier": data.tier,
            "province": data.province,
            "motif": brand.motif,
            "name": brand.name,
            "short_name": brand.short_name,
            "initials": brand.initials,
            "about": data.about,
            "primary": brand.primary,
            "accent": brand.accent,
            "ink": brand.ink,
            "paper": brand.paper,
            "site": brand.site,
            "contact": brand.contact,
        },
    )


def _person(office: Office, *, role: str, name: str, hashed: str) -> Member:
    email = f"{role}@{office.slug}{DEMO_DOMAIN}"
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create(email=email, password=hashed, name=f"{name} ({office.initials})")
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    member, _ = Member.objects.get_or_create(office=office, user=user, defaults={"roles": [role]})
    return member
