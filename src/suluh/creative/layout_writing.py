"""Writing an office's own layouts: what the actions have in common. Each is called in an action's transaction."""

from __future__ import annotations

import tomllib

from suluh.agencies import api as agencies
from suluh.content.blocks import seen
from suluh.creative.designing.archive import MOST_OF_ONE, SLUG, Files
from suluh.creative.designing.refusals import Fault, LayoutFaulty, LayoutNameTaken, TooManyLayouts
from suluh.creative.drawing.layouts import layouts
from suluh.creative.models import LayoutRevision, OfficeLayout
from suluh.creative.states import LayoutStates
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.language import lazy as _

MOST_LAYOUTS = 60
_LONGEST_TITLE = 60


def begin(slug: str, *, files: Files, based_on: str, by: agencies.Member) -> OfficeLayout:
    """Make a layout called ``slug`` with its first revision."""
    check_name(slug, office=by.office)
    made = OfficeLayout.objects.create(office=by.office, slug=slug, based_on=based_on[:60])
    return add_revision(made, files=files, by=by)


def check_name(slug: str, *, office: agencies.Office) -> None:
    """Raise ``LayoutNameTaken`` or ``TooManyLayouts`` where the office cannot have a layout called ``slug``."""
    if not SLUG.fullmatch(slug):
        raise LayoutNameTaken(
            _("A layout's short name has 2 to 30 small letters, digits and hyphens, and begins with a letter.")
        )
    if slug in layouts() or OfficeLayout.objects.filter(office=office, slug=slug).exists():
        raise LayoutNameTaken(_("There is a layout called “%(name)s” already. Choose another name.") % {"name": slug})
    if OfficeLayout.objects.filter(office=office).count() >= MOST_LAYOUTS:
        raise TooManyLayouts(_("An office keeps at most %(most)d layouts of its own.") % {"most": MOST_LAYOUTS})


def free_name(wished: str, *, office: agencies.Office) -> str:
    """Return a name like ``wished`` that the office has not given yet."""
    plain = wished.lower().replace("_", "-").split(".")[0][:26].strip("-") or "tata-letak"
    taken = set(OfficeLayout.objects.filter(office=office).values_list("slug", flat=True)) | set(layouts())
    names = (plain, *(f"{plain}-{number}" for number in range(2, MOST_LAYOUTS + 3)))
    return next(name for name in names if name not in taken)


def add_revision(layout: OfficeLayout, *, files: Files, by: agencies.Member) -> OfficeLayout:
    """Keep the files as the layout's current revision; the same files as now make none."""
    files = Files(**{name: seen(text.replace("\r\n", "\n")) for name, text in vars(files).items()})
    _check_lengths(files)
    before = layout.current
    if before is not None and before.files() == files:
        return layout
    titles = _titles(files.form, before=before, slug=layout.slug)
    layout.current = LayoutRevision.objects.create(
        office_id=layout.office_id,
        layout=layout,
        number=before.number + 1 if before else 1,
        title_id=titles["id"],
        title_en=titles["en"],
        form=files.form,
        program=files.program,
        sample=files.sample,
        saved_by=by.user,
    )
    layout.changed_at = now()
    layout.save(update_fields=["current", "changed_at"])
    return layout


def _check_lengths(files: Files) -> None:
    faults = tuple(
        Fault(file=name, sentence=_("The file is too long."))
        for name, text in files.named().items()
        if len(text.encode()) > MOST_OF_ONE
    )
    if faults:
        raise LayoutFaulty(_("The layout is too long to be kept."), faults=faults)


def _titles(form: str, *, before: LayoutRevision | None, slug: str) -> dict[str, str]:
    """Return the titles a form says; while it cannot be read, those it had."""
    kept = {"id": before.title_id, "en": before.title_en} if before else {"id": slug, "en": slug}
    try:
        said = tomllib.loads(form).get("title", {})
    except tomllib.TOMLDecodeError:
        return kept
    given = (
        {code: str(said.get(code) or "")[:_LONGEST_TITLE].strip() for code in kept} if isinstance(said, dict) else {}
    )
    return {code: given.get(code) or title for code, title in kept.items()}


def held(layout: OfficeLayout, *, by: agencies.Member) -> OfficeLayout:
    """Return the member's office's layout, held until the transaction ends."""
    return OfficeLayout.objects.select_for_update(of=("self",)).get(pk=layout.pk, office_id=by.office_id)


def move(layout: OfficeLayout, *, to: str) -> str:
    """Set the layout's state where the table has the move, and return the state before; the caller saves."""
    before = layout.state
    LayoutStates.check_move(before, to=to)
    layout.state, layout.changed_at = to, now()
    return before


def note(what: str, *, layout: OfficeLayout, by: agencies.Member, **detail: object) -> None:
    """Write the audit entry of an action on a layout, in the journal of the layout's office."""
    audit.record(what, subject=layout, office=layout.office_id, by=by.user_id, detail={"layout": layout.slug, **detail})
