from django.apps import AppConfig


class LegalReviewConfig(AppConfig):
    name = "yangguang.legal_review"
    label = "legal_review"
