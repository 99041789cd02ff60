"""Refusals in words, Vietnamese or English, for every surface that has no Qt."""

import os
from enum import StrEnum

import resources
from desktop.core.errors import Refusal

_CONTROL_SIGNS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}


class Language(StrEnum):
    """The languages of the interface."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


def language_of_environment() -> Language:
    """Return English where DOICHIEU_LANG or the locale asks for it, Vietnamese otherwise."""
    for variable in ("DOICHIEU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if wanted := os.environ.get(variable, ""):
            return Language.ENGLISH if wanted.lower().startswith("en") else Language.VIETNAMESE
    return Language.VIETNAMESE


def refusal_line(refusal: Refusal, language: Language) -> str:
    """Return the one line that tells what was refused and why."""
    lines: dict[str, str] = resources.toml("i18n/messages.toml")[language]
    details = {"limit": "", "seconds": "", "error": "", "report": "", "place": ""} | refusal.details
    return one_line(lines[refusal.code].format(subject=refusal.subject, **details))


def one_line(text: str) -> str:
    """Return `text` with its control characters, which a file's name may have, as visible signs."""
    return text.translate(_CONTROL_SIGNS)
