"""Recordings made on the spot."""
