"""What is known: fact-checks, where they come from, how they were corrected, and the texts people matched with them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from suluh.agencies.api import Office, User
from suluh.content.api import Story
from suluh.foundation.clock import now
from suluh.foundation.tenancy import Tenancy, office_rows, shared_rows
from suluh.verification.states import FactCheckStates


class SourceQuerySet(models.QuerySet["Source"]):
    def readable(self) -> SourceQuerySet:
        """Sources that are read every night."""
        return self.filter(is_active=True).exclude(address="").order_by("slug")

    def with_counts(self) -> list[tuple[Source, int]]:
        """Return the sources by name, each with how many fact-checks of it there are."""
        counts = dict(self.values_list("pk").annotate(models.Count("fact_checks")).order_by())
        return [(source, counts.get(source.pk, 0)) for source in self.order_by("slug")]


class Source(models.Model):
    """A place fact-checks are imported from, with what its licence allows and how far reading it has come."""

    tenancy: ClassVar[Tenancy] = shared_rows()

    slug = models.SlugField(unique=True, max_length=60)
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=40)  # the importer's name
    address = models.CharField(_("address"), max_length=500, blank=True)
    licence = models.CharField(_("licence note"), max_length=500)
    language = models.CharField(_("language"), max_length=5, default="id")
    is_active = models.BooleanField(default=True)
    # Where the importer goes on: ETag, Last-Modified, page, the newest date read.
    position = models.JSONField(default=dict)
    seconds_between = models.PositiveSmallIntegerField(_("seconds between requests"), default=2)
    read_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=500, blank=True)

    objects = SourceQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class FactCheckQuerySet(models.QuerySet["FactCheck"]):
    def public(self) -> FactCheckQuerySet:
        """Fact-checks that answer citizens."""
        return self.filter(state="published").select_related("office", "source").defer("words")

    def of(self, office: Office) -> FactCheckQuerySet:
        """The office's own fact-checks, drafts included."""
        return self.filter(office=office)

    def matching(self, words: str) -> FactCheckQuerySet:
        """With the words in their claim or reason, typed as in a web search."""
        query = SearchQuery(words, config="indonesian", search_type="websearch")
        return self.filter(words=query)

    def newest_first(self) -> FactCheckQuerySet:
        """By the day of the check, the newest first."""
        return self.order_by(F("checked_on").desc(nulls_last=True), "-pk")


class FactCheck(models.Model):
    """What is known of a claim: its words, the verdict, the reason in one sentence, who found it.

    An office's own, or imported from a ``source`` (then ``office`` is null and only the whole house writes it).
    ``change`` is numbered by the database in the order of commits; indexes are kept in step by it.
    """

    tenancy: ClassVar[Tenancy] = office_rows(public="state in ('published', 'withdrawn')")

    office = models.ForeignKey(Office, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="fact_checks")
    external_id = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=FactCheckStates.choices, default=FactCheckStates.first())
    language = models.CharField(_("language"), max_length=5, default="id")
    title = models.CharField(_("claim"), max_length=500)
    slug = models.SlugField(max_length=90, blank=True)
    verdict = models.CharField(_("verdict"), max_length=30)
    # The source's own word for its verdict, as it stood there.
    rating = models.CharField(max_length=120, blank=True)
    reason = models.CharField(_("reason in one sentence"), max_length=600, blank=True)
    review = models.TextField(_("what was found"), blank=True)
    # What circulated: who said it and where, in words (ClaimReview's itemReviewed).
    appeared = models.CharField(_("where it appeared"), max_length=500, blank=True)
    first_seen_on = models.DateField(null=True)
    checked_on = models.DateField(null=True)
    link = models.URLField(max_length=1000, blank=True)
    links = models.JSONField(default=list)  # further addresses: evidence, archived copies
    picture_words = models.TextField(blank=True)  # what was read in its pictures
    story = models.ForeignKey(Story, null=True, on_delete=models.SET_NULL, related_name="+")  # the debunk
    is_example = models.BooleanField(default=False)
    proposed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_because = models.CharField(_("note to the public"), max_length=500, blank=True)
    changed_at = models.DateTimeField(default=now)
    change = models.BigIntegerField(default=0, editable=False)
    # The words of claim and reason, for the search; written by the database. No index: row-level security keeps
    # PostgreSQL from asking one for words, and 30,000 rows are looked through in tens of milliseconds.
    words = SearchVectorField(null=True, editable=False)

    objects = FactCheckQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["change"], name="fact_check_changes"),
            models.Index(F("checked_on").desc(nulls_last=True), F("id").desc(), name="fact_check_newest"),
            models.Index(fields=["-published_at", "-id"], name="fact_check_published"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(FactCheckStates.table)), name="fact_check_state_known"),
            models.CheckConstraint(
                condition=Q(office__isnull=False) | Q(source__isnull=False), name="fact_check_has_origin"
            ),
            models.CheckConstraint(
                condition=Q(office__isnull=True)
                | Q(state__in=["proposed", "dropped"])
                | Q(proposed_by__isnull=False, confirmed_by__isnull=False),
                name="fact_check_has_two_checkers",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")),
                name="fact_check_confirmed_by_another",
            ),
            models.CheckConstraint(condition=~Q(title="") & ~Q(verdict=""), name="fact_check_says_what"),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | Q(office__isnull=True) | ~Q(withdrawn_because=""),
                name="fact_check_withdrawn_says_why",
            ),
            models.UniqueConstraint(
                fields=["source", "external_id"], condition=Q(source__isnull=False), name="fact_check_once_per_source"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the public page."""
        return reverse("fact_check", kwargs={"pk": self.pk, "slug": self.slug or "klaim"})

    @property
    def key(self) -> str:
        """The name the matcher knows it by."""
        return f"fact:{self.pk}"


class Message(models.Model):
    """One circulating text that a person has matched with a fact-check: the claim memory. Scrubbed of personal data."""

    tenancy: ClassVar[Tenancy] = Tenancy(
        see="suluh_acts_for(office_id)", write="suluh_acts_for(office_id)", verbs="SELECT, INSERT, UPDATE"
    )

    office = models.ForeignKey(Office, null=True, on_delete=models.PROTECT, related_name="+")
    fact_check = models.ForeignKey(FactCheck, on_delete=models.PROTECT, related_name="messages")
    text = models.TextField(blank=True)  # empty where it was erased or taken back
    digest = models.CharField(max_length=64)  # of the normalised text
    matched_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)
    change = models.BigIntegerField(default=0, editable=False)

    class Meta:
        indexes = [models.Index(fields=["change"], name="message_changes")]
        constraints = [models.UniqueConstraint(fields=["fact_check", "digest"], name="message_once_per_fact_check")]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def key(self) -> str:
        return f"message:{self.pk}"


class FactCheckCorrection(models.Model):
    """A public change of a published fact-check: proposed by one checker, made by another, with its note."""

    tenancy: ClassVar[Tenancy] = office_rows(public="confirmed_by_id is not null")

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    fact_check = models.ForeignKey(FactCheck, on_delete=models.CASCADE, related_name="corrections")
    before = models.CharField(max_length=30)
    verdict = models.CharField(_("verdict"), max_length=30)
    reason = models.CharField(_("reason in one sentence"), max_length=600)
    public_note = models.CharField(_("note to the public"), max_length=500)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=now)
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    is_dropped = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(public_note=""), name="fact_check_correction_says_why"),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")),
                name="fact_check_correction_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before} -> {self.verdict}"
