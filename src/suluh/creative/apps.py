from django.apps import AppConfig


class CreativeConfig(AppConfig):
    name = "suluh.creative"
    label = "creative"
