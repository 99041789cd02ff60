"""Refusals: why a file or a workspace cannot be used, as values that every surface can put into words."""

from dataclasses import dataclass, field
from enum import StrEnum


class RefusalCode(StrEnum):
    """Why something was refused; each has its line in resources/i18n/messages.toml."""

    NOT_FOUND = "not_found"
    NOT_ALLOWED = "not_allowed"
    IS_EMPTY = "is_empty"
    UNKNOWN_FORMAT = "unknown_format"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    HAS_DTD = "has_dtd"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    SHEET_TOO_LARGE = "sheet_too_large"
    TOO_MUCH_CONTENT = "too_much_content"
    FILE_TOO_LARGE = "file_too_large"
    NO_TEXT_LAYER = "no_text_layer"
    OUT_OF_MEMORY = "out_of_memory"
    NO_PROGRESS = "no_progress"
    READER_DIED = "reader_died"
    READER_FAILED = "reader_failed"
    HAS_MACROS = "has_macros"
    FORMULAS_UNCOMPUTED = "formulas_uncomputed"
    CELLS_IN_ERROR = "cells_in_error"
    NO_CELLS = "no_cells"
    WORKSPACE_NEWER = "workspace_newer"
    WORKSPACE_FOREIGN = "workspace_foreign"
    WORKSPACE_BUSY = "workspace_busy"
    WORKSPACE_UNREADABLE = "workspace_unreadable"
    DISK_FULL = "disk_full"
    CANNOT_WRITE = "cannot_write"
    OUTPUT_UNKNOWN = "output_unknown"
    FILE_IN_USE = "file_in_use"
    FILE_LOCKED = "file_locked"
    FILE_READ_ONLY = "file_read_only"
    FOLDER_NOT_WRITABLE = "folder_not_writable"
    VERDICT_UNKNOWN_REPORT = "verdict_unknown_report"
    VERDICT_UNKNOWN_FIGURE = "verdict_unknown_figure"
    VERDICT_INVALID = "verdict_invalid"
    CHANGED_MEANWHILE = "changed_meanwhile"
    NEEDS_CORRECTION = "needs_correction"
    TAG_UNKNOWN = "tag_unknown"
    TAG_WITHOUT_NAME = "tag_without_name"
    TAG_NAME_TAKEN = "tag_name_taken"
    TAG_COLOUR_UNKNOWN = "tag_colour_unknown"
    TAG_UNDER_ITSELF = "tag_under_itself"
    TAG_IN_USE = "tag_in_use"
    NOTE_WITHOUT_TEXT = "note_without_text"
    REPORT_SIGNED = "report_signed"
    REPORT_NOT_DONE = "report_not_done"
    ALREADY_SIGNED = "already_signed"
    NOT_SIGNED = "not_signed"
    REASON_MISSING = "reason_missing"
    REREADING_DUE = "rereading_due"
    SIGNED_BY_FIRST = "signed_by_first"
    REREAD_BY_FIRST = "reread_by_first"
    NOT_VERIFIED = "not_verified"
    NO_WORKBOOK = "no_workbook"
    HANDED_WITHOUT_COLUMNS = "handed_without_columns"
    HANDED_FOREIGN = "handed_foreign"
    WORKSPACE_OLDER = "workspace_older"
    FORM_FORMAT = "form_format"
    FORM_SUFFIX = "form_suffix"
    FORM_IS_OUTPUT = "form_is_output"
    FORM_WITHOUT_MAPPING = "form_without_mapping"
    MAPPING_INVALID = "mapping_invalid"
    MAPPING_NEWER = "mapping_newer"
    LIST_UNREADABLE = "list_unreadable"
    LIST_NOT_UTF8 = "list_not_utf8"
    LIST_SYNTAX = "list_syntax"
    LIST_DECLARED_TWICE = "list_declared_twice"
    LIST_FILE_UNKNOWN = "list_file_unknown"
    LIST_FILE_FOREIGN = "list_file_foreign"
    LIST_UNKNOWN = "list_unknown"
    LIST_FOREIGN = "list_foreign"
    LIST_MISSING = "list_missing"
    LIST_NOT_TABLE = "list_not_table"
    LIST_NOT_WORDS = "list_not_words"
    LIST_NOT_TEXT = "list_not_text"
    LIST_NOT_WHOLE = "list_not_whole"
    LIST_EMPTY = "list_empty"
    LIST_EMPTY_WORD = "list_empty_word"
    LIST_PADDED_WORD = "list_padded_word"
    LIST_REPEATED_WORD = "list_repeated_word"
    LIST_NOTHING_TO_REMOVE = "list_nothing_to_remove"
    LIST_FIELD_KEY = "list_field_key"
    LIST_FIELD_TWICE = "list_field_twice"
    LIST_FIELD_NAME_TWICE = "list_field_name_twice"
    LIST_LEFT_OUT = "list_left_out"
    LIST_NO_FOLDER = "list_no_folder"

    @property
    def is_about_a_word_list(self) -> bool:
        """Tell whether a word list is refused, and not what was to be read with it."""
        return self.startswith("list_")

    @property
    def is_remark(self) -> bool:
        """Tell whether the file was read all the same, and this is only said of it."""
        return self in (
            RefusalCode.HAS_MACROS,
            RefusalCode.FORMULAS_UNCOMPUTED,
            RefusalCode.CELLS_IN_ERROR,
            RefusalCode.NO_CELLS,
        )


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused (a file's name, mostly), why, and the details its line names."""

    code: RefusalCode
    subject: str
    details: dict[str, str] = field(default_factory=dict)


class RefusedError(Exception):
    """Carries a refusal up to the edge of an operation, where it becomes one line."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.subject}: {refusal.code}")
        self.refusal = refusal


def refuse(code: RefusalCode, subject: str, **details: str) -> RefusedError:
    """Return the error to raise for `subject`."""
    return RefusedError(Refusal(code, subject, details))
