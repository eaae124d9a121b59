"""The team's diary: periods of days, and what stands in them."""
