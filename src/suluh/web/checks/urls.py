"""The addresses of the checkers' desk."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import gettext_lazy as _

from suluh.agencies.api import Member
from suluh.foundation.navigation import NavigationEntry
from suluh.verification import api as verification
from suluh.web.checks.views import claim, fact_check, numbers, questions, queue, sources

desk_urls = [
    path("cek/", queue.claims, name="claims"),
    path("cek/antrean/", queue.claims_live, name="claims_live"),
    path("cek/angka/", numbers.claim_numbers, name="claim_numbers"),
    path("cek/sumber/", sources.fact_sources, name="fact_sources"),
    path("cek/putusan/<int:pk>/", fact_check.own_fact_check, name="own_fact_check"),
    path("cek/<int:pk>/", claim.claim, name="claim"),
    path("cek/<int:pk>/bukti/<int:evidence_pk>/", claim.evidence_copy, name="evidence_copy"),
    path("cek/<int:pk>/pertanyaan/", questions.claim_questions, name="claim_questions"),
    path("cek/<int:pk>/pertanyaan/<int:question_pk>/gambar/", questions.question_picture, name="question_picture"),
]


def _waiting(member: Member) -> int:
    return verification.Claim.objects.of(member.office).waiting().count()


desk_navigation = [
    NavigationEntry(
        label=_("Claims"),
        url_name="claims",
        icon="claim",
        right="verification.check",
        order=40,
        count=_waiting,
    ),
    NavigationEntry(
        label=_("Fact-check sources"), url_name="fact_sources", icon="feed", right="verification.run_desk", order=715
    ),
]
