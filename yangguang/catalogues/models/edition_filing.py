"""That an adopted edition was filed with the judicial bureau (备案): its number and day, once."""

from django.db import models

from yangguang.catalogues.models.edition import Edition


class EditionFiling(models.Model):
    """One filing."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="filing", verbose_name="清单版本")
    office_name = models.CharField("备案机关", max_length=120)
    number = models.CharField("备案编号", max_length=80)
    filed_on = models.DateField("备案日期")
    recorded_by_ref = models.CharField("登记人", max_length=60)
    recorded_by_name = models.CharField("登记人姓名", max_length=80)
    recorded_at = models.DateTimeField("登记时间")

    personal_data = ("recorded_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "清单备案"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.number
