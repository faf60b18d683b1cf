"""Search over what the public may read."""

from __future__ import annotations

from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from suluh.agencies.api import Office
from suluh.authenticity.api import CodeMistyped, parse_code
from suluh.content.api import Story
from suluh.web.public.access import public_page
from suluh.web.public.listing import card_of, page_of


class SearchForm(forms.Form):
    """Words, and an office to look in."""

    use_required_attribute = False
    q = forms.CharField(
        label=_("Words to look for"), max_length=200, required=False, widget=forms.TextInput({"type": "search"})
    )
    instansi = forms.ModelChoiceField(
        label=_("Office"),
        queryset=Office.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("All offices"),
    )

    def __init__(self, data: object, *, offices: object) -> None:
        super().__init__(data, auto_id="search-%s")  # type: ignore[arg-type]
        self.fields["instansi"].queryset = offices  # type: ignore[attr-defined]


@public_page
def search_stories(request: HttpRequest) -> HttpResponse:
    """Show the public stories with the words asked for."""
    form = SearchForm(request.GET, offices=Office.objects.active().in_reading_order())
    words = form.cleaned_data.get("q", "") if form.is_valid() else ""
    shown: dict[str, object] = {"form": form, "words": words, "nav": "search"}
    if words:
        stories = Story.objects.matching(words).filter(state="published")
        office = form.cleaned_data["instansi"]
        if office is not None:
            stories = stories.of(office)
        page = page_of(stories, number=request.GET.get("page"))
        asked = {"q": words} | ({"instansi": office.slug} if office else {})
        shown |= {
            "page": page,
            "cards": [card_of(story) for story in page],
            "query": f"{urlencode(asked)}&",
            "code": _as_code(words),
        }
    return render(request, "web/search.html", shown)


def _as_code(words: str) -> str:
    """Return the words as a code where they are one: people type what they find on a poster."""
    try:
        return parse_code(words)
    except CodeMistyped:
        return ""
