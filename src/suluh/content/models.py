"""Stories, their revisions, media and exits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from suluh.agencies.api import Office, User
from suluh.content.blocks import StoryText, parse_story
from suluh.content.states import PUBLIC, WRITABLE, StoryStates
from suluh.foundation.clock import now
from suluh.foundation.tenancy import Tenancy, office_rows

_PUBLIC_SQL = "state in ('published', 'withdrawn', 'recalled')"
_PUBLIC_STORY_SQL = (
    "exists (select 1 from content_story s where s.id = story_id and s.state in ('published', 'withdrawn', 'recalled'))"
)
_PUBLISHED_WORDS_SQL = (
    "exists (select 1 from content_story s where s.published_revision_id = content_revision.id"
    " and s.state in ('published', 'withdrawn'))"
)


class Rights(models.TextChoices):
    """What others may do with a story or a picture."""

    FREE = "free", _("Free to use with the source named (CC BY 4.0)")
    PARTNERS = "partners", _("For partners of the commitment only")
    ASK = "ask", _("Ask the office first")


class StoryQuerySet(models.QuerySet["Story"]):
    def of(self, office: Office) -> StoryQuerySet:
        """The office's own stories."""
        return self.filter(office=office)

    def public(self) -> StoryQuerySet:
        """Stories the public may read, withdrawn ones with their banner included."""
        return self.filter(state__in=("published", "withdrawn")).select_related("office", "published_revision")

    def newest_first(self) -> StoryQuerySet:
        """By the moment of publishing, the newest first."""
        return self.order_by(F("published_at").desc(nulls_last=True), "-pk")

    def in_language(self, language: str) -> StoryQuerySet:
        """Stories written in one language."""
        return self.filter(language=language)

    def with_words(self, words: str) -> StoryQuerySet:
        """Stories whose headline holds every one of these words; all where there are none."""
        found = self
        for word in words.split():
            found = found.filter(headline__icontains=word)
        return found

    def latest_change_first(self) -> StoryQuerySet:
        """By the moment of their last change."""
        return self.order_by("-changed_at", "-pk")

    def with_proposed_correction(self) -> StoryQuerySet:
        """Published stories whose corrected words wait for a second person."""
        return self.filter(state="published").exclude(current_revision=F("published_revision"))

    def due(self) -> StoryQuerySet:
        """Scheduled stories whose hour has come."""
        return self.filter(state="scheduled", publish_at__lte=now())

    def matching(self, words: str) -> StoryQuerySet:
        """Public stories with these words, the nearest first. Takes the syntax of web searches."""
        query = SearchQuery(words, config="indonesian", search_type="websearch")
        return (
            self.public()
            .filter(search=query)
            .annotate(rank=SearchRank(F("search"), query))
            .order_by("-rank", "-published_at")
        )

    def holding(self, sentences: Sequence[str]) -> StoryQuerySet:
        """Stories that hold any of these sentences, word for word but for endings."""
        asked = (Q(search=SearchQuery(one, config="indonesian", search_type="phrase")) for one in sentences)
        return self.filter(reduce(or_, asked)) if sentences else self.none()


