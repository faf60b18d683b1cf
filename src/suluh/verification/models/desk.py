"""The desk: claims, the questions behind them, what speaks for and against them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.agencies.api import Office, User
from suluh.foundation.clock import now
from suluh.foundation.tenancy import Tenancy, office_rows
from suluh.verification.models.facts import FactCheck
from suluh.verification.states import WAITING, ClaimStates


class Desk(models.Model):
    """That an office answers citizens' questions, and within how many hours."""

    tenancy: ClassVar[Tenancy] = office_rows(public="is_open")

    office = models.OneToOneField(Office, on_delete=models.PROTECT, related_name="desk")
    is_open = models.BooleanField(default=True)
    # Takes what is asked without naming an office. One on a server.
    is_default = models.BooleanField(default=False)
    hours_to_answer = models.PositiveSmallIntegerField(_("hours to answer"), default=3)
    # Days after the answer until what a citizen sent is erased.
    days_to_keep = models.PositiveSmallIntegerField(_("days to keep what was sent"), default=30)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["is_default"], condition=Q(is_default=True), name="desk_one_default"),
            models.CheckConstraint(condition=Q(hours_to_answer__gte=1), name="desk_answers_within_an_hour_or_more"),
        ]

    def __str__(self) -> str:
        return f"desk of {self.office_id}"


class ClaimQuerySet(models.QuerySet["Claim"]):
    def of(self, office: Office) -> ClaimQuerySet:
        """The claims of an office's desk."""
        return self.filter(office=office)

    def waiting(self) -> ClaimQuerySet:
        """Claims that nobody has answered yet."""
        return self.filter(state__in=WAITING)

    def assigned(self, user: User) -> ClaimQuerySet:
        """Claims that one person checks."""
        return self.filter(assigned_to=user)

    def late(self) -> ClaimQuerySet:
        """Claims that wait longer than the desk promised."""
        return self.waiting().filter(due_at__lt=now())

    def with_words(self, words: str) -> ClaimQuerySet:
        """Claims whose text holds every one of ``words``; all of them without any."""
        found = self
        for word in words.split():
            found = found.filter(text__icontains=word)
        return found


class Claim(models.Model):
    """One thing that circulates, as a card on a desk: thousands of questions may stand behind it."""

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ClaimStates.choices, default=ClaimStates.first())
    text = models.TextField(_("claim"))  # representative words, scrubbed of personal data
    first_asked_at = models.DateTimeField(default=now)
    last_asked_at = models.DateTimeField(default=now)
    asked = models.PositiveIntegerField(default=0)  # questions behind it
    harm = models.PositiveSmallIntegerField(_("harm"), default=1)  # 0 none, 1 little, 2 money or health, 3 lives
    reach = models.PositiveIntegerField(_("reach"), default=0)  # people, as a checker estimates
    priority = models.FloatField(default=0)
    assigned_to = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    first_answer_at = models.DateTimeField(null=True)  # the first word to who asked, a known check included
    answered_at = models.DateTimeField(null=True)
    fact_check = models.ForeignKey(FactCheck, null=True, on_delete=models.PROTECT, related_name="claims")
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    closed_because = models.CharField(max_length=300, blank=True)
    change = models.BigIntegerField(default=0, editable=False)
    # Some numbers of its words: forwards of one text have most of them in common (see sketching.py).
    sketch = ArrayField(models.BigIntegerField(), default=list)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["office", "state", "-priority"], name="claim_queue"),
            GinIndex(fields=["sketch"], name="claim_sketch"),
            models.Index(fields=["change"], name="claim_changes"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(ClaimStates.table)), name="claim_state_is_known"),
            models.CheckConstraint(condition=Q(harm__lte=3), name="claim_harm_has_four_steps"),
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(fact_check__isnull=False, answered_at__isnull=False),
                name="claim_answered_by_a_fact_check",
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="claim_merged_names_the_other",
            ),
            models.CheckConstraint(condition=~Q(state="closed") | ~Q(closed_because=""), name="claim_closed_says_why"),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def card(self) -> Claim:
        """Return the claim that people see: itself, or the one it was merged into."""
        return self.merged_into or self

    def every_question(self) -> models.QuerySet[Question]:
        """Questions of this claim and of those merged into it."""
        return Question.objects.filter(Q(claim=self) | Q(claim__merged_into=self))

    def every_evidence(self) -> models.QuerySet[Evidence]:
        """Evidence of this claim and of those merged into it, the oldest first."""
        found = Evidence.objects.filter(Q(claim=self) | Q(claim__merged_into=self))
        return found.select_related("added_by").order_by("added_at", "pk")


class Question(models.Model):
    """What one citizen sent. Its words and picture are encrypted; nobody's name stands here."""

    class Kind(models.TextChoices):
        TEXT = "text", _("Text")
        LINK = "link", _("Link")
        PICTURE = "picture", _("Picture")

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="questions")
    number = models.CharField(max_length=20, unique=True)  # what the citizen comes back with
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.TEXT)
    sealed_text = models.BinaryField(default=bytes)  # empty once erased
    sealed_picture = models.FileField(upload_to="questions/%Y/%m/", blank=True)
    language = models.CharField(max_length=5, default="id")
    asked_at = models.DateTimeField(default=now)
    fact_check = models.ForeignKey(FactCheck, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["claim", "-asked_at"], name="question_of_claim"),
            models.Index(fields=["answered_at"], condition=Q(erased_at__isnull=True), name="question_to_erase"),
        ]

    def __str__(self) -> str:
        return self.number


class Evidence(models.Model):
    """Something that speaks for or against a claim, with an archived copy of how it stood."""

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="evidence")
    link = models.URLField(_("address"), max_length=1000, blank=True)
    note = models.CharField(_("what it shows"), max_length=500)
    title = models.CharField(max_length=300, blank=True)
    archived = models.FileField(upload_to="evidence/%Y/%m/", blank=True)
    archived_text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    archived_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, blank=True)  # why no copy could be kept
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(note=""), name="evidence_says_what_it_shows")]

    def __str__(self) -> str:
        return self.note
