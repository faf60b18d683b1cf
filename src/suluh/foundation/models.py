"""The tables of the audit and of allowances."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from suluh.foundation.clock import now
from suluh.foundation.tenancy import Tenancy, journal_rows


class AuditEntry(models.Model):
    """One thing somebody did. Its table takes new rows only: no update, no delete."""

    tenancy: ClassVar[Tenancy] = journal_rows()

    action = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    office_id = models.BigIntegerField(null=True)
    user_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["office_id", "-at"], name="audit_by_office"),
            models.Index(fields=["subject_kind", "subject_id"], name="audit_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject_kind} {self.subject_id}"


class Allowance(models.Model):
    """What is left to one sender (see ``allowances``): ``key`` is a keyed digest, no address."""

    tenancy: ClassVar[Tenancy] = Tenancy(see="true", write="true")

    key = models.CharField(max_length=64, primary_key=True)
    tokens = models.FloatField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="allowance_by_age")]

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.tokens}"
