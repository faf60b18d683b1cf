from django.apps import AppConfig


class CreativeConfig(AppConfig):
    name = "suluh.creative"
    label = "creative"

    def ready(self) -> None:
        """Begin to hear what happens below."""
        from suluh.creative import hearers  # noqa: F401 - importing registers the hearers
