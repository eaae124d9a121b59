"""What preservation and coercion share: the things held, their list, their page and the acts on it."""
