from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "suluh.content"
    label = "content"
