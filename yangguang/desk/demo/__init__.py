"""The fictional county of the demonstration: every row comes from the acts the screens call, each at its own past moment."""
