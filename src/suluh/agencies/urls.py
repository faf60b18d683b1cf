"""Addresses of the agencies' pages."""

from __future__ import annotations

from django.urls import path

from suluh.agencies.views import audit_log, keys, members, office, people
from suluh.foundation.language import lazy as _
from suluh.foundation.navigation import NavigationEntry

desk_urls = [
    path("instansi/anggota/", members.members, name="members"),
    path("instansi/anggota/undang/", members.invite, name="invite_member"),
    path("instansi/anggota/<int:pk>/peran/", members.roles, name="change_roles"),
    path("instansi/anggota/<int:pk>/lepas/", members.let_go, name="deactivate_member"),
    path("instansi/undangan/<int:pk>/kirim-ulang/", members.resend, name="resend_invitation"),
    path("instansi/undangan/<int:pk>/batal/", members.cancel, name="cancel_invitation"),
    path("instansi/profil/", office.profile_of_office, name="office_profile"),
    path("instansi/jejak/", audit_log.audit_log, name="audit_log"),
    path("instansi/kunci/", keys.api_keys, name="api_keys"),
    path("instansi/kunci/<int:pk>/cabut/", keys.revoke, name="revoke_api_key"),
    path("instansi/ganti/", office.switch, name="switch_office"),
    path("profil/", people.profile, name="profile"),
]
plain_urls = [path("undangan/<str:token>/", people.join, name="accept_invitation")]

desk_navigation = [
    NavigationEntry(label=_("Members"), url_name="members", icon="people", order=700),
    NavigationEntry(
        label=_("Office profile"), url_name="office_profile", icon="office", right="agencies.edit_brand", order=710
    ),
    NavigationEntry(label=_("Journal"), url_name="audit_log", icon="journal", right="agencies.read_audit", order=720),
]
