"""The tag libraries of the ground floor."""
