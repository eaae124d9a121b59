"""What people do with lists."""
