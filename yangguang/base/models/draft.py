"""What a person has typed and not yet submitted, and which submissions have already been carried out."""

from django.db import models

from yangguang.base.worded_writes import WordedRow


class FormDraft(models.Model):
    """The saved content of one person's open form."""

    account_ref = models.CharField("账号", max_length=60)
    key = models.CharField("表单", max_length=200)
    content = models.JSONField("内容", default=dict)
    saved_at = models.DateTimeField("暂存时间")

    personal_data = ("content",)
    retention = "90 days"

    class Meta:
        verbose_name = "暂存表单"
        constraints = [models.UniqueConstraint(fields=["account_ref", "key"], name="draft_once")]

    def __str__(self) -> str:
        return self.key


class SubmittedForm(WordedRow):
    """A form token that has been used: the second click of a double submit finds it and goes to the first one's result."""

    token = models.CharField("令牌", max_length=40, unique=True)
    account_ref = models.CharField("账号", max_length=60)
    went_to = models.CharField("去向", max_length=300)
    submitted_at = models.DateTimeField("提交时间")

    personal_data = ()
    retention = "30 days"

    class Meta:
        verbose_name = "已提交表单"

    def __str__(self) -> str:
        return self.token
