"""Figures from tables: workbook sheets first, then the tables of Word reports, web pages and PDF."""

from desktop.core.extraction.tables.claiming import claims_of_table
from desktop.core.extraction.tables.reported import period_of_tables

__all__ = ["claims_of_table", "period_of_tables"]
