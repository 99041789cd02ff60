"""The sign of each state, from the same data file as its colours."""

from functools import cache

import resources
from desktop.ui.marks import State


@cache
def sign_of(state: State) -> str:
    """Return the sign that stands for a state where there is no room for its word."""
    return str(resources.toml("styles/states.toml")[state]["sign"])
