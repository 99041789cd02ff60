"""The views of a report as it looks: running text, pages, sheets; and what they share."""
