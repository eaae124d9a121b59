"""Administrative penalty by ordinary procedure."""
