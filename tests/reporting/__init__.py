"""What a year comes to, and the report that says so."""
