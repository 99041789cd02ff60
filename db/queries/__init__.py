"""All SQL over the tables, by subject; every function works inside its caller's transaction."""
