from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "suluh.web"
    label = "web"
