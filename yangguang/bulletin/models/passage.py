"""What search finds beside decisions: the rows of lists, guides, flowcharts and reports, each a passage with its page."""

from django.db import models

from yangguang.bulletin.models.letter import ThingKind


class Passage(models.Model):
    """One findable passage of something public, as its page shows it; it goes, and comes anew, with what it is a passage of."""

    kind = models.CharField("种类", max_length=16, choices=ThingKind)
    ref = models.CharField("公开编号", max_length=26, db_index=True)
    position = models.PositiveIntegerField("次序", default=0)
    code = models.CharField("条目编号", max_length=80, blank=True)
    title = models.CharField("名称", max_length=400)
    within = models.CharField("所在", max_length=240)
    body_ref = models.CharField("机关", max_length=26, db_index=True)
    body_name = models.CharField("发布机关", max_length=120)
    text = models.TextField("查找用的文字")

    personal_data = ("title", "text")
    retention = "while what it is a passage of is public"

    class Meta:
        verbose_name = "检索片段"
        ordering = ("-pk",)
        constraints = [models.UniqueConstraint(fields=["ref", "position"], name="passage_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def heading(self) -> str:
        """What every text begins with: it is shown beside a place found, not in it."""
        return " ".join([self.code, self.title, self.within, self.body_name])

    @property
    def said(self) -> str:
        """The text without its heading and without its title again."""
        return self.text.removeprefix(self.heading).replace(self.title, "", 1).strip()
