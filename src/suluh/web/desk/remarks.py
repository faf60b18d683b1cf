"""The coach's findings as the desk shows them: grouped by severity, with their place and what mends them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from suluh.content import api as content
from suluh.content.blocks import StoryText
from suluh.creative import api as creative
from suluh.foundation.richtext import to_plain
from suluh.web.desk.shown_blocks import FIELD_NAMES, KIND_NAMES, field_label

SEVERITIES = {"error": _("Mistakes"), "warning": _("Most likely wrong"), "advice": _("Worth a thought")}
# Signs of the sentence shown on either side of the words a remark is about.
_AROUND = 32
# More of one severity are not read at once.
_MOST_SHOWN = 40


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One finding with the name of its place and the words around it."""

    finding: creative.Finding
    place: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """The findings of one severity."""

    severity: str
    label: object
    remarks: tuple[Remark, ...]
    count: int

    @property
    def left_out(self) -> int:
        """How many more there are; they come up as those shown are mended."""
        return self.count - len(self.remarks)


@dataclass(frozen=True, kw_only=True)
class ShownCount:
    """One count with the names of the places it leads to."""

    counted: creative.Counted
    places: tuple[tuple[creative.Place, str], ...]


def open_findings(story: content.Story, *, text: StoryText) -> list[creative.Finding]:
    """Return what the coach finds in ``text`` and nobody put aside."""
    aside = creative.dismissed_keys(story)
    found = creative.coach(text, vocabulary=creative.office_words(story.office_id))
    return [finding for finding in found if finding.key not in aside]


def grouped(findings: list[creative.Finding], *, text: StoryText) -> list[Group]:
    """Return the findings by severity, the worst first; a severity without findings is left out."""
    groups = []
    for severity, label in SEVERITIES.items():
        own = [finding for finding in findings if finding.severity == severity]
        remarks = tuple(
            _remark(finding, text=text, place=place_name(text, block=finding.block, field=finding.field))
            for finding in own[:_MOST_SHOWN]
        )
        if remarks:
            groups.append(Group(severity=severity, label=label, remarks=remarks, count=len(own)))
    return groups


def shown_counts(text: StoryText) -> list[ShownCount]:
    """Return what is counted in ``text``, each place with its name."""
    return [
        ShownCount(
            counted=one,
            places=tuple((place, place_name(text, block=place.block, field=place.field)) for place in one.places),
        )
        for one in creative.count(text)
    ]


def place_name(text: StoryText, *, block: str, field: str) -> str:
    """Return what a reader calls a place of a story: "Quote 3", "Paragraph 2", "Headline"."""
    for number, one in enumerate(text.blocks, start=1):
        if one.id == block:
            is_main = field == one.text_fields()[0]
            suffix = "" if is_main else f" · {field_label(one.kind, name=field)}"
            return f"{KIND_NAMES[one.kind]} {number}{suffix}"
    return str(FIELD_NAMES.get(block, _("The whole story")))


def _remark(finding: creative.Finding, *, text: StoryText, place: str) -> Remark:
    words = words_of(text, block=finding.block, field=finding.field)
    if not finding.text or words[finding.start : finding.end] != finding.text:
        return Remark(finding=finding, place=place, before="", after="")
    before, after = words[: finding.start], words[finding.end :]
    return Remark(
        finding=finding,
        place=place,
        before=f"…{before[-_AROUND:]}" if len(before) > _AROUND else before,
        after=f"{after[:_AROUND]}…" if len(after) > _AROUND else after,
    )


def words_of(text: StoryText, *, block: str, field: str) -> str:
    """Return the plain words of a field; "" where there is none."""
    if block in {"headline", "lead"}:
        return str(getattr(text, block))
    found = next((b for b in text.blocks if b.id == block), None)
    if found is None or field not in found.text_fields():
        return ""
    value = str(getattr(found, field))
    return to_plain(value) if field in found.RICH else value
