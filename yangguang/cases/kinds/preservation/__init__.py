"""Advance registration and preservation beside a case: a means of evidence, seven working days, no extension."""
