"""Tests of the plain ground floor."""
