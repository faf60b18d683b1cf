from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "suluh.agencies"
    label = "agencies"

    def ready(self) -> None:
        """Begin to hear when somebody signs in."""
        from suluh.agencies import second_step  # noqa: F401 - importing registers the hearer
