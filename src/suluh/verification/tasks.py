"""What the check desk does in the background."""

from __future__ import annotations

import logging

from django.conf import settings
from procrastinate import RetryStrategy

from suluh.content import api as content
from suluh.foundation import tenancy
from suluh.foundation.errors import Refusal
from suluh.foundation.jobs import app, defer
from suluh.verification.actions.add_evidence import keep_copy, tell_trouble
from suluh.verification.archiving import copy_of_page
from suluh.verification.erasing import erase_what_is_over
from suluh.verification.importing import import_source
from suluh.verification.index import catch_up
from suluh.verification.models import Claim, Evidence, Source
from suluh.verification.story_matches import look_at
from suluh.verification.working import pressure_of

log = logging.getLogger("suluh.verification")
AGAIN = RetryStrategy(max_attempts=3, wait=30, linear_wait=60, retry_exceptions=[OSError])


@app.task(name="verification.archive", retry=AGAIN)
def archive(evidence: int, office: int) -> None:
    """Copy the page behind a link. What cannot be copied is told on the evidence; a checker may try again."""
    with tenancy.acting(office=office):
        found = Evidence.objects.get(pk=evidence)
        try:
            copy = copy_of_page(found.link, allow_hosts=settings.FETCH_HOSTS)
        except Refusal as refusal:
            log.info("evidence %s was not copied: %s %s", evidence, refusal.code, refusal.hint)
            tell_trouble(found, refusal=refusal)
        else:
            keep_copy(found, copy=copy)


@app.task(name="verification.match_story")
def match_story(story: int, office: int) -> None:
    """Match the sentences of a story. Run twice, it finds what is kept already."""
    with tenancy.acting(office=office):
        found = content.Story.objects.filter(pk=story).first()
        if found is not None:
            look_at(found)


@app.periodic(cron="* * * * * */15")
@app.task(name="verification.keep_index", queueing_lock="verification.keep_index", lock="verification.keep_index")
def keep_index(timestamp: int) -> None:
    """Bring the index in step with the database, however much has changed, as after an import."""
    catch_up()


@app.periodic(cron="*/5 * * * *")
@app.task(name="verification.weigh", queueing_lock="verification.weigh")
def weigh(timestamp: int) -> None:
    """Weigh every claim that waits anew: what grew an hour ago may be over."""
    with tenancy.whole_house(reason="the clock weighs the claims of all desks"):
        for claim in Claim.objects.waiting().order_by("pk").iterator():
            pressure = pressure_of(claim)
            if pressure != claim.priority:
                Claim.objects.filter(pk=claim.pk).update(priority=pressure)


@app.periodic(cron="23 * * * *")
@app.task(name="verification.erase_questions", queueing_lock="verification.erase_questions")
def erase_questions(timestamp: int) -> None:
    """Erase what citizens sent and its time is over."""
    count = erase_what_is_over()
    if count:
        log.info("what %s questions held was erased: its time was over", count)


@app.periodic(cron="23 2 * * *")
@app.task(name="verification.read_sources", queueing_lock="verification.read_sources")
def read_sources(timestamp: int) -> None:
    """Ask for a reading of every source, each for itself: one that is down holds up no other."""
    for source in Source.objects.readable():
        defer(read_source, lock=f"source {source.pk}", source=source.pk)


@app.task(name="verification.read_source")
def read_source(source: int) -> None:
    """Read one source on from where it stands. Run twice, it finds what is kept already."""
    found = Source.objects.readable().filter(pk=source).first()
    if found is not None:
        import_source(found)
