"""Packs and their files."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from suluh.agencies.api import Office, User
from suluh.authenticity.api import Code
from suluh.content.api import Revision, Story
from suluh.creative.designing.archive import Files
from suluh.creative.states import LayoutStates, PackJobStates, PackStates, WordStates
from suluh.foundation.clock import now
from suluh.foundation.tenancy import Tenancy, office_rows

_PUBLIC_STORY_SQL = (
    "exists (select 1 from content_story s where s.id = story_id and s.published_revision_id = revision_id"
    " and s.state = 'published')"
)

# A shared layout may be used by all; one that waits to be shared is seen by who decides: leading offices.
_SHARED_SQL = (
    "shared_id is not null and state <> 'retired' or state = 'submitted' and exists"
    " (select 1 from agencies_office o where o.tier <= 2 and suluh_acts_for(o.id))"
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
        FORMATS = "formats", _("Added formats")
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


class OfficeLayoutQuerySet(models.QuerySet["OfficeLayout"]):
    def of(self, office: Office) -> OfficeLayoutQuerySet:
        """The office's own layouts, those put away last."""
        put_away = models.Case(models.When(state="retired", then=1), default=0)
        return self.filter(office=office).select_related("current", "offered").order_by(put_away, "slug")

    def shared(self) -> OfficeLayoutQuerySet:
        """Layouts that every office may use."""
        return self.exclude(state="retired").filter(shared__isnull=False)

    def waiting(self) -> OfficeLayoutQuerySet:
        """Layouts that wait to be shared, as far as the one who asks may see them, the oldest first."""
        waiting = self.filter(state="submitted").select_related("office", "submitted", "submitted_by")
        return waiting.order_by("submitted_at", "pk")


class OfficeLayout(models.Model):
    """A layout that an office made its own. Its files stand in revisions: the current, the offered, the shared one."""

    tenancy: ClassVar[Tenancy] = office_rows(public=_SHARED_SQL)

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    slug = models.CharField(max_length=30)
    state = models.CharField(max_length=10, choices=LayoutStates.choices, default=LayoutStates.first())
    # The name of the layout it was copied from, "" where it came as a file.
    based_on = models.CharField(max_length=60, blank=True)
    current = models.ForeignKey("LayoutRevision", null=True, on_delete=models.PROTECT, related_name="+")
    offered = models.ForeignKey("LayoutRevision", null=True, on_delete=models.PROTECT, related_name="+")
    submitted = models.ForeignKey("LayoutRevision", null=True, on_delete=models.PROTECT, related_name="+")
    shared = models.ForeignKey("LayoutRevision", null=True, on_delete=models.PROTECT, related_name="+")
    submitted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    # What who decided about sharing said.
    remark = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)

    objects = OfficeLayoutQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "slug"], name="office_layout_name_once"),
            models.CheckConstraint(condition=Q(slug__regex="^[a-z][a-z0-9-]{1,29}$"), name="office_layout_name_form"),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "retired")) | Q(offered__isnull=False),
                name="office_layout_offers_what_it_says",
            ),
            models.CheckConstraint(
                condition=~Q(state="shared") | Q(shared__isnull=False), name="office_layout_shares_what_it_says"
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class LayoutRevision(models.Model):
    """One saved state of a layout's three files. It never changes."""

    # The inner table has its own policy: whoever may not see the layout sees none of its revisions.
    tenancy: ClassVar[Tenancy] = replace(
        office_rows(
            public="exists (select 1 from creative_officelayout l where l.id = layout_id and (l.shared_id ="
            " creative_layoutrevision.id or l.state = 'submitted' and l.submitted_id = creative_layoutrevision.id))"
        ),
        verbs="SELECT, INSERT",
    )

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    layout = models.ForeignKey(OfficeLayout, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    title_id = models.CharField(max_length=60)
    title_en = models.CharField(max_length=60)
    form = models.TextField()
    program = models.TextField()
    sample = models.TextField(blank=True)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["layout", "number"], name="layout_revision_number_once")]

    def __str__(self) -> str:
        return f"{self.layout_id}/{self.number}"

    def files(self) -> Files:
        """Return its three files."""
        return Files(form=self.form, program=self.program, sample=self.sample)

    def title(self) -> str:
        """Return its title in the reader's language."""
        return self.title_en if (get_language() or "id").startswith("en") else self.title_id


class OfficeWord(models.Model):
    """A word or name that no dictionary has and the office's stories may hold. ``key`` is the word in lower case.

    ``origin`` says whether a person added it or it was learned from approved stories, whose ids ``stories`` keeps.
    """

    class Origin(models.TextChoices):
        ADDED = "added", _("Added by a person")
        LEARNED = "learned", _("Learned from approved stories")

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    word = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=WordStates.choices, default=WordStates.first())
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.ADDED)
    stories = models.JSONField(default=list)
    changed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "key"], name="office_word_once")]

    def __str__(self) -> str:
        return self.word


class MachineText(models.Model):
    """Words the assistant wrote for one place of a story. Taken over by one person, seen by another before approval.

    What is not taken over is deleted when the same is asked again, or put away by hand.
    """

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="machine_texts")
    task = models.CharField(max_length=20)
    block = models.CharField(max_length=40)
    field = models.CharField(max_length=40)
    words = models.TextField()
    host = models.CharField(max_length=200)
    model = models.CharField(max_length=120)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    taken_words = models.TextField(blank=True)
    taken_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_by__isnull=True, taken_at__isnull=True, taken_words="")
                | (Q(taken_by__isnull=False, taken_at__isnull=False) & ~Q(taken_words="")),
                name="machine_text_taken_whole",
            ),
            models.CheckConstraint(
                condition=Q(seen_by__isnull=True, seen_at__isnull=True)
                | (Q(seen_by__isnull=False, seen_at__isnull=False, taken_by__isnull=False) & ~Q(seen_by=F("taken_by"))),
                name="machine_text_seen_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} of {self.story_id}"
