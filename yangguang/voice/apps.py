from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "yangguang.voice"
    label = "voice"
