"""The papers of an evaluation: they lie in the file of its round."""
