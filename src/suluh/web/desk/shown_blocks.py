"""A story's blocks as the editor and the reader see them: kinds, fields and their names on the screen."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from suluh.content.blocks import BLOCK_KINDS, Block, StoryText
from suluh.foundation.richtext import clean
from suluh.web.desk.story_form import LONG_FIELDS, empty_block

KIND_NAMES = {
    "paragraph": _("Paragraph"),
    "quote": _("Quote"),
    "number": _("Number"),
    "step": _("Point or step"),
    "myth_fact": _("Myth and fact"),
    "call_to_action": _("Call to action"),
    "picture": _("Picture"),
    "video": _("Video"),
    "contact": _("Contact"),
    "event": _("Event"),
}
KIND_ICONS = {
    "paragraph": "document",
    "quote": "person",
    "number": "info",
    "step": "check",
    "myth_fact": "warning",
    "call_to_action": "share",
    "picture": "picture",
    "video": "play",
    "contact": "phone",
    "event": "clock",
}
FIELD_NAMES = {
    "headline": _("Headline"),
    "lead": _("Lead"),
    "topic": _("Topic"),
    "place": _("Place"),
    "dated_on": _("Date"),
    "byline": _("Written by"),
    "text": _("Text"),
    "speaker": _("Who said it"),
    "title": _("Title"),
    "value": _("Number, as it should be read"),
    "label": _("What it counts"),
    "source": _("Source"),
    "myth": _("Myth"),
    "fact": _("Fact"),
    "url": _("Address (https://…)"),
    "media": _("Picture"),
    "alt": _("Alt text: what the picture shows"),
    "credit": _("Credit"),
    "caption": _("Caption"),
    "transcript": _("Transcript"),
    "name": _("Name"),
    "phone": _("Phone"),
    "email": _("Mail address"),
    "address": _("Street address"),
    "hours": _("Opening hours"),
    "verdict": _("Verdict of the check, where there was one"),
    "date": _("Date"),
    "time": _("Time"),
    "fee": _("Fee, or that there is none"),
    "focal_x": _("Focal point, from the left (0 to 1)"),
    "focal_y": _("Focal point, from the top (0 to 1)"),
}
# A quote's and a step's title are different things.
_OWN_NAMES = {
    ("quote", "title"): _("Position of the speaker"),
    ("step", "title"): _("Point, in a few words"),
    ("event", "title"): _("What it is called"),
}
_INPUT_TYPES = {"email": "email", "phone": "tel", "url": "url"}


@dataclass(frozen=True, kw_only=True)
class ShownField:
    """One field of a block as a form shows it. ``form`` is "rich", "long", "line", "share" or "media"."""

    name: str
    label: object
    value: str
    form: str
    input_type: str = "text"
    rich: SafeString = field(default_factory=SafeString)


@dataclass(frozen=True, kw_only=True)
class ShownBlock:
    """One block as the editor shows it."""

    id: str
    kind: str
    label: object
    icon: str
    fields: tuple[ShownField, ...]
    is_proposal: bool = False

    @property
    def chosen(self) -> str:
        """The media a picture shows, "" where none is chosen."""
        return next((f.value for f in self.fields if f.form == "media"), "")


def field_label(kind: str, *, name: str) -> object:
    """Return a field's name on the screen."""
    return _OWN_NAMES.get((kind, name), FIELD_NAMES.get(name, name))


def shown(block: Block, *, is_proposal: bool = False) -> ShownBlock:
    """Return a block as the editor shows it."""
    return ShownBlock(
        id=block.id,
        kind=block.kind,
        label=KIND_NAMES[block.kind],
        icon=KIND_ICONS[block.kind],
        is_proposal=is_proposal,
        fields=tuple(_shown_field(block, name=f.name, type_name=str(f.type)) for f in fields(block) if f.name != "id"),
    )


def _shown_field(block: Block, *, name: str, type_name: str) -> ShownField:
    value = getattr(block, name)
    form = "line"
    if name in block.RICH:
        form = "rich"
    elif type_name == "float":
        form = "share"
    elif name == "media":
        form = "media"
    elif name in LONG_FIELDS:
        form = "long"
    return ShownField(
        name=name,
        label=field_label(block.kind, name=name),
        value=f"{value:.2f}" if isinstance(value, float) else str(value),
        form=form,
        input_type=_INPUT_TYPES.get(name, "text"),
        rich=mark_safe(clean(str(value))) if form == "rich" else SafeString(),  # noqa: S308 - just cleaned
    )


def shown_blocks(text: StoryText, *, proposals: list[str]) -> list[ShownBlock]:
    """Return every block of a story as the editor shows it."""
    waiting = set(proposals)
    return [shown(block, is_proposal=block.id in waiting) for block in text.blocks]


def blank_blocks() -> list[ShownBlock]:
    """Return an empty block of each kind, with the placeholder ``__id__``, for adding without the server."""
    return [shown(empty_block(kind, block_id="__id__")) for kind in BLOCK_KINDS]
