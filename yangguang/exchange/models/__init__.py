"""Batches, their rows, what each row is about, and receipts."""

from yangguang.exchange.models.batch import BatchState, RowAction, RowState, UpwardBatch, UpwardItem, UpwardRow
from yangguang.exchange.models.receipt import UpwardReceipt

__all__ = ["BatchState", "RowAction", "RowState", "UpwardBatch", "UpwardItem", "UpwardReceipt", "UpwardRow"]
