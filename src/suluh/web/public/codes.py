"""Is it really from them: the page of a code, and the form to type one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from suluh.authenticity.api import Code, CodeMistyped, Seal, parse_code
from suluh.content.api import PUBLIC, Exit, Story
from suluh.creative.api import Rendition
from suluh.web.public.access import changed_at, public_page

Standing = Literal["current", "corrected", "withdrawn", "recalled", "unpublished", "outside"]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the register says of a code. ``exits`` are the typed exits since the code was given out, newest first."""

    code: Code
    standing: Standing
    story: Story | None
    exits: list[Exit]
    seals: list[Seal]
    files: dict[str, Rendition]

    def shown_files(self) -> list[Rendition]:
        """Return the sealed files that may be shown."""
        return [self.files[seal.name] for seal in self.seals if seal.name in self.files]


@public_page
def ask_code(request: HttpRequest) -> HttpResponse:
    """Take a typed code and lead to its page; a typing error is told at once."""
    typed = request.GET.get("kode", "").strip()[:40]
    if not typed:
        return render(request, "web/ask_code.html", {"nav": "code"})
    try:
        return HttpResponseRedirect(reverse("code", kwargs={"text": parse_code(typed)}))
    except CodeMistyped as error:
        return render(request, "web/ask_code.html", {"nav": "code", "typed": typed, "error": error}, status=404)


@public_page
def show_code(request: HttpRequest, text: str) -> HttpResponse:
    """Say whose a code is, when it was given out, and whether what carries it still holds."""
    try:
        parsed = parse_code(text)
    except CodeMistyped as error:
        return render(request, "web/ask_code.html", {"nav": "code", "typed": text[:40], "error": error}, status=404)
    if parsed != text:
        return HttpResponseRedirect(reverse("code", kwargs={"text": parsed}))
    code = Code.objects.select_related("office").filter(text=parsed).first()
    if code is None:
        return render(request, "web/ask_code.html", {"nav": "code", "typed": parsed, "is_unknown": True}, status=404)
    answer = look_up(code)
    response = render(request, "web/code.html", {"nav": "code", "answer": answer})
    if answer.story is not None:
        changed_at(response, moment=max(answer.story.changed_at, code.issued_at))
    return response


def look_up(code: Code) -> Answer:
    """Return what the register and the public know of a code."""
    story = None
    if code.story_id is not None:
        stories = Story.objects.filter(state__in=PUBLIC).select_related("published_revision")
        story = stories.filter(pk=code.story_id).first()
    exits = Exit.objects.filter(story=story, made_at__gte=code.issued_at).order_by("-made_at") if story else []
    return Answer(
        code=code,
        standing=_standing(code, story=story),
        story=story,
        exits=list(exits),
        seals=list(Seal.objects.filter(code=code).order_by("pk")),
        files={file.name: file for file in Rendition.objects.filter(pack__code=code, pack__state="ready")},
    )


def _standing(code: Code, *, story: Story | None) -> Standing:
    if code.story_id is None:
        return "outside"
    if story is None:
        return "unpublished"
    if story.state == "recalled":
        return "recalled"
    if story.state == "withdrawn":
        return "withdrawn"
    if code.revision_id == story.published_revision_id:
        return "current"
    corrections = Exit.objects.filter(story=story, before=code.revision_id, after__isnull=False)
    return "corrected" if corrections.exists() else "unpublished"
