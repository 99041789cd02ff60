"""Numbers of lists as they are shown: letters and Roman numerals."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
MAX_ROMAN = 4000


def roman(number: int) -> str:
    """Return `number` in Roman numerals, in digits where there are none for it."""
    if not 0 < number < MAX_ROMAN:
        return str(number)
    text = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        text += numeral * count
    return text


def letters(number: int) -> str:
    """Return `number` as a small letter, as word processors count: a to z, then aa, bb."""
    if not 0 < number <= 26 * 26:
        return str(number)
    repeats, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeats + 1)
