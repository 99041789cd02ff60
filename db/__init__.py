"""The workspace on disk: tables, sessions, queries, migrations; no Qt."""
