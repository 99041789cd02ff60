"""A value read out in Vietnamese words, so that a clerk hears what the digits say.

Thousands repeat every nine digits (nghìn, triệu, tỷ, nghìn tỷ, ..., tỷ tỷ). Up to two decimals are read as
a number, more of them digit by digit.
"""

from decimal import Decimal

from desktop.core.figures import Value, plain

MAX_DIGITS = 60

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")
_BILLION = 10**9
_UNITS = {
    "%": "phần trăm",
    "‰": "phần nghìn",
    "ha": "héc-ta",
    "m": "mét",
    "m2": "mét vuông",
    "m²": "mét vuông",
    "m3": "mét khối",
    "m³": "mét khối",
    "km": "ki-lô-mét",
    "km2": "ki-lô-mét vuông",
    "km²": "ki-lô-mét vuông",
    "mm": "mi-li-mét",
    "cm": "xăng-ti-mét",
    "g": "gam",
    "kg": "ki-lô-gam",
    "l": "lít",
    "kw": "ki-lô-oát",
    "mw": "mê-ga-oát",
    "kwh": "ki-lô-oát giờ",
    "mwh": "mê-ga-oát giờ",
    "đ": "đồng",
    "vnđ": "đồng",
    "vnd": "đồng",
    "trđ": "triệu đồng",
    "tr.đ": "triệu đồng",
    "tr.đồng": "triệu đồng",
    "tỷđ": "tỷ đồng",
    "usd": "đô la Mỹ",
    "°c": "độ C",
    "-": "",
}


def in_words(value: Value, unit: str) -> str:
    """Return value and unit as read aloud: "hai trăm mười tám vụ"; "" if a number has over 60 digits.

    A fraction without a unit is "ba phần năm", of counted things "ba trên năm chỉ tiêu".
    """
    numbers = [number for number in (value.number, value.high, value.of) if number is not None]
    if not all(_is_readable(number) for number in numbers):
        return ""
    words = _joiner(value, unit).join(number_in_words(number) for number in numbers)
    if value.high is not None:
        words = f"từ {words}"
    return f"{words} {unit_in_words(unit)}".rstrip()


def number_in_words(number: Decimal) -> str:
    """Return one number as read aloud: "âm năm phẩy hai"."""
    text = plain(number)
    whole, _, decimals = text.removeprefix("-").partition(".")
    words = whole_in_words(int(whole))
    if decimals:
        words += " phẩy " + _decimals_in_words(decimals)
    return f"âm {words}" if text.startswith("-") else words


def whole_in_words(number: int) -> str:
    """Return a whole number from 0 as read aloud: "một nghìn không trăm linh năm"."""
    return " ".join(_whole(number, after_more=False)) or _DIGITS[0]


def unit_in_words(unit: str) -> str:
    """Return a unit with its signs and abbreviations read out: "tạ/ha" is "tạ mỗi héc-ta"."""
    parts = (" ".join(_unit_word(word) for word in part.split()) for part in unit.split("/"))
    return " mỗi ".join(part for part in parts if part)


def _joiner(value: Value, unit: str) -> str:
    if value.of is None:
        return " đến "
    return " trên " if unit else " phần "


def _is_readable(number: Decimal) -> bool:
    return number.is_finite() and len(plain(number)) <= MAX_DIGITS


def _unit_word(word: str) -> str:
    return _UNITS.get(word.lower(), word)


def _decimals_in_words(decimals: str) -> str:
    if len(decimals) == 2 and decimals[0] != "0":
        return whole_in_words(int(decimals))
    return " ".join(_DIGITS[int(digit)] for digit in decimals)


def _whole(number: int, *, after_more: bool) -> list[str]:
    """Return the words of `number`; `after_more` says that digits came before, so hundreds are spoken."""
    words: list[str] = []
    billions, rest = divmod(number, _BILLION)
    if billions:
        words += [*_whole(billions, after_more=after_more), "tỷ"]
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            words += _group(group, after_more=after_more or bool(words))
            words += [_SCALES[power]] if power else []
    return words


def _group(group: int, *, after_more: bool) -> list[str]:
    hundreds, tens, ones = group // 100, group // 10 % 10, group % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or after_more else []
    if tens == 0 and ones:
        return [*words, "linh", _DIGITS[ones]] if words else [_DIGITS[ones]]
    if tens == 1:
        words.append("mười")
    elif tens > 1:
        words += [_DIGITS[tens], "mươi"]
    return [*words, _ones(tens, ones)] if ones else words


def _ones(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    if tens > 1 and ones == 1:
        return "mốt"
    if tens > 1 and ones == 4:
        return "tư"
    return _DIGITS[ones]
