"""A likely hoax in an office's own draft stops it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import build_fact_check, build_text
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.blocks import MythFact, Paragraph, StoryText
from suluh.foundation import tenancy
from suluh.verification import api as verification
from suluh.verification import index, tasks
from suluh.verification.models import FactCheck, StoryMatch

HOAX = "Air kelapa dicampur garam menyembuhkan demam berdarah"
FACT = "Penderita demam berdarah harus dirawat dokter di rumah sakit."

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def looks_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_LOOK_AGAIN", 0.0)


@pytest.fixture
def hoax(db: None) -> FactCheck:
    return build_fact_check(title=HOAX)


def with_paragraph(words: str) -> StoryText:
    return build_text(blocks=(Paragraph(id="satu", text=words), Paragraph(text="Komitmen ditandatangani hari Kamis.")))


def sent(text: StoryText, *, author: Member) -> content.Story:
    story = content.begin_story(text, by=author)
    return content.submit_story(story, by=author)


@pytest.fixture
def held_story(hoax: FactCheck, author: Member, approver: Member, acting_office: object) -> content.Story:
    """A story with a hoax in it that somebody tried to approve."""
    story = sent(with_paragraph(f"<strong>{HOAX}</strong>."), author=author)
    with pytest.raises(verification.HoldsHoax, match=r"mirip|looks like"):
        content.approve_story(story, by=approver)
    return story


def test_nobody_approves_a_likely_hoax_and_the_sentence_is_named(held_story: content.Story, hoax: FactCheck) -> None:
    (match,) = StoryMatch.objects.all()

    held_story.refresh_from_db()
    assert held_story.state == "in_review"
    assert (match.block, match.sentence, match.fact_check) == ("satu", f"{HOAX}.", hoax)


def test_a_checker_clears_what_is_not_the_hoax(held_story: content.Story, checker: Member, approver: Member) -> None:
    match = StoryMatch.objects.get()
    verification.clear_match(match, reason="Kalimat ini menceritakan penelitian.", by=checker)

    approved = content.approve_story(held_story, by=approver)

    assert approved.state == "approved"


def test_what_a_checker_confirms_goes_out_only_without_it(
    held_story: content.Story, author: Member, checker: Member, approver: Member
) -> None:
    verification.confirm_match(StoryMatch.objects.get(), reason="Ini hoaks yang sama.", by=checker)
    with pytest.raises(verification.HoldsHoax, match=r"sudah terbukti|known false claim"):
        content.approve_story(held_story, by=approver)

    content.return_story(held_story, by=approver, reason="Ada hoaks.")
    held_story.refresh_from_db()
    content.write_story(held_story, text=with_paragraph("Puskesmas buka setiap hari kerja."), by=author)
    content.submit_story(held_story, by=author)

    assert content.approve_story(held_story, by=approver).state == "approved"


def test_who_wrote_the_story_does_not_clear_it(held_story: content.Story, author: Member) -> None:
    author.roles = ["author", "checker"]
    author.save()

    with pytest.raises(verification.OwnVerdict):
        verification.clear_match(StoryMatch.objects.get(), reason="Tidak apa-apa.", by=author)


def test_a_claim_that_is_true_holds_nothing_back(author: Member, approver: Member, acting_office: object) -> None:
    build_fact_check(title=HOAX, verdict="benar")

    story = sent(with_paragraph(HOAX), author=author)

    assert content.approve_story(story, by=approver).state == "approved"


@pytest.mark.parametrize(
    "text",
    [
        build_text(blocks=(MythFact(myth=HOAX, fact=FACT),)),
        build_text(blocks=(MythFact(myth=HOAX, fact=FACT), Paragraph(text=f"Pesan itu berbunyi: {HOAX}."))),
        build_text(headline=f"[HOAKS] {HOAX}"),
        build_text(headline=f"Salah: {HOAX}", lead=HOAX),
    ],
    ids=["myth", "myth quoted", "label", "label quoted"],
)
def test_a_debunk_is_not_held_back_for_what_it_debunks(
    text: StoryText, hoax: FactCheck, author: Member, approver: Member, acting_office: object
) -> None:
    story = sent(text, author=author)

    assert content.approve_story(story, by=approver).state == "approved"


def test_the_hoax_as_a_fact_of_a_block_is_held_back(
    hoax: FactCheck, author: Member, approver: Member, acting_office: object
) -> None:
    story = sent(build_text(blocks=(MythFact(myth="Vaksin polio mengandung babi.", fact=HOAX),)), author=author)

    with pytest.raises(verification.HoldsHoax):
        content.approve_story(story, by=approver)


def test_a_correction_with_a_hoax_is_held_back(
    hoax: FactCheck, published_story: content.Story, author: Member, approver: Member
) -> None:
    corrected = replace(published_story.text(), lead=HOAX)
    content.propose_correction(published_story, text=corrected, by=author)

    with pytest.raises(verification.HoldsHoax):
        content.correct_story(
            published_story,
            kind=content.Exit.Kind.CORRECTION_MINOR,
            reason="Teras.",
            public_note="Teras diperbaiki.",
            by=approver,
        )


def test_words_are_matched_in_the_background_while_they_are_written(
    hoax: FactCheck, author: Member, acting_office: object
) -> None:
    story = content.begin_story(with_paragraph(HOAX), by=author)
    content.write_story(story, text=with_paragraph(f"Kata orang, {HOAX}."), by=author)
    jobs = ProcrastinateJob.objects.filter(task_name="verification.match_story")
    assert [job.args for job in jobs] == [{"story": story.pk, "office": story.office_id}]

    with tenancy.acting():
        tasks.match_story(**jobs[0].args)

    assert [match.fact_check for match in verification.matches_of(story, text=story_text(story))] == [hoax]


def story_text(story: content.Story) -> StoryText:
    story.refresh_from_db()
    return story.text()


def test_a_debunk_written_from_a_fact_check_goes_out(
    desk: verification.Desk, checker: Member, second_checker: Member, approver: Member
) -> None:
    question = verification.take_question(verification.Asked(text=f"{HOAX} dalam satu malam, benarkah?"))
    assert question.claim is not None
    new = verification.NewVerdict(
        title=HOAX, verdict="salah", reason=FACT, review="Kami bertanya kepada <dokter>.\n\nTidak ada penelitiannya."
    )
    verification.propose_verdict(question.claim, verdict=new, by=checker)
    fact_check = verification.confirm_verdict(question.claim, by=second_checker)

    story = verification.write_debunk(fact_check, by=checker)
    content.submit_story(story, by=checker)
    content.approve_story(story, by=approver)
    published = content.publish_story(story, by=approver)

    fact_check.refresh_from_db()
    assert fact_check.story == published
    (myth,) = published.text().of_kind(MythFact)
    assert (myth.myth, myth.fact) == (HOAX, FACT)
    assert "Kami bertanya kepada &lt;dokter&gt;." in [block.text for block in published.text().of_kind(Paragraph)]
    assert verification.write_debunk(fact_check, by=checker) == published
