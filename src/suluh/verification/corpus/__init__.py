"""Fact-checks of others, read from their sites. ``importers/<kind>.py`` is one kind of source, found by looking.

Plain Python: an importer makes ``Found`` values of the bytes of a page; it fetches nothing and knows no database.
"""
