"""Texts, numbers and times that spreadsheets are known to stumble over, from a seed: always the same."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

_STARTS = ("=", "+", "-", "@", "'", "\t", "\r", "\n", " ", "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", '"', "")
_PIECES = (
    *(
        "số vụ",
        "Đối Chiếu",
        "e\u0302\u0301",
        "ệ",
        "y\u0300",
        "😀",
        "👨\u200d👩\u200d👧",
        "🇻🇳",
        "𠀀",
        "عربى",
        "\u202eabc\u202c",
    ),
    *(
        "\u200b",
        "\u00a0",
        "\u2028",
        "\ufeff",
        "\u0085",
        "\x7f",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "  ",
        "]]>",
        "<a>&amp;",
    ),
    *("_x000D_", "_x0041_", "_x005F_x0041_", "_x00", "x0000_", "\x00", "\x01", "\x0b", "\x1b[31m", "\x1f"),
    *("\ud800", "\udfff", "\ud83d\ude00", "\ufffe", "\uffff", "\U0010ffff", "\U0001fffe"),
    *(
        "#N/A",
        "#DIV/0!",
        "TRUE",
        "1E5",
        "1/2",
        "2021-04-05",
        "12,5%",
        '=HYPERLINK("http://x","y")',
        "DDE",
        "{=1}",
    ),
    *("'--", '"";--', "%s{}", "\\N", "../..", "NaN", "Infinity", "null", "a" * 400, "ữ" * 300),
)
_LONG = ("a", "ữ", "😀", "\x00", "_x0041_", "\n", "=")
_ZONES = (UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-11, minutes=-30)), None)


def texts(count: int, seed: int = 2021) -> Iterator[str]:
    """Yield odd texts, never empty; a few are longer than a cell may be."""
    source = random.Random(seed)
    for number in range(count):
        if number % 500 == 0:
            letter = source.choice(_LONG)
            yield letter * (source.randint(32_700, 33_000) // len(letter) + 1)
            continue
        pieces = source.choices(_PIECES, k=source.randint(0, 6))
        text = source.choice(_STARTS) + "".join(pieces)
        yield text or "".join(map(chr, source.choices(range(0x20, 0x2FFF), k=source.randint(1, 20))))


def numbers(count: int, seed: int = 2021) -> Iterator[Decimal]:
    """Yield numbers of all sizes, with many digits and few, and what is none."""
    source = random.Random(seed)
    for number in range(count):
        if number % 50 == 0:
            yield Decimal(source.choice(["NaN", "-NaN", "Infinity", "-Infinity", "1E+400", "-1E-400", "-0"]))
            continue
        digits = source.randint(1, 25)
        exponent = source.choice((0, 0, -1, -2, -2, -source.randint(1, 30), source.randint(1, 320)))
        yield Decimal(source.randint(-(10**digits), 10**digits)).scaleb(exponent)


def moments(count: int, seed: int = 2021) -> Iterator[datetime]:
    """Yield times of all centuries, some with a zone."""
    source = random.Random(seed)
    for _ in range(count):
        year = source.choice((1, 1899, 1900, 1904, 1999, 2021, 2024, 9998, source.randint(1000, 3000)))
        moment = datetime(year, source.randint(1, 12), source.randint(2, 28))  # noqa: DTZ001 - the zone follows
        moment += timedelta(seconds=source.randint(0, 86_399), microseconds=source.randint(0, 999_999))
        yield moment.replace(tzinfo=source.choice(_ZONES))
