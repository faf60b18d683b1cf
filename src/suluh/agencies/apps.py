from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "suluh.agencies"
    label = "agencies"
