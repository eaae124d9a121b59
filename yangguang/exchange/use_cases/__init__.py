"""The verbs of handing up: draft, mend, hand over, take a receipt in."""
