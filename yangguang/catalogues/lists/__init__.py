"""One module for each list: its columns, its citation, its checks, and how its rows become what other contexts read."""
