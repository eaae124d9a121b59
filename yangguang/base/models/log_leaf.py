"""What the public log is asked to say, and where it stands once it is said."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class LogLeaf(models.Model):
    """One leaf: of one event, about one object under a random name of its own; an event may be about several objects, and
    say of one both that it stands and that it is in force no more.

    The salt goes when the content goes.
    """

    entry = models.ForeignKey("base.LedgerEntry", models.PROTECT, related_name="leaves", verbose_name="账目")
    subject_ref = models.CharField("对象", max_length=40, db_index=True)
    key = PublicIdField()
    obj = models.CharField("日志中的对象", max_length=26, db_index=True)
    kind = models.CharField("种类", max_length=20)
    version = models.PositiveIntegerField("版次", default=1)
    commitment = models.CharField("承诺", max_length=64, blank=True)
    previous = models.CharField("前一承诺", max_length=64, blank=True)
    ground = models.CharField("情形", max_length=40, blank=True)
    salt = models.CharField("盐", max_length=64, blank=True)
    told_at = models.DateTimeField("时间")
    place = models.BigIntegerField("条号", null=True, blank=True, unique=True)
    proven = models.BooleanField("已写出证明", default=False)

    personal_data = ()
    retention = "permanent; the salt until the content is taken down"

    class Meta:
        verbose_name = "存证记录"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["subject_ref", "version"], name="log_leaf_version_once"),
            models.UniqueConstraint(fields=["entry", "subject_ref", "kind"], name="log_leaf_kind_once_an_event"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.obj}"
