"""What lets a value have a base of which something is still to be said."""

from abc import ABCMeta

from msgspec import StructMeta


class AbstractStruct(StructMeta, ABCMeta):
    """Makes classes that are records, and that refuse to be made while a method is missing."""
