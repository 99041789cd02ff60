"""How far something is, as one sign that needs no colour. No Qt."""

NOTHING_DONE, PARTLY_DONE, ALL_DONE = "○", "◐", "●"


def completion_sign(total: int, still_open: int) -> str:
    """Return ○ where everything is still open, ◐ where a part is, ● where nothing is."""
    if still_open == 0:
        return ALL_DONE
    return NOTHING_DONE if still_open >= total else PARTLY_DONE
