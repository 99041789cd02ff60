"""Colours of workbooks: numbers of a palette or a theme, with tints, to "rrggbb"; "" where none is said."""

import colorsys
from collections.abc import Mapping, Sequence

import resources

AUTOMATIC = 64
"""From this number of the palette on, the colours are the system's own."""

_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


def usual_palette() -> Sequence[str]:
    """Return the colours by their numbers that every workbook begins with."""
    palette: Sequence[str] = resources.toml("workbooks/excel.toml")["colors"]["indexed"]
    return palette


def theme_colors(found: Mapping[str, str]) -> Sequence[str]:
    """Return the theme's colours by their numbers, from those found by name; the usual ones for the rest."""
    usual: Sequence[str] = resources.toml("workbooks/excel.toml")["colors"]["theme"]
    return [found.get(name, color) for name, color in zip(_THEME_ORDER, usual, strict=True)]


def indexed(palette: Sequence[str], number: int) -> str:
    """Return a colour of the palette, "" for one of the system's own."""
    return palette[number] if 0 <= number < min(AUTOMATIC, len(palette)) else ""


def tinted(color: str, tint: float) -> str:
    """Return a colour made darker (tint to -1) or lighter (to 1), as ECMA-376 part 1, 18.8.19 has it."""
    if not tint or len(color) != len("rrggbb"):
        return color
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    lightness = lightness * (1 + tint) if tint < 0 else lightness * (1 - tint) + tint
    shades = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness)), saturation)
    return "".join(f"{round(shade * 255):02x}" for shade in shades)
