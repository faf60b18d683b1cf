"""Forms of the agencies' pages: what a person wrote, parsed once."""

from __future__ import annotations

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from suluh.agencies.colours import COLOUR_NAMES
from suluh.agencies.models import Office, User
from suluh.agencies.motifs import motifs
from suluh.agencies.roles import ROLE_LABELS
from suluh.agencies.typefaces.find import typefaces
from suluh.foundation.language import DEFAULT_LANGUAGE, SCREEN_LANGUAGES


def _role_choices() -> list[tuple[str, str]]:
    return [(role.value, str(label)) for role, label in ROLE_LABELS.items()]


class RolesField(forms.MultipleChoiceField):
    """The roles of a member, as boxes to tick."""

    def __init__(self) -> None:
        super().__init__(label=_("Roles"), choices=_role_choices, widget=forms.CheckboxSelectMultiple)


class InviteForm(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(label=_("Mail address"), max_length=254)
    roles = RolesField()


class RolesForm(forms.Form):
    """What a member may do."""

    roles = RolesField()


class JoinForm(forms.Form):
    """What a new person says of themselves."""

    name = forms.CharField(
        label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}), strip=True
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_("At least 10 characters. A few words you remember are better than one difficult word."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


def _motif_choices() -> list[tuple[str, str]]:
    return [(motif.slug, motif.name) for motif in motifs()]


def _typeface_choices() -> list[tuple[str, str]]:
    language = get_language() or DEFAULT_LANGUAGE
    return [(slug, f"{face.family}: {face.said(language)}") for slug, face in typefaces().items()]


class BrandForm(forms.ModelForm[Office]):
    """Names, contact, colours, ornament and letters of an office."""

    motif = forms.ChoiceField(label=_("Motif: the ornament and the panorama"), choices=_motif_choices, required=False)
    typeface = forms.ChoiceField(label=_("Typeface of the packs"), choices=_typeface_choices, required=False)

    class Meta:
        model = Office
        fields = ["name", "short_name", "initials", "about", "site", "contact", "motif", "typeface", *COLOUR_NAMES]
        widgets = {name: forms.TextInput(attrs={"type": "color"}) for name in COLOUR_NAMES} | {
            "about": forms.Textarea(attrs={"rows": 3})
        }


class ProfileForm(forms.ModelForm[User]):
    """One's own name, phone number and language."""

    language = forms.ChoiceField(label=_("Language of the screens"), choices=SCREEN_LANGUAGES)

    class Meta:
        model = User
        fields = ["name", "phone", "language"]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        }


class KeyForm(forms.Form):
    """What a new key is for."""

    label = forms.CharField(
        label=_("What the key is for"), max_length=80, help_text=_("Such as “Office web site” or “Backup script”.")
    )


class AuditFilterForm(forms.Form):
    """Which entries of the audit to show."""

    person = forms.TypedChoiceField(label=_("Person"), required=False, coerce=int, empty_value=None)
    action = forms.ChoiceField(label=_("What was done"), required=False)
    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(
        self, *args: object, people: list[tuple[int, str]], acts: list[tuple[str, str]], **options: object
    ) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        everybody, everything = [("", _("Everybody"))], [("", _("Everything"))]
        self.fields["person"].choices = everybody + [(str(pk), name) for pk, name in people]  # type: ignore[attr-defined]
        self.fields["action"].choices = everything + acts  # type: ignore[attr-defined]
