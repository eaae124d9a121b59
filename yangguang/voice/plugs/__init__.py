"""What voices plug into the sockets below."""
