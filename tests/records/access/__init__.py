"""Access to originals: asked for, granted, watched, ended."""
