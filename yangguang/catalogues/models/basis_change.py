"""That what an entry of an adopted list rests on has changed (依据变化): found by itself, settled by a person."""

from django.db import models
from django.db.models import Q

from yangguang.base.models.fields import PublicIdField
from yangguang.catalogues.models.edition import Edition, ListKind
from yangguang.catalogues.rules.basis_changes import BASIS_CHANGES, OUTCOMES, BasisChangeKind, SettlingOutcome


class BasisChange(models.Model):
    """One change to one entry, kept by list and code so that it outlives the edition it was found in."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="basis_changes", verbose_name="机关")
    list_kind = models.CharField("清单", max_length=40, choices=ListKind)
    code = models.CharField("编号", max_length=40, blank=True)
    subject = models.CharField("条目", max_length=200)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="basis_changes", verbose_name="发现时的版本")
    clause_id = models.CharField("条款", max_length=60)
    kind = models.CharField("变化", max_length=16, choices=[(k.value, BASIS_CHANGES[k]) for k in BasisChangeKind])
    words = models.CharField("说明", max_length=300)
    changed_on = models.DateField("变化日期")
    found_on = models.DateField("发现日期")
    due_on = models.DateField("处理期限")
    due_clause = models.CharField("期限依据", max_length=60)
    owner_ref = models.CharField("经办人", max_length=60)
    owner_name = models.CharField("经办人姓名", max_length=80)
    settled_on = models.DateField("处理日期", null=True, blank=True)
    outcome = models.CharField(
        "处理结果", max_length=12, blank=True, choices=[(o.value, OUTCOMES[o]) for o in SettlingOutcome]
    )
    adjusted_in = models.ForeignKey(
        Edition, models.PROTECT, null=True, blank=True, related_name="adjusted_for", verbose_name="调整的版本"
    )
    reason = models.CharField("理由", max_length=400, blank=True)
    settled_by_ref = models.CharField("处理人", max_length=60, blank=True)
    settled_by_name = models.CharField("处理人姓名", max_length=80, blank=True)

    personal_data = ("owner_name", "settled_by_name")
    retention = "permanent"

    class Meta:
        verbose_name = "依据变化"
        ordering = ("due_on", "list_kind", "code", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["body", "list_kind", "code", "clause_id", "kind", "changed_on"], name="basis_change_once"
            ),
            models.CheckConstraint(
                condition=Q(settled_on=None, outcome="") | (Q(settled_on__isnull=False) & ~Q(outcome="")),
                name="basis_change_settled_with_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.words
