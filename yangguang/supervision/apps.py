from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "yangguang.supervision"
    label = "supervision"
