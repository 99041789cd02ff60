"""The office's own form: cells of any .xlsx filled with verified figures, everything else left as it is."""
