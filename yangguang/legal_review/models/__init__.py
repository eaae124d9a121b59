"""Rows of legal review."""

from yangguang.legal_review.models.review import LegalReview, ReviewElement, ReviewExemption, ReviewStatus

__all__ = ["LegalReview", "ReviewElement", "ReviewExemption", "ReviewStatus"]
