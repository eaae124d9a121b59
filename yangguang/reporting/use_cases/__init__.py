"""The verbs of annual reports: draft, fill in, word, submit, return, adopt, file."""
