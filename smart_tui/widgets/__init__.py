"""Widgets show a value and post a message."""