class Story(models.Model):
    """The one source of a message. Its words stand in revisions."""

    tenancy: ClassVar[Tenancy] = office_rows(public=_PUBLIC_SQL)

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="stories")
    state = models.CharField(max_length=12, choices=StoryStates.choices, default=StoryStates.first())
    language = models.CharField(_("language"), max_length=5, default="id")
    headline = models.CharField(_("headline"), max_length=300)
    slug = models.SlugField(max_length=90)
    rights = models.CharField(_("rights"), max_length=10, choices=Rights.choices, default=Rights.FREE)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)
    current_revision = models.ForeignKey("Revision", null=True, on_delete=models.PROTECT, related_name="+")
    published_revision = models.ForeignKey("Revision", null=True, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    embargo_at = models.DateTimeField(_("embargo until"), null=True, blank=True)
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True)
    published_at = models.DateTimeField(null=True)
    search = SearchVectorField(null=True)
    # Ids of blocks that the structurer proposed and nobody has accepted or removed yet.
    proposals = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["office", "state", "-changed_at"], name="story_desk"),
            models.Index(fields=["-published_at"], condition=Q(state="published"), name="story_newest_public"),
            GinIndex(fields=["search"], name="story_search"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(StoryStates.table)), name="story_state_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "in_review"]) | Q(approved_by__isnull=False),
                name="story_goes_out_approved",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=list(PUBLIC))
                | Q(published_revision__isnull=False, published_at__isnull=False)
                | Q(state="recalled"),
                name="story_public_has_revision",
            ),
            models.CheckConstraint(
                condition=~Q(state="scheduled") | Q(publish_at__isnull=False), name="story_scheduled_has_hour"
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        """Return the address of the public page."""
        return reverse("story", kwargs={"pk": self.pk, "slug": self.public_slug})

    @property
    def public_slug(self) -> str:
        """The words in the address: none of the story's own where it was recalled before it was ever public."""
        return self.slug if self.published_at else "naskah"

    @property
    def is_writable(self) -> bool:
        return self.state in WRITABLE

    def text(self) -> StoryText:
        """Return the words being worked on."""
        if self.current_revision is None:
            return StoryText(headline=self.headline, language=self.language)
        return self.current_revision.text()

    def state_label(self) -> str:
        """Return the state's name in the reader's language."""
        return str(StoryStates.table[self.state].label)


class Revision(models.Model):
    """One version of a story's words. Frozen ones never change; the database refuses it (see migration 0002)."""

    # The public reads what is published: not what was approved and sent back, corrected, or recalled.
    tenancy: ClassVar[Tenancy] = office_rows(public=f"is_frozen and {_PUBLISHED_WORDS_SQL}")

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="revisions")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)
    is_frozen = models.BooleanField(default=False)
    note = models.CharField(max_length=200, blank=True)
    # The open page that saved it last: an answer that got lost on the way is not taken for another person's change.
    page = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "number"], name="revision_number_once")]

    def __str__(self) -> str:
        return f"{self.story_id}/{self.number}"

    def text(self) -> StoryText:
        """Return the words as a value."""
        return parse_story(self.content)

    def digest(self) -> str:
        """Return a short hash of the words: 16 hex digits."""
        words = json.dumps(self.content, sort_keys=True, ensure_ascii=False)
        return hashlib.blake2s(words.encode(), digest_size=8).hexdigest()


class Approval(models.Model):
    """A second person's yes to one revision. Who wrote any part of it cannot give it (see migration 0002)."""

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="approvals")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="approvals")
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.revision} by {self.given_by_id}"


class Exit(models.Model):
    """A correction, a withdrawal or a recall of a published story, with its reason."""

    class Kind(models.TextChoices):
        CORRECTION_MINOR = "correction_minor", _("Minor correction")
        CORRECTION_MAJOR = "correction_major", _("Major correction")
        WITHDRAWAL = "withdrawal", _("Withdrawal")
        RECALL = "recall", _("Recall")

    tenancy: ClassVar[Tenancy] = office_rows(public=_PUBLIC_STORY_SQL)

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="exits")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    public_note = models.CharField(_("note to the public"), max_length=500)
    before = models.ForeignKey(Revision, null=True, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(Revision, null=True, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(public_note=""), name="exit_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.story_id}"


class ExitReason(models.Model):
    """Why the office made an exit, in its own words. A row of its own: the public reads the exit, never this."""

    tenancy: ClassVar[Tenancy] = office_rows()

    exit = models.OneToOneField(Exit, primary_key=True, on_delete=models.CASCADE, related_name="inner_reason")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(_("reason"), max_length=500)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="exit_reason_is_said")]

    def __str__(self) -> str:
        return self.words


class MediaQuerySet(models.QuerySet["Media"]):
    def of(self, office: Office) -> MediaQuerySet:
        """The office's own pictures, the newest first."""
        return self.filter(office=office).order_by("-added_at", "-pk")

    def described_with(self, words: str) -> MediaQuerySet:
        """Pictures whose alt text or credit holds these words."""
        return self.filter(Q(alt__icontains=words) | Q(credit__icontains=words)) if words else self


class Media(models.Model):
    """A picture of an office: redrawn pixels without metadata, with credit, rights and required alt text."""

    tenancy: ClassVar[Tenancy] = office_rows(public="is_public")

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    file = models.FileField(upload_to="media/%Y/%m/")
    media_type = models.CharField(max_length=40)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    alt = models.CharField(_("alt text"), max_length=500)
    credit = models.CharField(_("credit"), max_length=160)
    rights = models.CharField(_("rights"), max_length=10, choices=Rights.choices, default=Rights.FREE)
    focal_x = models.FloatField(default=0.5)
    focal_y = models.FloatField(default=0.5)
    is_public = models.BooleanField(default=False)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)

    objects = MediaQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(alt="") & ~Q(credit=""), name="media_has_alt_and_credit"),
            models.CheckConstraint(
                condition=Q(focal_x__range=(0, 1), focal_y__range=(0, 1)), name="media_focal_point_inside"
            ),
            models.UniqueConstraint(fields=["office", "sha256"], name="media_once_per_office"),
        ]

    def __str__(self) -> str:
        return self.alt

    @property
    def small_name(self) -> str:
        """The name in the store of the picture's small form, a WebP for lists."""
        return f"{str(self.file.name).rsplit('.', 1)[0]}-small.webp"
