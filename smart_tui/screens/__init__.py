"""Screens compose widgets and hold screen state; they never touch the store or the app."""
