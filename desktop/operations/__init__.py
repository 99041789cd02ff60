"""What a user can do, one verb each; no Qt; owns the transactions."""
