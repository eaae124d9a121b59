"""What is true of the whole code base: layers, budgets, names, citations, labels, documents."""
