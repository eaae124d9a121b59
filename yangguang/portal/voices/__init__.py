"""What citizens write to an agency: the forms, what is checked of enclosures, and the guard against machines."""
