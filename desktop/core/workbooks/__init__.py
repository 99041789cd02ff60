"""Figures to Excel: the verified summary of a workspace, and the machine's readings of one report."""
