"""The desk gathers what waits for a person from every context."""

from yangguang.desk.todo import approvals, certificates, clocks, publications, reviews

__all__ = ["approvals", "certificates", "clocks", "publications", "reviews"]
