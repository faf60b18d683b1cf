"""Change how an office is named, shown and reached."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from suluh.agencies.access import check_right
from suluh.agencies.colours import COLOUR_NAMES, check_contrast, parse_colour
from suluh.agencies.models import Member, Office
from suluh.agencies.motifs import motifs
from suluh.agencies.typefaces.find import typeface_called
from suluh.foundation import audit
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _


class BadProfile(Refusal):
    """A name or an address of an office that cannot be taken."""

    code = "agencies.E122"


# The names an office must have, and the most characters of each.
# What stays as it was where nothing is said of it.
_KEPT_WHERE_EMPTY = frozenset({"motif", "typeface"})
LONGEST = {"name": 160, "short_name": 60, "initials": 6}


@dataclass(frozen=True, kw_only=True)
class BrandChange:
    """What an office says of itself. Colours are "#rrggbb"; ``site`` is "" or begins with https:// or http://.

    ``motif`` and ``typeface`` are names of the lists; "" leaves them as they are.
    """

    name: str
    short_name: str
    initials: str
    about: str = ""
    site: str = ""
    contact: str = ""
    motif: str = ""
    typeface: str = ""
    primary: str
    accent: str
    ink: str
    paper: str


@audit.action("agencies.edit_brand")
def edit_brand(office: Office, *, change: BrandChange, by: Member) -> Office:
    """Keep an office's names, contact, colours, motif and typeface.

    Raises ``BadProfile``, ``BadColour``, ``TooLittleContrast`` or ``TypefaceMissing``.
    """
    check_right(by, right="agencies.edit_brand")
    values = _checked(change)
    office = Office.objects.select_for_update().get(pk=office.pk)
    changed = {name: [getattr(office, name), value] for name, value in values.items() if getattr(office, name) != value}
    for name, value in values.items():
        setattr(office, name, value)
    office.save(update_fields=list(values))
    audit.record("agencies.edit_brand", subject=office, office=office.pk, by=by.user_id, detail={"changed": changed})
    return office


def _checked(change: BrandChange) -> dict[str, str]:
    values = {name: str(value).strip() for name, value in asdict(change).items()}
    for name, longest in LONGEST.items():
        if not values[name]:
            raise BadProfile(_("An office needs a name, a short name and initials: packs are drawn with them."))
        if len(values[name]) > longest:
            raise BadProfile(
                _("“%(text)s” is too long: at most %(longest)d characters.")
                % {"text": values[name][:40], "longest": longest}
            )
    if values["site"] and not values["site"].startswith(("https://", "http://")):
        raise BadProfile(_("Write the whole address of the web site, beginning with https://."))
    values = {name: value for name, value in values.items() if value or name not in _KEPT_WHERE_EMPTY}
    if "motif" in values and values["motif"] not in {motif.slug for motif in motifs()}:
        raise BadProfile(_("There is no motif called “%(motif)s”.") % {"motif": values["motif"][:40]})
    if "typeface" in values:
        typeface_called(values["typeface"])
    for name in COLOUR_NAMES:
        values[name] = parse_colour(values[name])
    check_contrast({name: values[name] for name in COLOUR_NAMES})
    return values
