"""The gate before a major decision (APL-2021:58): submission, ten elements, pass or return, and what was reviewed is what is issued."""
