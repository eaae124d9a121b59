"""The papers of a criminal transfer."""
