"""The error of the embedded server."""


class ServerError(Exception):
    """The embedded server cannot run; the message says why and what to do."""
