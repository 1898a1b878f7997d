"""Starts the whole site in the foreground: ``python -m isesco_site.serve``."""
