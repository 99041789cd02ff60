"""The window: Qt only, no SQL; everything it changes goes through an operation."""
