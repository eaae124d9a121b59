from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "yangguang.reporting"
    label = "reporting"
