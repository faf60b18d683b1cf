"""Walks every address of Suluh, allauth's and the API's included, as somebody of another office.

Each must state who may open it; an address with arguments needs a sample of office A in ``SAMPLES``. No address may
show a word of A's secrets to anybody outside it, or change a row of A.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

import pytest
from conftest import build_member
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from suluh.agencies.api import Member, Rule, rule_of_address
from suluh.foundation import tenancy
from suluh.web.api.root import NAMESPACE, PREFIX, operations
from tests.world import SECRET, World, build_world

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
# An argument in the address of an operation: {story_id} or {int:story_id}.
_ARGUMENT = re.compile(r"\{(?:\w+:)?(\w+)\}")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

# For each address with arguments, where the value of each argument stands in the world of tests/world.py ("story.pk"),
# or "=value" for a plain value. The objects are office A's, and secret.
STORY, FILE = {"pk": "story.pk"}, {"pk": "rendition.pk", "name": "rendition.name"}
OFFICE = {"slug": "office.slug"}
CLAIM = {"pk": "claim.pk"}
LAYOUT = {"pk": "layout.pk"}
SAMPLES: dict[str, dict[str, str]] = {
    "change_roles": {"pk": "powerless.pk"},
    "deactivate_member": {"pk": "powerless.pk"},
    "resend_invitation": {"pk": "invitation.pk"},
    "cancel_invitation": {"pk": "invitation.pk"},
    "revoke_api_key": {"pk": "key.pk"},
    "accept_invitation": {"token": "=token-yang-salah"},  # the true token is the right to see the page
    "mfa_edit_webauthn": {"pk": "authenticator.pk"},
    "mfa_remove_webauthn": {"pk": "authenticator.pk"},
    "account_confirm_email": {"key": "=kunci"},
    "account_reset_password_from_key": {"uidb36": "member.user.pk", "key": "=kunci-salah"},
    **dict.fromkeys(
        (
            "story_edit",
            "story_coach",
            "story_preview",
            "story_revisions",
            "story_review",
            "story_correct",
            "story_correct_decide",
            "story_withdraw",
            "story_recall",
            "story_pack",
            "story_pack_progress",
            "story_pack_share",
            "story_narrative",
        ),
        STORY,
    ),
    "claim": CLAIM,
    "claim_questions": CLAIM,
    "question_picture": CLAIM | {"question_pk": "question.pk"},
    "evidence_copy": CLAIM | {"evidence_pk": "evidence.pk"},
    "own_fact_check": {"pk": "fact_check.pk"},
    "fact_check": {"pk": "fact_check.pk", "slug": "=klaim"},
    "story_match": STORY | {"match_pk": "story_match.pk"},
    "story_restore": STORY | {"number": "revision.number"},
    "story_pack_format": STORY | {"name": "=quote_card"},
    "story_pack_block": STORY | {"name": "=quote_card", "block": "=headline"},
    "story_pack_share_end": STORY | {"link_pk": "sharelink.pk"},
    "shared_pack": {"secret": "=rahasia-yang-salah"},  # the true secret is the right to see the page
    "shared_pack_zip": {"secret": "=rahasia-yang-salah"},
    "shared_pack_file": {"secret": "=rahasia-yang-salah", "file_pk": "rendition.pk"},
    "story_pack_zip": STORY | {"pack_pk": "pack.pk"},
    "story_pack_file": STORY | {"file_pk": "rendition.pk"},
    **dict.fromkeys(("layout_edit", "layout_try", "layout_zip", "layout_decide"), LAYOUT),
    "office_word_remove": {"pk": "office_word.pk"},
    "media_describe": {"pk": "media.pk"},
    "media_file": {"pk": "media.pk", "size": "=kecil"},
    "rendition": FILE,
    "thumbnail": FILE,
    "picture": {"pk": "media.pk", "name": "=gambar.jpg"},
    "office": OFFICE,
    "office_atom": OFFICE,
    "office_json_feed": OFFICE,
    "sitemap_stories": {"number": "=1"},
    "story": STORY | {"slug": "story.slug"},
    "code": {"text": "code.text"},
    "question": {"text": "=T-7K4M-Q2XD-9RHH"},  # the true number is the right to see the page and to erase
    "api_nothing_here": {"rest": "=tidak/ada"},
}
API_SAMPLES: dict[str, str] = {
    "story_id": "story.pk",
    "file_id": "rendition.pk",
    "code": "code.text",
    "number": "=T-7K4M-Q2XD-9RHH",
    "fact_check_id": "fact_check.pk",
}

# What a greedy caller sends: fields of every form there is, all filled.
GREEDY_FORM: dict[str, object] = {
    "email": "jahat@contoh.go.id",
    "roles": ["operator"],
    "name": "Jahat",
    "label": "jahat",
    "reason": "jahat",
    "note": "jahat",
    "public_note": "jahat",
    "headline": "Diganti orang lain",
    "lead": "Diganti",
    "base": "1",
    "move": "approve",
    "action": "approve",
    "decision": "approve",
    "alt": "jahat",
    "credit": "jahat",
    "text": "jahat",
    "do": "choose",
    "format": ["whatsapp"],
    "days": "7",
    "program": "jahat",
    "remark": "jahat",
}
GREEDY_JSON = {
    "base": 1,
    "reason": "jahat",
    "public_note": "jahat",
    "text": "jahat",
    "formats": ["whatsapp"],
    "story": {"headline": "Diganti", "blocks": [{"kind": "paragraph", "text": "jahat"}]},
}


@dataclass(frozen=True)
class Address:
    """One address: its name, the names of its arguments, its methods, and who may open it."""

    name: str
    arguments: frozenset[str]
    rule: Rule | None
    methods: tuple[str, ...] = ("GET", "POST")
    api_path: str = ""

    def path(self, world: World) -> str:
        """Return the address filled with A's objects. Fails where a sample is missing, saying how to add it."""
        table = API_SAMPLES if self.api_path else SAMPLES.get(self.name, {})
        missing = sorted(self.arguments - set(table))
        if missing:
            pytest.fail(
                f"The address “{self.name}” has the arguments {missing} and no sample. Add to SAMPLES in "
                f'tests/test_tenancy_walk.py: "{self.name}": {{"{missing[0]}": "story.pk"}} - where the value stands '
                "in the world of tests/world.py (give the world a row where it has none)."
            )
        values = {name: _value(table[name], world=world) for name in self.arguments}
        return (
            self.api_path.replace("int:", "").format(**values) if self.api_path else reverse(self.name, kwargs=values)
        )


