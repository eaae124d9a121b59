"""Labour lines: leads, roster, instructions, dispositions."""
