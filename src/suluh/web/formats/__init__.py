"""How Suluh writes what Django writes otherwise, by language: ``<language>/formats.py``, found by Django."""
