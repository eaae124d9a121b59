"""The papers of legal review: internal, they lie in the side volume."""
