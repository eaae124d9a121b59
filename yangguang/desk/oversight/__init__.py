"""What whoever oversees the bodies below sees of their work: counts, terms near and over, and what is missing."""
