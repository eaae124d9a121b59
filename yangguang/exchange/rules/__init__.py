"""Plain rules of what goes up: its columns, and how a receipt is read."""
