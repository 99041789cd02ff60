"""Database errors as refusals, so that no driver's exception leaves the operations."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from desktop.core.errors import RefusalCode, RefusedError, refuse

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_BUSY: RefusalCode.WORKSPACE_BUSY,
    sqlite3.SQLITE_LOCKED: RefusalCode.WORKSPACE_BUSY,
    sqlite3.SQLITE_FULL: RefusalCode.DISK_FULL,
    sqlite3.SQLITE_READONLY: RefusalCode.CANNOT_WRITE,
    sqlite3.SQLITE_IOERR: RefusalCode.CANNOT_WRITE,
    sqlite3.SQLITE_PERM: RefusalCode.NOT_ALLOWED,
    sqlite3.SQLITE_NOTADB: RefusalCode.WORKSPACE_FOREIGN,
}
_BY_SQLSTATE = {
    "55P03": RefusalCode.WORKSPACE_BUSY,  # lock not available
    "40P01": RefusalCode.WORKSPACE_BUSY,  # deadlock
    "40001": RefusalCode.WORKSPACE_BUSY,  # could not serialise
    "53100": RefusalCode.DISK_FULL,
    "25006": RefusalCode.CANNOT_WRITE,  # read-only transaction
    "42501": RefusalCode.NOT_ALLOWED,
}


@contextmanager
def refusing(subject: str) -> Iterator[None]:
    """Turn every database or file error inside into a RefusedError about `subject`."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise refusal_of(error, subject) from error


def refusal_of(error: Exception, subject: str) -> RefusedError:
    """Return the refusal that tells of `error`, by the code the driver gives."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(cause, PermissionError):
        return refuse(RefusalCode.NOT_ALLOWED, subject)
    # The low byte is the primary code; the rest says how it came about.
    sqlite_code = (getattr(cause, "sqlite_errorcode", None) or 0) & 0xFF
    sqlstate = getattr(cause, "sqlstate", None) or ""
    code = _BY_SQLITE_CODE.get(sqlite_code) or _BY_SQLSTATE.get(sqlstate) or RefusalCode.WORKSPACE_UNREADABLE
    return refuse(code, subject, error=_first_line(cause))


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), "") or type(error).__name__
