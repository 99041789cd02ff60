"""The words of the workbook: every value a clerk may meet in it, in Vietnamese."""

from collections.abc import Mapping

from desktop.core.displays import period_text, value_text
from desktop.core.fields import field_name
from desktop.core.figures import Base, Kind, Qualifier, Reading, Value, Verdict
from desktop.core.workbooks.content import LeftOut

KIND_NAMES = {
    Kind.LEVEL: "Mức",
    Kind.SHARE: "Tỷ trọng",
    Kind.CHANGE: "Tăng, giảm",
    Kind.RATIO: "Tỷ lệ đạt",
}
BASE_NAMES = {
    Base.NONE: "",
    Base.SAME_PERIOD: "Cùng kỳ",
    Base.PREVIOUS: "Kỳ trước",
    Base.PLAN: "Kế hoạch",
    Base.YEAR_START: "Đầu năm",
    Base.OTHER: "Mốc khác",
}
BASE_PHRASES = {
    Base.NONE: "",
    Base.SAME_PERIOD: "so với cùng kỳ",
    Base.PREVIOUS: "so với kỳ trước",
    Base.PLAN: "so với kế hoạch",
    Base.YEAR_START: "so với đầu năm",
    Base.OTHER: "so với mốc khác nêu trong báo cáo",
}
QUALIFIER_NAMES = {
    Qualifier.NONE: "",
    Qualifier.ABOUT: "khoảng",
    Qualifier.OVER: "trên",
    Qualifier.UNDER: "dưới",
}
VERDICT_NAMES = {
    Verdict.OPEN: "Chưa xác nhận",
    Verdict.ACCEPTED: "Đã xác nhận",
    Verdict.CORRECTED: "Đã sửa",
    Verdict.DISMISSED: "Đã loại",
    Verdict.DOUBTFUL: "Nghi vấn",
}
REASON_NAMES = {
    "date": "ngày tháng",
    "period": "khoảng thời gian",
    "legal": "số văn bản",
    "ordinal": "số thứ tự",
    "name": "tên gọi",
    "furniture": "không thuộc nội dung báo cáo",
    "duplicate": "trùng lặp",
    "not_of_report": "không phải số liệu của báo cáo",
    "other": "lý do khác",
}
ACTION_NAMES = {
    "import": "Nhập báo cáo",
    "accept": "Xác nhận đúng",
    "correct": "Sửa",
    "dismiss": "Loại",
    "doubt": "Đánh dấu nghi vấn",
    "reopen": "Mở lại",
    "add": "Bổ sung số liệu",
    "tag": "Gắn nhãn",
    "untag": "Bỏ nhãn",
    "note": "Ghi chú",
    "annotate": "Ghi chú",
    "export": "Xuất Excel",
}
FIELD_NAMES = {
    "value": "giá trị",
    "unit": "đơn vị",
    "kind": "loại",
    "base": "so với",
    "indicator": "chỉ tiêu",
    "qualifier": "mức chính xác",
    "period": "kỳ",
    "verdict": "trạng thái",
    "reason": "lý do",
    "note": "ghi chú",
    "tag": "nhãn",
    "tags": "nhãn",
    "text": "nguyên văn",
    "section": "mục",
    "name": "tên",
    "digest": "mã tệp (SHA-256)",
    "file": "tệp",
    "figures": "số liệu",
    "ledger_open": "số chưa rõ",
    "left_out": "chưa đưa vào",
}
_VALUE_NAMES: Mapping[str, Mapping[str, str]] = {
    "kind": {str(key): name.lower() for key, name in KIND_NAMES.items()},
    "base": {str(key): name.lower() for key, name in BASE_NAMES.items()},
    "qualifier": {str(key): name for key, name in QUALIFIER_NAMES.items()},
    "verdict": {str(key): name.lower() for key, name in VERDICT_NAMES.items()},
}
_DIRECTIONS = {"undo": "Hoàn tác: ", "redo": "Làm lại: "}


def action_text(action: str) -> str:
    """Return what was done, in words: "undo_accept" is "Hoàn tác: xác nhận đúng"."""
    direction, _, verb = action.partition("_")
    if direction in _DIRECTIONS and verb in ACTION_NAMES:
        name = ACTION_NAMES[verb]
        return _DIRECTIONS[direction] + name[0].lower() + name[1:]
    return ACTION_NAMES.get(action, action)


def fields_text(values: Mapping[str, str], beside: Mapping[str, str]) -> str:
    """Return texts by field as one line: "giá trị: 218; trạng thái: đã sửa".

    What is empty is told only where there is something in the texts `beside` them.
    """
    told = (key for key, value in values.items() if value or beside.get(key))
    return "; ".join(f"{FIELD_NAMES.get(key, key)}: {_field_value(key, values[key])}" for key in told)


def reason_text(reason: str) -> str:
    """Return why a figure was dismissed, in words; free text after a colon stays."""
    kind, colon, free = reason.partition(":")
    return REASON_NAMES.get(kind, kind) + (f": {free.strip()}" if colon else "")


def left_out_text(left_out: LeftOut) -> str:
    """Return how many figures are left out and why, as half a sentence."""
    if not left_out.total:
        return "không còn số liệu nào chưa đưa vào"
    return (
        f"còn {left_out.total} số liệu chưa đưa vào ({left_out.open} chưa xác nhận, "
        f"{left_out.doubtful} nghi vấn, {left_out.dismissed} đã loại)"
    )


def tags_text(tags: tuple[str, ...]) -> str:
    """Return the names of the tags of a section."""
    return "; ".join(field_name(key) for key in tags)


def reading_fields(reading: Reading) -> dict[str, str]:
    """Return a reading as texts by field, all fields in their usual order."""
    return {
        "value": str(reading.value),
        "unit": reading.unit,
        "kind": str(reading.kind),
        "base": str(reading.base),
        "indicator": reading.indicator,
        "qualifier": str(reading.qualifier),
        "period": reading.period,
    }


def _field_value(field: str, value: str) -> str:
    if not value:
        return "(trống)"
    if field == "period":
        return period_text(value)
    if field == "reason":
        return reason_text(value)
    if field == "value":
        return _shown_value(value)
    if field in ("tag", "tags"):
        return field_name(value)
    return _VALUE_NAMES.get(field, {}).get(value, value)


def _shown_value(text: str) -> str:
    try:
        return value_text(Value.parse(text))
    except ValueError:
        return text
