"""What an office outside the body said of an edition before it was adopted; each review is a row of its own."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.catalogues.models.edition import Edition
from yangguang.catalogues.rules.offices import OFFICES, Office


class OutsideReview(models.Model):
    """One review: by an account of the office in this system, or taken from its letter. It holds for one content only."""

    public_id = PublicIdField()
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="outside_reviews", verbose_name="清单版本")
    office = models.CharField("审核部门", max_length=12, choices=[(o.value, OFFICES[o]) for o in Office])
    office_name = models.CharField("审核单位", max_length=120)
    agrees = models.BooleanField("同意")
    opinion = models.TextField("审核意见")
    reviewed_on = models.DateField("审核日期")
    document_number = models.CharField("审核文号", max_length=80, blank=True)
    document = models.ForeignKey("base.Blob", models.PROTECT, null=True, blank=True, verbose_name="审核文件")
    proposal_digest = models.CharField("送审内容摘要", max_length=64)
    recorded_by_ref = models.CharField("登记人", max_length=60)
    recorded_by_name = models.CharField("登记人姓名", max_length=80)
    recorded_at = models.DateTimeField("登记时间")

    personal_data = ("recorded_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "清单外部审核"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.office_name}{'同意' if self.agrees else '不同意'}"
