"""The gate before a major decision (APL-2021:58).

Submission, ten elements, pass or return, and what was reviewed is what is issued.
"""
