"""What the public sees, from when and until when: preparing, redacting, releasing, correcting and withdrawing publications."""
