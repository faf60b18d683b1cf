"""What checking leaves behind: matches in stories, and counts."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.agencies.api import Office, User
from suluh.content.api import Story
from suluh.foundation.clock import now
from suluh.foundation.tenancy import Tenancy, office_rows
from suluh.verification.models.facts import FactCheck
from suluh.verification.states import StoryMatchStates


class StoryMatch(models.Model):
    """A sentence of an own draft that looks like a known claim. While one of a hoax is open, nobody approves."""

    tenancy: ClassVar[Tenancy] = office_rows()

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    block = models.CharField(max_length=40)
    sentence = models.TextField()
    digest = models.CharField(max_length=64)  # of the sentence
    fact_check = models.ForeignKey(FactCheck, on_delete=models.CASCADE, related_name="+")
    probability = models.FloatField()
    state = models.CharField(max_length=10, choices=StoryMatchStates.choices, default=StoryMatchStates.first())
    found_at = models.DateTimeField(default=now)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "digest", "fact_check"], name="story_match_once"),
            models.CheckConstraint(
                condition=Q(state="open") | (Q(decided_by__isnull=False) & ~Q(reason="")),
                name="story_match_decided_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.sentence[:80]


class Tally(models.Model):
    """How often a day's checks ended in one way: counted, without what was asked or by whom."""

    tenancy: ClassVar[Tenancy] = Tenancy(see="true", write="true", verbs="SELECT, INSERT, UPDATE")

    day = models.DateField()
    outcome = models.CharField(max_length=20)  # memory, known, office, near, unknown
    fact_check = models.ForeignKey(FactCheck, null=True, on_delete=models.CASCADE, related_name="+")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "outcome", "fact_check"], nulls_distinct=False, name="tally_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.outcome} {self.count}"
