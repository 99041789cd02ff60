"""Foreign files are read in a child process with limits, so that a bad one can only hurt the child."""
