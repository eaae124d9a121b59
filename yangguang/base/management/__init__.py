"""Django finds commands of a context here."""
