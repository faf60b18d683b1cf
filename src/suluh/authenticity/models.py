"""The register: codes that were given out and files that were sealed under them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from suluh.agencies.api import Office
from suluh.content.api import Revision, Story
from suluh.foundation.clock import now
from suluh.foundation.tenancy import Tenancy


def _register_rows() -> Tenancy:
    """Everybody may ask the register; an office adds to it; nobody changes what it says."""
    return Tenancy(see="true", write="suluh_acts_for(office_id)", verbs="SELECT, INSERT")


class Code(models.Model):
    """A short code printed on what an office puts out: one for each pack of one revision."""

    tenancy: ClassVar[Tenancy] = _register_rows()

    text = models.CharField(max_length=12, unique=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, null=True, on_delete=models.PROTECT, related_name="codes")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.PROTECT, related_name="codes")
    issued_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.text


class Seal(models.Model):
    """One sealed file: its hashes, under its code. ``fingerprint`` is the picture hash as 16 hex digits."""

    tenancy: ClassVar[Tenancy] = _register_rows()

    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="seals")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    layout = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64, db_index=True)
    fingerprint = models.CharField(max_length=16, blank=True)
    sealed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "name"], name="seal_name_once_per_code")]

    def __str__(self) -> str:
        return f"{self.code_id} {self.name}"
