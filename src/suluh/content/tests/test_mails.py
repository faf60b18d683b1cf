"""Mails: approvers hear of a story that waits, its authors why it came back."""

from __future__ import annotations

import pytest
from conftest import build_member, build_text
from django.core import mail
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content import tasks
from suluh.content.models import Story
from suluh.foundation import tenancy
from suluh.foundation.errors import Refusal

TASKS = {"content.mail_approver": tasks.mail_approver, "content.mail_writer": tasks.mail_writer}


def do_mails() -> None:
    """Do the mails that wait, as the worker does: acting for nobody."""
    for job in ProcrastinateJob.objects.filter(task_name__in=TASKS).order_by("pk"):
        with tenancy.acting():
            TASKS[job.task_name].func(**job.args)
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs where task_name = any(%s)", [list(TASKS)])


def readers() -> list[str]:
    return sorted(message.to[0] for message in mail.outbox)


def test_approvers_of_the_office_are_asked_each_in_their_language(
    story: Story, author: Member, approver: Member, operator: Member, outsider: Member
) -> None:
    english = build_member(approver.office, roles=("approver",))
    english.user.language = "en"
    english.user.save()
    gone = build_member(approver.office, roles=("approver",))
    gone.is_active = False
    gone.save()
    content.submit_story(story, by=author)
    do_mails()
    assert readers() == sorted([approver.user.email, english.user.email])
    said = {message.to[0]: message for message in mail.outbox}
    assert said[approver.user.email].subject == f"Perlu disetujui: {story.headline}"
    assert said[english.user.email].subject == f"To approve: {story.headline}"
    assert f"/meja/naskah/{story.pk}/tinjau/" in said[english.user.email].body
    assert author.user.name in said[english.user.email].body


def test_who_wrote_is_not_asked_to_approve(acting_office: object, approver: Member, author: Member) -> None:
    both = build_member(approver.office, roles=("author", "approver"))
    own = content.begin_story(build_text(), by=both)
    content.submit_story(own, by=both)
    do_mails()
    assert readers() == [approver.user.email]


def test_nobody_is_asked_about_what_was_decided_meanwhile(story: Story, author: Member, approver: Member) -> None:
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    do_mails()
    assert mail.outbox == []


def test_the_author_is_told_why_a_story_came_back(story: Story, author: Member, approver: Member) -> None:
    content.submit_story(story, by=author)
    do_mails()
    mail.outbox.clear()
    content.return_story(story, by=approver, reason="Angka di paragraf 1 < 17 & salah.")
    do_mails()
    assert readers() == [author.user.email]
    assert mail.outbox[0].subject == f"Dikembalikan: {story.headline}"
    assert "Angka di paragraf 1 < 17 & salah." in mail.outbox[0].body
    assert f"/meja/naskah/{story.pk}/" in mail.outbox[0].body


def test_who_takes_their_own_story_back_gets_no_mail(story: Story, author: Member, approver: Member) -> None:
    content.submit_story(story, by=author)
    content.return_story(story, by=author, reason="Ambil lagi")
    do_mails()
    assert mail.outbox == []


def test_a_refused_submission_asks_nobody(acting_office: object, author: Member, approver: Member) -> None:
    bare = content.begin_story(build_text(blocks=()), by=author)
    with pytest.raises(Refusal):
        content.submit_story(bare, by=author)
    assert not ProcrastinateJob.objects.filter(task_name__in=TASKS).exists()
