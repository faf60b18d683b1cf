"""The door of agencies: offices, members, rights."""

from __future__ import annotations

from suluh.agencies.access import (
    NoOffice,
    NotAllowed,
    Rule,
    check_right,
    current_member,
    needs,
    needs_office,
    needs_sign_in,
    opens_to_all,
    rule_of,
    rule_of_address,
)
from suluh.agencies.actions.change_roles import change_roles
from suluh.agencies.actions.keep_api_key import member_of_key
from suluh.agencies.actions.plant_offices import office_called, plant_offices
from suluh.agencies.audit_reading import JournalLine, journal_about
from suluh.agencies.brand import Brand
from suluh.agencies.demo_people import DEMO_DOMAIN
from suluh.agencies.models import Member, Office, User
from suluh.agencies.province_files import brand_of, load_provinces
from suluh.agencies.roles import RIGHTS, ROLE_LABELS, Role

__all__ = [
    "DEMO_DOMAIN",
    "RIGHTS",
    "ROLE_LABELS",
    "Brand",
    "JournalLine",
    "Member",
    "NoOffice",
    "NotAllowed",
    "Office",
    "Role",
    "Rule",
    "User",
    "brand_of",
    "change_roles",
    "check_right",
    "current_member",
    "journal_about",
    "load_provinces",
    "member_of_key",
    "needs",
    "needs_office",
    "needs_sign_in",
    "office_called",
    "opens_to_all",
    "plant_offices",
    "rule_of",
    "rule_of_address",
]
