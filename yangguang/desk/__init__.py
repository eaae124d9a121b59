"""The staff site: navigation, to-do list, search, and the wiring of sockets. No rules of its own."""
