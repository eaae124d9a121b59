"""Pages of handing up on the desk."""
