"""Pages of case-file evaluation on the desk."""
