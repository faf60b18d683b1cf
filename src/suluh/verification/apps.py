from django.apps import AppConfig


class VerificationConfig(AppConfig):
    name = "suluh.verification"
    label = "verification"

    def ready(self) -> None:
        """Use the scale of verdicts that the operator names."""
        from django.conf import settings

        from suluh.verification import scales

        scales.use(settings.VERDICT_SCALE)
