"""Screens of lists at the desk."""
