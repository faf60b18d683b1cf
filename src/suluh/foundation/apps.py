from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "suluh.foundation"
    label = "foundation"
