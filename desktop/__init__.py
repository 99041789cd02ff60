"""Đối Chiếu: hold every figure of a report against its source."""

__version__ = "0.1.0"
