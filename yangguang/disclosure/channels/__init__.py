"""Channels beyond the site itself (D21): one interface, and an adapter for each. See docs/how-to/push-channels.md."""
