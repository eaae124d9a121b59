"""The desk gathers what waits for a person from every context."""

from yangguang.desk.today import approvals, archiving, certificates, clocks, leads, publications, reviews

__all__ = ["approvals", "archiving", "certificates", "clocks", "leads", "publications", "reviews"]
