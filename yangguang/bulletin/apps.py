from django.apps import AppConfig


class BulletinConfig(AppConfig):
    name = "yangguang.bulletin"
    label = "bulletin"
