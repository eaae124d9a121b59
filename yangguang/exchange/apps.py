from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "yangguang.exchange"
    label = "exchange"
