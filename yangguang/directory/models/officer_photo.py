"""The photo on an officer's card (D11, D12): drawn anew from what was uploaded, gone when the officer's entry ends."""

from django.db import models

from yangguang.directory.models.officer import Officer


class OfficerPhoto(models.Model):
    """One JPEG in the card's ratio, without anything a camera wrote into it. Kept in the row, so that it can go for good."""

    officer = models.OneToOneField(Officer, models.CASCADE, related_name="photo", verbose_name="执法人员")
    content = models.BinaryField("照片")
    taken_in_on = models.DateField("登记日期")

    personal_data = ("content",)
    retention = "until the officer leaves"

    class Meta:
        verbose_name = "执法人员照片"

    def __str__(self) -> str:
        return f"{self.officer}的照片"
