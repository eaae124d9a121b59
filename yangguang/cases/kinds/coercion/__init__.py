"""Sealing-up and seizure beside a case: only for a body the law gives that power, and only for its days."""
