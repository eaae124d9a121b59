from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "yangguang.base"
    label = "base"
