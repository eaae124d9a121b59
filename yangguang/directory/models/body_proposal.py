"""A body's entry, or a change of it, on its way through the judicial bureau's review: until then nothing of it stands (D06)."""

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.directory.models.body import Body
from yangguang.directory.rules.body_proposals import OPEN, STATES, ProposalState

STATE_CHOICES = [(state.value, words) for state, words in STATES.items()]


class BodyProposal(models.Model):
    """What somebody wants registered: of a new body all facts, of a registered one those that differ."""

    public_id = PublicIdField()
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="proposals", verbose_name="执法主体"
    )
    parent = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="proposed_below", verbose_name="上级"
    )
    facts = models.JSONField("登记内容", default=dict)
    reason = models.TextField("登记、变更的依据")
    state = models.CharField("状态", max_length=12, choices=STATE_CHOICES, default=ProposalState.WAITING.value)
    round = models.PositiveSmallIntegerField("送审次数", default=1)
    proposed_by_ref = models.CharField("申请人", max_length=60)
    proposed_by_name = models.CharField("申请人姓名", max_length=80)
    proposed_on = models.DateField("送审日期")
    office_name = models.CharField("审核单位", max_length=120, blank=True)
    opinion = models.TextField("审核意见", blank=True)
    reviewed_by_name = models.CharField("审核登记人", max_length=80, blank=True)
    reviewed_on = models.DateField("审核日期", null=True, blank=True)
    document_number = models.CharField("审核文号", max_length=80, blank=True)
    document = models.ForeignKey("base.Blob", models.PROTECT, null=True, blank=True, verbose_name="审核文件")

    personal_data = ("proposed_by_name", "reviewed_by_name", "facts")
    retention = "permanent"

    class Meta:
        verbose_name = "执法主体登记申请"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.name}的{'登记' if self.is_new else '变更'}"

    @property
    def is_new(self) -> bool:
        """Whether it puts a new body forward, which has an entry once it was approved."""
        return self.parent_id is not None

    @property
    def name(self) -> str:
        """The body's name as it stands, or as it is to be registered."""
        return self.body.name if self.body else str(self.facts.get("name", ""))

    @property
    def concerned(self) -> Body:
        """The body it is about, or the one a new body is to stand under: in whose chain it is recorded."""
        found = self.body or self.parent
        if found is None:
            raise LookupError(f"proposal {self.public_id} is about no body")
        return found

    @property
    def is_open(self) -> bool:
        """Whether something may still become of it."""
        return self.state in OPEN

    @property
    def subject(self) -> Subject:
        """The proposal as the ledger names it."""
        return Subject("body_proposal", self.public_id, self.concerned.public_id)
