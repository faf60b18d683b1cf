"""The addresses of the designers' desk."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import gettext_lazy as _

from suluh.foundation.navigation import NavigationEntry
from suluh.web.layouts import deciding, views

desk_urls = [
    path("tata-letak/", views.own_layouts, name="layouts"),
    path("tata-letak/<int:pk>/", views.edit_layout, name="layout_edit"),
    path("tata-letak/<int:pk>/pratinjau/", views.try_layout, name="layout_try"),
    path("tata-letak/<int:pk>/zip/", views.export_layout, name="layout_zip"),
    path("tata-letak/usulan/<int:pk>/", deciding.decide_layout, name="layout_decide"),
]

desk_navigation = [
    NavigationEntry(label=_("Layouts"), url_name="layouts", icon="components", right="creative.use_layout", order=35),
]
