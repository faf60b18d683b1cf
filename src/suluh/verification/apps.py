from django.apps import AppConfig


class VerificationConfig(AppConfig):
    name = "suluh.verification"
    label = "verification"
