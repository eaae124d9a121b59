from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "yangguang.records"
    label = "records"
