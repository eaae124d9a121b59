from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "yangguang.desk"
    label = "desk"
