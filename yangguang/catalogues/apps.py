from django.apps import AppConfig


class CataloguesConfig(AppConfig):
    name = "yangguang.catalogues"
    label = "catalogues"
