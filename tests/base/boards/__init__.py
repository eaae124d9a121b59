"""Style boards: every component in every state, to be looked at and checked, never served."""
