"""Reads what people write about their goals and says what it found, in codes and values.

Pure: no clock, no screen, and no sentences of its own.
"""
