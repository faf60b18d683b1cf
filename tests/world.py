"""Two offices for the tests of tenancy: A, which owns one row of every kind, all secret, and B, which must see none.

A new table of an office gets its row in ``build_world``; tests/test_row_level_security.py says so where it is missing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from conftest import build_member, build_office, build_text

from suluh.agencies.models import ApiKey, Invitation, Member, Office
from suluh.authenticity.models import Code, Seal
from suluh.content import api as content
from suluh.content.models import Approval, Exit, ExitReason, Media, Story
from suluh.creative.models import (
    Dismissal,
    LayoutRevision,
    MachineText,
    OfficeLayout,
    OfficeWord,
    Pack,
    PackJob,
    Rendition,
    ShareLink,
    Wish,
)
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.verification.models import (
    Claim,
    Desk,
    Evidence,
    FactCheck,
    FactCheckCorrection,
    Message,
    Question,
    StoryMatch,
)

# Stands in every text of A that others must not read.
SECRET = "Rahasia-7731"
EVERY_ROLE = ("author", "editor", "approver", "checker", "operator")


@dataclass(frozen=True)
class World:
    """Office A with its rows; an outsider with every role in B; a member of A without any role."""

    office: Office
    member: Member
    powerless: Member
    outsider: Member
    rows: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.rows[name]
        except KeyError:
            raise AttributeError(name) from None


def build_world() -> World:
    """Save both offices and one row of A in every table."""
    office = build_office()
    member = build_member(office, roles=EVERY_ROLE)
    second = build_member(office, roles=("approver",))
    world = World(
        office=office,
        member=member,
        powerless=build_member(office, roles=()),
        outsider=build_member(build_office(), roles=EVERY_ROLE),
    )
    with tenancy.acting(office=office.pk):
        story = content.begin_story(build_text(headline=f"{SECRET} judul", lead=SECRET), by=member)
        world.rows.update(story=story, revision=story.current_revision)
        world.rows.update(_rows_of_agencies(world), **_rows_of_content(world, second=second), **_rows_of_packs(world))
        world.rows.update(_rows_of_the_check_desk(world))
    return world


def _rows_of_agencies(world: World) -> dict[str, Any]:
    invitation = Invitation.objects.create(
        office=world.office,
        email=f"{SECRET}@contoh.go.id",
        roles=["author"],
        invited_by=world.member.user,
        token_hash="a" * 64,
        ends_at=now() + timedelta(days=7),
    )
    key = ApiKey.objects.create(office=world.office, member=world.member, label=SECRET, key_hash="b" * 64)
    authenticator = Authenticator.objects.create(
        user=world.member.user, type=Authenticator.Type.WEBAUTHN, data={"name": SECRET, "credential": {}}
    )
    return {"invitation": invitation, "key": key, "authenticator": authenticator}


def _rows_of_content(world: World, *, second: Member) -> dict[str, Any]:
    story: Story = world.story
    media = Media.objects.create(
        office=world.office,
        file="media/tidak-ada.jpg",
        media_type="image/jpeg",
        width=10,
        height=10,
        sha256="c" * 64,
        alt=SECRET,
        credit=SECRET,
        added_by=world.member.user,
    )
    approval = Approval.objects.create(office=world.office, story=story, revision=world.revision, given_by=second.user)
    made = Exit.objects.create(
        office=world.office,
        story=story,
        kind=Exit.Kind.WITHDRAWAL,
        public_note=SECRET,
        made_by=second.user,
    )
    reason = ExitReason.objects.create(exit=made, office=world.office, words=SECRET)
    return {"media": media, "approval": approval, "exit": made, "exitreason": reason}


def _rows_of_packs(world: World) -> dict[str, Any]:
    story: Story = world.story
    pack = Pack.objects.create(office=world.office, story=story, revision=world.revision)
    rendition = Rendition.objects.create(
        office=world.office,
        pack=pack,
        layout="quote",
        name="kutipan.png",
        media_type="image/png",
        file="packs/tidak-ada.png",
        size=1,
        alt=SECRET,
    )
    dismissal = Dismissal.objects.create(office=world.office, story=story, key="d" * 40, dismissed_by=world.member.user)
    code = Code.objects.create(text="K7QX-42MD", office=world.office, story=story, revision=world.revision)
    seal = Seal.objects.create(
        code=code, office=world.office, layout="quote", name="kutipan.png", media_type="image/png", sha256="e" * 64
    )
    user = world.member.user
    job = PackJob.objects.create(office=world.office, pack=pack, problems=[{"sentence": SECRET}], asked_by=user)
    wish = Wish.objects.create(office=world.office, story=story, formats=["quote_card"], changed_by=user)
    link = ShareLink.objects.create(
        office=world.office,
        story=story,
        token_hash="f" * 64,
        label=SECRET,
        made_by=user,
        expires_at=now() + timedelta(days=7),
    )
    made = {"pack": pack, "rendition": rendition, "dismissal": dismissal, "code": code, "seal": seal}
    return made | {"packjob": job, "wish": wish, "sharelink": link} | _rows_of_layouts(world) | _rows_of_words(world)


def _rows_of_layouts(world: World) -> dict[str, Any]:
    layout = OfficeLayout.objects.create(office=world.office, slug="rahasia-7731")
    revision = LayoutRevision.objects.create(
        office=world.office,
        layout=layout,
        number=1,
        title_id=SECRET,
        title_en=SECRET,
        form=SECRET,
        program=SECRET,
        saved_by=world.member.user,
    )
    OfficeLayout.objects.filter(pk=layout.pk).update(current=revision)
    return {"layout": layout, "layoutrevision": revision}


def _rows_of_words(world: World) -> dict[str, Any]:
    words = {"words": SECRET, "host": SECRET, "model": SECRET, "task": "headline", "block": "lead", "field": "lead"}
    made = MachineText.objects.create(office=world.office, story=world.story, asked_by=world.member.user, **words)
    word = OfficeWord.objects.create(office=world.office, word=SECRET, key=SECRET.lower(), changed_by=world.member.user)
    return {"machine_text": made, "office_word": word}


def _rows_of_the_check_desk(world: World) -> dict[str, Any]:
    user, office = world.member.user, world.office
    fact_check = FactCheck.objects.create(
        office=office, title=SECRET, slug="rahasia", verdict="salah", reason=SECRET, review=SECRET, proposed_by=user
    )
    claim = Claim.objects.create(
        office=office, text=SECRET, asked=1, due_at=now() + timedelta(hours=3), assigned_to=user
    )
    return {
        "fact_check": fact_check,
        "claim": claim,
        "desk": Desk.objects.create(office=office, is_open=False),
        "question": Question.objects.create(
            office=office, claim=claim, number="T-7731-7731-7731", sealed_text=SECRET.encode()
        ),
        "evidence": Evidence.objects.create(office=office, claim=claim, note=SECRET, added_by=user),
        "message": Message.objects.create(office=office, fact_check=fact_check, text=SECRET, digest="f" * 64),
        "correction": FactCheckCorrection.objects.create(
            office=office,
            fact_check=fact_check,
            before="salah",
            verdict="benar",
            reason=SECRET,
            public_note=SECRET,
            proposed_by=user,
        ),
        "story_match": StoryMatch.objects.create(
            office=office,
            story=world.story,
            block="lead",
            sentence=SECRET,
            digest="g" * 64,
            fact_check=fact_check,
            probability=0.9,
        ),
    }
