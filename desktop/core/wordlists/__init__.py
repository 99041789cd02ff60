"""The word lists: those that come with the program, and what an office adds to them or takes away."""
