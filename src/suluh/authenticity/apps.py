from django.apps import AppConfig


class AuthenticityConfig(AppConfig):
    name = "suluh.authenticity"
    label = "authenticity"