def _value(place: str, *, world: World) -> Any:
    return place[1:] if place.startswith("=") else attrgetter(place)(world)


@dataclass(frozen=True)
class _Found:
    """A pattern of the address table with what stands before it."""

    name: str
    arguments: frozenset[str]
    view: Any


def _patterns(
    table: list[URLPattern | URLResolver], *, space: str = "", before: frozenset[str] = frozenset()
) -> Iterator[_Found]:
    for one in table:
        arguments = before | frozenset(one.pattern.regex.groupindex)
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns, space=one.namespace or space, before=arguments)
        elif space != NAMESPACE:
            name = one.name or str(one.pattern)
            yield _Found(f"{space}:{name}" if space else name, arguments, one.callback)


def every_address() -> list[Address]:
    """Return every address there is, the operations of the API one for each method."""
    pages = [
        Address(found.name, found.arguments, rule_of_address(found.view, name=found.name))
        for found in _patterns(get_resolver().url_patterns)
    ]
    calls = [
        Address(
            f"{line.method} {line.path}",
            frozenset(_ARGUMENT.findall(line.path)),
            line.rule,
            (line.method,),
            line.path,
        )
        for line in operations()
    ]
    return pages + calls


def test_every_address_says_who_may_open_it() -> None:
    without = [address.name for address in every_address() if address.rule is None]
    assert without == [], "give the view a decorator of suluh.agencies.api (opens_to_all, needs_sign_in, needs, ...)"


def test_every_operation_of_the_api_is_walked() -> None:
    in_the_walk = {address.api_path for address in every_address() if address.api_path}
    resolvers = [one for one in get_resolver().url_patterns if getattr(one, "namespace", "") == NAMESPACE]
    served = {
        f"{PREFIX}/{pattern.pattern}".replace("<", "{").replace(">", "}").replace("{int:", "{")
        for resolver in resolvers
        for pattern in (resolver.url_patterns if isinstance(resolver, URLResolver) else [])
        if isinstance(pattern, URLPattern) and pattern.name != "api-root"  # Ninja's own, answers nothing
    }
    assert served == {path.replace("{int:", "{") for path in in_the_walk}


