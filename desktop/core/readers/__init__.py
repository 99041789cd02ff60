"""Files to documents, a module per format, chosen by content."""
