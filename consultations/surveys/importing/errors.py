"""What can be wrong with a whole file."""


class NotReadable(Exception):
    """The file cannot be imported. ``str()`` of it says to the officer why, and what to do."""
