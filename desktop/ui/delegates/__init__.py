"""How cells paint and edit themselves."""
