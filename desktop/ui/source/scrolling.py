"""How far to scroll so that the eye finds a place at once: not at all while it is well visible. No Qt."""

_WELL_VISIBLE = (0.06, 0.85)
_UPPER_THIRD = 0.3


def scroll_for(top: float, height: float, extent: float) -> int:
    """Return by how much to scroll for a place at `top` of a viewport that is `extent` long.

    Zero where it stands well inside; else so much that it comes to about the upper third.
    """
    if top >= _WELL_VISIBLE[0] * extent and top + height <= _WELL_VISIBLE[1] * extent:
        return 0
    return round(top - _UPPER_THIRD * extent)


def sideways_for(left: float, width: float, extent: float) -> int:
    """Return by how much to scroll sideways so that [left, left + width) is inside, its start before all."""
    margin = min(24.0, extent / 10)
    if left < margin:
        return round(left - margin)
    if left + width > extent - margin:
        return round(min(left - margin, left + width - extent + margin))
    return 0
