"""What is wrong with an entry of a word list, before its line is looked up."""

from dataclasses import dataclass, field

from desktop.core.errors import Refusal, RefusalCode
from desktop.core.wordlists.lines import Lines

HARMLESS = frozenset({RefusalCode.LIST_REPEATED_WORD, RefusalCode.LIST_NOTHING_TO_REMOVE})
"""With these the lists mean what they would mean without the entry."""
SURVIVED = HARMLESS | {
    RefusalCode.LIST_UNKNOWN,
    RefusalCode.LIST_FOREIGN,
    RefusalCode.LIST_MISSING,
    RefusalCode.LIST_PADDED_WORD,
}
"""With these the rest of a list of the program can be used."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong at `path`: with the entry `word` of a list, the `nth` of several equal ones.

    `first_word` is the entry that a repeated one repeats.
    """

    code: RefusalCode
    path: tuple[str, ...]
    word: str | None = None
    nth: int = 0
    first_word: str | None = None
    details: dict[str, str] = field(default_factory=dict)

    def located(self, subject: str, lines: Lines) -> Refusal:
        """Return the slip as a surface can tell it, with its line in the file `subject`."""
        details = {"line": str(lines.of(self.path, self.word, self.nth)), "key": ".".join(self.path)}
        if self.word is not None:
            details["word"] = self.word
        if self.first_word is not None:
            details["first"] = str(lines.of(self.path, self.first_word))
        return Refusal(self.code, subject, details | self.details)
