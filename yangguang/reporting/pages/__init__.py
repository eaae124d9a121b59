"""Pages of annual reports on the desk."""
