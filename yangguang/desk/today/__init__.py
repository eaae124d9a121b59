"""What waits for a person, gathered from every context, each source in its own file."""
