"""Write the story that tells the public what a fact-check found."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone, translation
from django.utils.html import escape
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.content.blocks import MythFact
from suluh.foundation import audit
from suluh.foundation.language import lazy
from suluh.verification import scales
from suluh.verification.models import FactCheck
from suluh.verification.refusals import NotPublic
from suluh.verification.working import held_fact_check


@audit.action("verification.write_debunk")
def write_debunk(fact_check: FactCheck, *, by: agencies.Member) -> content.Story:
    """Begin a draft from the office's own public fact-check; where one is being written, return that one.

    It is a story like any other: somebody else approves it, and its pack is drawn then.
    """
    fact_check = held_fact_check(fact_check, by=by)
    if fact_check.state != "published":
        raise NotPublic(lazy("Only a published fact-check can be told as a story."))
    story = fact_check.story
    if story is None or story.state == "recalled":
        with translation.override(fact_check.language):
            text = debunk_of(fact_check)
        story = content.begin_story(text, by=by)
        fact_check.story = story
        fact_check.save(update_fields=["story"])
    audit.record(
        "verification.write_debunk",
        subject=fact_check,
        office=fact_check.office_id,
        by=by.user_id,
        detail={"story": story.pk},
    )
    return story


def debunk_of(fact_check: FactCheck) -> content.StoryText:
    """Return the words of a debunk, in the language in force: what is said, what is so, how it was found."""
    verdict = scales.scale().shown(fact_check.verdict)
    links = [link for link in (fact_check.link, *fact_check.links) if link]
    blocks: list[content.Block] = []
    if verdict.is_false:
        source = _host(links[0]) if links else ""
        blocks.append(
            MythFact(myth=fact_check.title, fact=fact_check.reason, source=source, verdict=str(verdict.label))
        )
    else:
        blocks.append(content.Paragraph(text=escape(fact_check.title)))
    if fact_check.appeared:
        blocks.append(content.Paragraph(text=escape(fact_check.appeared)))
    paragraphs = (part.strip() for part in fact_check.review.split("\n\n"))
    blocks += [content.Paragraph(text=escape(" ".join(part.split()))) for part in paragraphs if part]
    if links:
        sources = ", ".join(f'<a href="{escape(link)}">{escape(_host(link))}</a>' for link in links)
        blocks.append(content.Paragraph(text=f"{escape(_('Sources:'))} {sources}"))
    url = f"{settings.SITE_URL}{fact_check.get_absolute_url()}"
    blocks.append(content.parse_block({"kind": "call_to_action", "text": _("Check before you share."), "url": url}))
    return content.StoryText(
        headline=f"[{verdict.label.upper()}] {fact_check.title}"[:300],
        lead=fact_check.reason,
        topic=_("Fact-check"),
        language=fact_check.language,
        dated_on=timezone.localdate(),
        blocks=tuple(blocks),
    )


def _host(link: str) -> str:
    return (urlsplit(link).hostname or link).removeprefix("www.")
