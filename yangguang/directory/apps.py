from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "yangguang.directory"
    label = "directory"
