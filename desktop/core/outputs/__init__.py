"""Verified figures for other programs (CSV, JSON, Parquet), and the record of a review as a page of PDF."""
