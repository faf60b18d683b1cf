"""Suluh: the shared desk of government public-information offices."""

__version__ = "0.1.0"
