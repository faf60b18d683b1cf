"""Packs and their files."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.agencies.api import Office, User
from suluh.authenticity.api import Code
from suluh.content.api import Revision, Story
from suluh.creative.states import PackJobStates, PackStates
from suluh.foundation.clock import now
from suluh.foundation.tenancy import Tenancy, office_rows

_PUBLIC_STORY_SQL = (
    "exists (select 1 from content_story s where s.id = story_id and s.published_revision_id = revision_id"
    " and s.state = 'published')"
)


class Pack(models.Model):
    """The creative outputs of one revision of a story for one office."""

    tenancy: ClassVar[Tenancy] = office_rows(public=_PUBLIC_STORY_SQL)

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="packs")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="packs")
    code = models.ForeignKey(Code, null=True, on_delete=models.PROTECT, related_name="packs")
    state = models.CharField(max_length=10, choices=PackStates.choices, default=PackStates.first())
    done = models.PositiveSmallIntegerField(default=0)
    planned = models.PositiveSmallIntegerField(default=0)
    # The formats it was asked for, in the order of drawing, and those of them that are done.
    formats = models.JSONField(default=list)
    finished = models.JSONField(default=list)
    # What could not be drawn: [{"layout", "block", "sentence", "code"}]
    problems = models.JSONField(default=list)
    asked_at = models.DateTimeField(default=now)
    ready_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "office"], name="pack_once_per_revision"),
            models.CheckConstraint(condition=~Q(state="ready") | Q(code__isnull=False), name="pack_ready_has_code"),
        ]

    def __str__(self) -> str:
        return f"pack of {self.revision_id}"


class PackJob(models.Model):
    """Work on a ready pack that was asked for later, beside what it holds: formats added to it, or a video.

    ``kind`` says which task does it; ``formats`` is what it makes, ``finished`` what of it is done, both by name.
    """

    class Kind(models.TextChoices):
        FORMATS = "formats", _("Formats")
        VIDEO = "video", _("Video")

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.FORMATS)
    state = models.CharField(max_length=10, choices=PackJobStates.choices, default=PackJobStates.first())
    formats = models.JSONField(default=list)
    finished = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    asked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["pack", "-asked_at"], name="pack_job_newest")]

    def __str__(self) -> str:
        return f"{self.kind} for {self.pack_id}"


class Wish(models.Model):
    """The formats an office wants of a story, by name. Without a wish it takes all that suit the story."""

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="wishes")
    formats = models.JSONField(default=list)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "office"], name="wish_once_per_story")]

    def __str__(self) -> str:
        return f"formats of {self.story_id}"


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    def open(self) -> ShareLinkQuerySet:
        """Links that still lead to the pack, the newest first."""
        return self.filter(ended_at__isnull=True, expires_at__gt=now()).order_by("-made_at", "-pk")

    def over(self) -> ShareLinkQuerySet:
        """Links that lead nowhere any more, the newest first."""
        return self.exclude(ended_at__isnull=True, expires_at__gt=now()).order_by("-made_at", "-pk")


class ShareLink(models.Model):
    """An address that shows a story's approved pack to who has it, without an account. Its secret is kept as a hash."""

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="share_links")
    token_hash = models.CharField(max_length=64, unique=True)
    # Whom it is for, in the words of who made it.
    label = models.CharField(max_length=80, blank=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    # How often its page was opened; by whom is not kept.
    opened = models.PositiveIntegerField(default=0)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["story", "-made_at"], name="share_link_newest")]
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("made_at")), name="share_link_ends_after_start")
        ]

    def __str__(self) -> str:
        return f"link to {self.story_id}"


class Rendition(models.Model):
    """One sealed file of a pack."""

    tenancy: ClassVar[Tenancy] = office_rows(public="exists (select 1 from creative_pack p where p.id = pack_id)")

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="renditions")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    layout = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=60)
    file = models.FileField(upload_to="packs/%Y/%m/")
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    size = models.PositiveIntegerField()
    alt = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    # Ids of the blocks that were shortened at a sentence's end, and characters the typeface cannot draw.
    shortened = models.JSONField(default=list)
    left_out = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pack", "name"], name="rendition_name_once_per_pack")]

    def __str__(self) -> str:
        return self.name


class Dismissal(models.Model):
    """A remark of the coach that a person put aside. ``key`` is the finding's; it ends when the words change."""

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="dismissals")
    key = models.CharField(max_length=40)
    dismissed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    dismissed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "key"], name="dismissal_once_per_finding")]

    def __str__(self) -> str:
        return self.key
