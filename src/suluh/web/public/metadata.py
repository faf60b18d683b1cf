"""What a page says of itself to other programs: absolute addresses, Open Graph, schema.org.

schema.org NewsArticle, Organization, CorrectionComment: schema.org/NewsArticle, read 2026-11-23. Open Graph:
ogp.me, read 2026-11-23.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from suluh.agencies.api import Office
from suluh.content.api import Exit, Rights, Story, StoryText
from suluh.creative.api import Rendition

LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def absolute(path: str) -> str:
    """Return the whole address of a path of this site."""
    return f"{settings.SITE_URL}{path}"


def linked_data(value: dict[str, Any]) -> SafeString:
    """Return JSON-LD that cannot end the element it stands in."""
    said = json.dumps({"@context": "https://schema.org", **value}, ensure_ascii=False)
    return mark_safe(said.translate(_ESCAPES))  # noqa: S308 - every sign that means something in HTML is escaped


def organization(office: Office) -> dict[str, Any]:
    """Return an office as schema.org's GovernmentOrganization."""
    said = {
        "@type": "GovernmentOrganization",
        "name": office.name,
        "alternateName": office.short_name,
        "url": absolute(reverse("office", kwargs={"slug": office.slug})),
    }
    return said | ({"sameAs": [office.site]} if office.site.startswith(("http://", "https://")) else {})


def news_article(
    story: Story, *, text: StoryText, corrections: Iterable[Exit], image: Rendition | None
) -> dict[str, Any]:
    """Return a story as schema.org's NewsArticle."""
    office = organization(story.office)
    said: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": text.headline,
        "description": text.lead,
        "inLanguage": text.language,
        "mainEntityOfPage": absolute(story.get_absolute_url()),
        "author": office,
        "publisher": office,
        "isAccessibleForFree": True,
    }
    if story.published_at is not None:
        said["datePublished"] = story.published_at.isoformat()
        said["dateModified"] = max(story.published_at, story.changed_at).isoformat()
    if image is not None:
        said["image"] = [absolute(rendition_url(image))]
    if story.rights == Rights.FREE:
        said["license"] = LICENCE_URL
    if text.place:
        said["contentLocation"] = {"@type": "Place", "name": text.place}
    notes = [
        {"@type": "CorrectionComment", "text": c.public_note, "datePublished": c.made_at.isoformat()}
        for c in corrections
    ]
    return said | ({"correction": notes} if notes else {})


def rendition_url(rendition: Rendition) -> str:
    """Return where a file of a pack is read."""
    return reverse("rendition", kwargs={"pk": rendition.pk, "name": rendition.name})
