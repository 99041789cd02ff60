"""Reading, extracting, checking and writing: values in, values out; no Qt, no SQL."""
