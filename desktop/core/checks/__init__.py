"""What does not fit together among the figures of reports: figures in, findings out, a rule per function."""
