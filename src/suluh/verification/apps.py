from django.apps import AppConfig


class VerificationConfig(AppConfig):
    name = "suluh.verification"
    label = "verification"

    def ready(self) -> None:
        """Use the scale of verdicts that the operator names; hear what happens to stories."""
        from django.conf import settings

        from suluh.verification import hearers as hearers
        from suluh.verification import scales

        scales.use(settings.VERDICT_SCALE)