def _ask(world: World, *, address: Address, who: Member | None, method: str) -> Any:
    client = Client()
    if who is not None:
        client.force_login(who.user, backend=BACKEND)
    path = address.path(world)
    with tenancy.acting():
        if address.api_path:
            body = "" if method == "GET" else json.dumps(GREEDY_JSON)
            return client.generic(method, path, body, "application/json")
        if method == "GET":
            return client.get(path)
        return client.post(path, GREEDY_FORM | {"office": world.office.pk})


def _said(response: Any) -> str:
    if response.streaming:
        return b"".join(response.streaming_content).decode(errors="replace")
    return str(response.content.decode(errors="replace"))


def _state_of(world: World) -> dict[str, str]:
    """Return a digest of every row of office A, by table; sign-in times of its people are left out."""
    digests = {}
    with tenancy.whole_house(reason="test"), connection.cursor() as cursor:
        for table in tenancy.tenancies():
            column, condition = "t::text", "office_id = %s"
            if table == "agencies_office":
                condition = "id = %s"
            elif table == "agencies_user":
                column = "email || password || name || phone || language || session_round::text || is_active::text"
                condition = "id in (select user_id from agencies_member where office_id = %s)"
            elif table not in _of_offices():
                continue  # rows of the whole server
            rows = f"select {column} as said from {table} t where {condition}"  # noqa: S608
            digest = f"select md5(coalesce(string_agg(said, '|' order by said), '')) from ({rows}) as found"  # noqa: S608
            cursor.execute(digest, [world.office.pk])
            digests[table] = cursor.fetchone()[0]
    return digests


@cache
def _of_offices() -> frozenset[str]:
    """Return the tables whose rows belong to an office."""
    models = apps.get_models()
    return frozenset(m._meta.db_table for m in models if "office_id" in {f.column for f in m._meta.concrete_fields})


def _refused_to_the_signed_out(address: Address, *, response: Any) -> bool:
    if address.rule is None or address.rule.kind == "all":
        return bool(response.status_code < 500)
    if response.status_code in {302, 303}:
        return str(response.headers["Location"]).startswith("/akun/")
    return response.status_code in {401, 403, 404, 405}


def _refused_to_the_outsider(address: Address, *, response: Any) -> bool:
    is_object = bool(address.arguments) and address.rule is not None and address.rule.kind in {"office", "right"}
    return response.status_code in {403, 404, 405} if is_object else bool(response.status_code < 500)


def _refused_to_the_powerless(address: Address, *, response: Any) -> bool:
    is_right = address.rule is not None and address.rule.kind == "right"
    return response.status_code in {403, 404, 405} if is_right else bool(response.status_code < 500)


def _complaints(world: World, *, address: Address) -> Iterator[str]:
    callers = [
        ("signed out", None, _refused_to_the_signed_out),
        ("a member of office B with every role", world.outsider, _refused_to_the_outsider),
    ]
    if address.rule is not None and address.rule.kind == "right":
        callers.append(("a member of office A without the right", world.powerless, _refused_to_the_powerless))
    before = _state_of(world)
    for method in address.methods:
        for words, who, is_refused in callers:
            response = _ask(world, address=address, who=who, method=method)
            call = f"{method} {address.name} as {words}"
            if not is_refused(address, response=response):
                yield f"{call}: answered {response.status_code}"
            if who is not world.powerless and SECRET in _said(response):
                yield f"{call}: shows a secret of office A"
    after = _state_of(world)
    for table in before:
        if before[table] != after[table]:
            yield f"{address.name}: rows of office A changed in {table}"


@pytest.mark.parametrize("address", every_address(), ids=lambda address: address.name)
def test_no_address_gives_another_office_anything(address: Address) -> None:
    world = build_world()
    assert list(_complaints(world, address=address)) == []


def test_the_walk_would_see_a_leak() -> None:
    """The walk itself, tried on a member who may: it must complain."""
    world = build_world()
    insider = World(
        office=world.office,
        member=world.member,
        powerless=world.powerless,
        outsider=build_member(world.office, roles=("author", "editor")),
        rows=world.rows,
    )
    address = next(one for one in every_address() if one.name == "GET /api/v1/desk/stories/{int:story_id}")
    assert len(list(_complaints(insider, address=address))) == 2
