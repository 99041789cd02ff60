"""The lines above a report's title and below its end: offices, the state's motto, number, place and date."""

import re
import unicodedata

from desktop.core.extraction import lexicon
from desktop.core.extraction.issuers import names_office
from desktop.core.extraction.passages import fold

_COLUMNS = re.compile(r"\t+|\s{3,}|\s\|\s")
_LONGEST = 200
_MOTTO = re.compile(
    r"cộng hòa xã hội chủ nghĩa việt nam|độc lập ?- ?tự do ?- ?hạnh phúc|đảng cộng sản việt nam"
    r"|^số ?:? ?[0-9.…]*.{0,4}/|^[\W_]{3,}$|, ngày .{0,6} ?tháng .{0,6} ?năm (?:19|20)?"
)


def is_letterhead(line: str) -> bool:
    """Tell whether a line belongs to a letterhead."""
    if len(line) > _LONGEST:
        return False
    folded = fold(unicodedata.normalize("NFC", line))
    return _MOTTO.search(folded) is not None or names_office(line)


def is_signature(line: str) -> bool:
    """Tell whether a line begins as the lines below a report do: "TM. …", "CHỦ TỊCH"."""
    folded = fold(unicodedata.normalize("NFC", line[:_LONGEST]))
    return folded.startswith(lexicon.words("sections", "capitals.not_headings"))


def cells_of(line: str) -> list[str]:
    """Return what stands side by side in a line of a letterhead."""
    return [cell for cell in _COLUMNS.split(line.strip()) if cell]
