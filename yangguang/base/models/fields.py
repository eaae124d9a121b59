"""Column kinds every context shares."""

from typing import Any

from django.db import models

from yangguang.kernel import chance


class PublicIdField(models.CharField):
    """The random identifier that stands in addresses instead of the row number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("verbose_name", "公开编号")
        kwargs["max_length"] = 26
        kwargs["unique"] = True
        kwargs["default"] = chance.public_id
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)


class FenField(models.BigIntegerField):
    """An amount of money in whole 分."""
