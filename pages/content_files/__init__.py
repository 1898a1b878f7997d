"""Loads the institution's first content from data files, without ever undoing an edit.

``docs/content.md`` explains the files.
"""
