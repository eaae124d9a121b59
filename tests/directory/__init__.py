"""Tests of bodies, people and certificates."""
