"""How Django draws forms: with the house's field component, from the project's own template folders."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """``{{ form }}`` and ``{{ form.name.as_field_group }}`` come out as components."""

    form_template_name = "components/form/form.html"
    field_template_name = "components/field/field.html"
