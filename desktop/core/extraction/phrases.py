"""The patterns of running text, put together once from the word lists of resources/lexicon/phrases.toml."""

import re
from collections import Counter
from functools import cache, lru_cache

from desktop.core.extraction import lexicon

_YEAR = r"(?:19[89][0-9]|20[0-5][0-9])"
_COMPARATIVES = ("cao", "thấp", "ít", "nhiều", "lớn", "nhỏ", "kém", "nhanh", "chậm", "nhỉnh")
_CHANGE_LETTERS = 160
_LINKERS = ("head.linkers", "qualifier.about", "qualifier.over", "qualifier.under", "change.between")
_BEHIND_QUALIFIER = frozenset(
    ("từ", "đạt", "là", "mức", "có", "được", "tăng", "giảm", "chiếm", "bằng"),
)
_OPENS = "(,;:\"'-–[“”"
_WORDS_REACH = 40
_END = r"(?![^\W_])"


def _any(*keys: str) -> str:
    return lexicon.any_of("phrases", *keys)


def _between() -> str:
    """Return the words that may stand between a verb and its number."""
    return _any("change.between", "qualifier.about", "qualifier.over", "qualifier.under")


@cache
def last_words(*keys: str) -> frozenset[str]:
    """Return the last word of each entry of some lists."""
    return frozenset(entry.split()[-1] for key in keys for entry in lexicon.words("phrases", key))


@cache
def _ends_of_qualifiers() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that a qualifier ends with, and those that stand before a verb behind it."""
    keys = ("qualifier.about", "qualifier.over", "qualifier.under")
    last = last_words(*keys)
    entries = (entry.split() for key in keys for entry in lexicon.words("phrases", key))
    return last - _BEHIND_QUALIFIER, last.union(entry[-2] for entry in entries if len(entry) > 1)


def may_qualify(left: str) -> bool:
    """Tell whether the last words of a text can be a qualifier, with the verb behind it or without."""
    *before, last = left[-_WORDS_REACH:].rsplit(maxsplit=2)[-2:] or ("",)
    ends, stems = _ends_of_qualifiers()
    last = last.lstrip(_OPENS)
    return last in ends or (last in _BEHIND_QUALIFIER and bool(before) and before[0].lstrip(_OPENS) in stems)


@cache
def hints(key: str) -> tuple[str, ...]:
    """Return words, as few as go, of which a text that holds an entry of a list holds one."""
    entries = [entry.split() for entry in lexicon.words("phrases", key)]
    shared = Counter(word for entry in entries for word in set(entry))
    chosen = {max(entry, key=lambda word: (shared[word], len(word))) for entry in entries}
    return tuple(word for word in chosen if not any(other in word for other in chosen - {word}))


def may_tell(key: str, text: str) -> bool:
    """Tell whether a folded text holds a word without which no entry of a list stands in it."""
    return any(map(text.__contains__, hints(key)))


def tells(key: str, text: str) -> bool:
    """Tell whether a folded text holds an entry of a list."""
    return may_tell(key, text) and _word_of(key).search(text) is not None


@cache
def change_before() -> re.Pattern[str]:
    """A verb of change right before a number: groups `up` or `down`, `to` where it tells a level reached."""
    to_level = _any("change.to_level")
    against = r"(?:so với|so)(?: +[^\s,;:.()]+){1,9}?"
    to_a_level = rf"(?P<to>{to_level}){_END}"
    plan = rf"{_any('base.plan')}{_END}(?: +[^\W\d_]+){{0,3}}?"
    than = r"(?<=hơn )(?P<than>[^,;:()]{3,70}?)"
    return re.compile(
        rf"\b(?:(?P<up>{_any('change.up')})|(?P<down>{_any('change.down')}))"
        rf"(?:,? +(?:{_between()}{_END}|{to_a_level}|{against}|{plan}|{than}))*"
        r"(?:(?<=kỳ),|(?<=trước),|(?<=[0-9]),)?[ :(]*$"
    )


@lru_cache(maxsize=64)
def is_change_before(text: str) -> bool:
    """Tell folded text that ends with a verb of change right before a number; asked again for one number."""
    return change_before().search(text, max(0, len(text) - _CHANGE_LETTERS)) is not None


@cache
def share_before() -> re.Pattern[str]:
    """A verb of share right before a number."""
    return re.compile(rf"\b{_any('share.verbs')}(?: +{_between()})* *$")


@cache
def ratio_before() -> re.Pattern[str]:
    """A verb of attainment right before a number."""
    return re.compile(rf"\b{_any('ratio.verbs')}(?: +{_between()})* *$")


def shares(tail: str) -> bool:
    """Tell whether a verb of share ends a text."""
    return may_tell("share.verbs", tail) and share_before().search(tail) is not None


def attains(tail: str) -> bool:
    """Tell whether a verb of attainment ends a text."""
    return may_tell("ratio.verbs", tail) and ratio_before().search(tail) is not None


@cache
def times_before() -> re.Pattern[str]:
    """A word that makes "2 lần" a ratio right before a number."""
    return re.compile(rf"\b{_any('ratio.times_before')}(?: +{_between()})* *$")


@cache
def qualifier_before(name: str) -> re.Pattern[str]:
    """A qualifier right before a number, or before its "từ" or verb of change."""
    words = _any("qualifier." + name)
    compared = "".join(rf"(?<!{word} )" for word in _COMPARATIVES)
    return re.compile(
        rf"(?<![^\W_]){compared}{words}(?: +(?:từ|đạt|là|mức|có|được|tăng|giảm|chiếm|bằng))? *$"
    )


@cache
def against() -> re.Pattern[str]:
    """A comparison with its marker: group `what` is what the figure is held against."""
    so = r"so(?= +(?:cùng|kế|dự|năm|tháng|quý|tuần|đầu|cuối|kh|ck))"
    marker = rf"(?:so với|{so}|svck|sv(?![^\W_])|tăng so|giảm so)"
    verbs = r" (?:và|nhưng|song|còn|trong đó|đạt|là|thì|do|chiếm|tương)\b"
    changes = r"(?<!mức)(?<!tốc độ) (?:tăng|giảm)\b"
    return re.compile(rf"\b{marker}(?P<what>[^;:()]*?)(?=$|[;:()]|,(?! ?20)|\.(?![0-9])|{verbs}|{changes})")


@cache
def attained() -> re.Pattern[str]:
    """What a share or attainment is of, right behind the number: "… kế hoạch năm", "… cùng kỳ"."""
    plan, same = _any("base.plan"), _any("base.same_period")
    return re.compile(rf" *(?:so với|so|của|với|mức|tổng)? *(?:(?P<plan>{plan})|(?P<same>{same})){_END}")


@cache
def base_words(name: str) -> re.Pattern[str]:
    """Any word of one list of bases."""
    return _word_of("base." + name)


@cache
def _word_of(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){_any(key)}{_END}")


@cache
def aim() -> re.Pattern[str]:
    """A word of aiming or foreseeing, but not what a figure is held against, nor a programme's name."""
    return re.compile(
        rf"(?<!với )(?<!hơn )(?<!trình )(?<!đạt )(?<!thành )(?<!vượt )(?<![^\W_]){_any('base.aims')}{_END}"
    )


@cache
def cut_burden() -> re.Pattern[str]:
    """A burden right behind the number by which a measure cuts it: "20% thời gian giải quyết"."""
    return re.compile(rf" *(?:các |số |mức )?{_any('base.cut')}{_END}")


@cache
def no_growth() -> re.Pattern[str]:
    """Words with which a percentage is no growth, or tells its own kind."""
    return _word_of("change.no_growth")


@cache
def beyond_mark() -> re.Pattern[str]:
    """A mark above (`up`) or below (`down`) which a measure stands, right before its number."""
    return re.compile(
        rf"\b(?:(?P<up>trên|vượt|cao hơn|quá)|(?P<down>dưới|thấp hơn|kém))(?: (?:mức|cả|đỉnh|so với))*"
        rf" {_any('base.marks')}{_END}[^,;:()]{{0,30}}$"
    )


@cache
def of_time() -> re.Pattern[str]:
    """A time right behind "bằng 92%" that the share is held against: group `what`."""
    years = rf"(?:cả )?năm (?:trước|ngoái|{_YEAR})|(?:tháng|quý|tuần) (?:trước|[0-9iv]+)"
    return re.compile(
        rf" *(?:so với |so |của |mức )*(?P<what>(?:{years}|{_any('base.usual')}){_END}[^,;.()]*)"
    )


@cache
def of_noun() -> re.Pattern[str]:
    """A noun right behind a number that tells what the number is a part of."""
    return re.compile(
        r" +(?!(?:so|và|của|mức|năm|tháng|do|nhờ|vì|về|thì|nhưng|trong|tại|theo|cao|thấp|nên|khi|bởi)\b)"
        r"[^\W\d_]"
    )


@cache
def leading_connectors() -> re.Pattern[str]:
    """Connectors, time and place that stand before a subject, as many as there are."""
    item = r"(?:[\s(]*[0-9a-z]{1,2}[.)\]] )?"
    signs = r"[\s,;:.()\"'*+•\-–\[\]»]"
    words = _any("head.connectors", "head.places")
    aim = rf"(?:kéo )?(?:giảm|tăng|nâng|duy trì|giữ)(?= +(?:{_any('subject.measures')}|hộ nghèo){_END})"
    return re.compile(
        rf"{item}{signs}*(?:(?!bình quân đầu người)(?:{_leading_time()}|{words}{_END}|{aim})[\s,:.()\-]*)+"
        rf"|{signs}+"
    )


def _leading_time() -> str:
    prepositions = (
        "trong|đến|tính đến|tính từ|từ|hết|vào|của|cuối|đầu|giữa|lũy kế|tính chung|riêng|ước tính|ước"
        "|bước vào|sang|đến hết|so với"
    )
    part = r"(?:đầu |cuối |trung tuần |hạ tuần |thượng tuần )?(?:tháng|quý|năm)"
    day = r"[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{4})?"
    which = r"(?:[0-9ivx]+\b|này|nay|qua|trước|báo cáo)(?:[/.-][0-9]+)*(?: *(?:-|đến|và) *[0-9/.-]+)?"
    kinds = (
        r"ngày +[0-9/.-]+",
        rf"{part} +{which}(?: +năm +[0-9]+)?",
        r"[0-9]{1,2} (?:giờ|ngày|tuần|tháng|năm) qua",
        r"[0-9]{1,2} tháng(?: đầu| cuối)?(?: năm)?(?:[ /][0-9]{4})?",
        r"(?:năm|tháng|quý) [0-9]{4}",
        r"năm học [0-9 -]+",
        r"cả năm(?: [0-9]{4}| nay)?",
        r"kịch bản (?:[0-9]+|cao|thấp|cơ sở),?",
        rf"{day} (?:đến|-) (?:ngày )?{day}",
        r"(?:bình quân|trung bình)? ?(?:1|một|mỗi) ngày",
        r"(?:tháng|quý) (?:giêng|chạp|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?)(?=[ ,])",
    )
    return rf"(?:(?:{prepositions})? *(?:{'|'.join(kinds)}))"


@cache
def trailing_linkers() -> re.Pattern[str]:
    """The predicate between a subject and its number, as many words as there are."""
    words = _any(*_LINKERS)
    kept = (
        r"(?!(?<=tổng )trị giá|(?<=cấp )mới|(?<=thành lập )mới|(?<=trồng )mới|(?<=xây )mới|(?<=hàng )không"
        r"|(?<=cuối )cùng|(?<=tiện )đi|(?<=đi )lại|còn(?= lại)|(?<=còn )lại"
        r"|(?<=dân số )trung bình|(?<=nhiệt độ )trung bình"
        r"|(?<=phát )hiện|(?<=xuất )hiện|(?<=thể )hiện|(?<=thống )nhất|(?<=năm )nay"
        r"|(?<=cân )bằng|(?<=mặt )bằng|(?:bình quân|trung bình)(?= +(?:đạt|ước|là|tăng|giảm|bằng|còn)\b))"
    )
    return re.compile(rf"(?:(?:^|(?<=[\s,:(\"])){kept}(?:{words})[\s,:(\"]*)+$")


@cache
def linker_ends() -> frozenset[str]:
    """The last words of all predicates before a number: words with another last word have none."""
    return frozenset(words.split()[-1] for key in _LINKERS for words in lexicon.words("phrases", key))


@cache
def predicate() -> re.Pattern[str]:
    """A verb after which a subject has ended."""
    before = (
        "tốc độ",
        "mức",
        "tỷ lệ",
        "hệ số",
        "số",
        "vốn",
        "mục tiêu",
        "dự báo",
        "đà",
        "bị",
        "cắt",
        "bị cắt",
    )
    nouns = "".join(rf"(?<!{noun})" for noun in before)
    return re.compile(rf"{nouns} +(?!tăng trưởng){_any('head.predicates')}{_END}")


@cache
def generic_head() -> re.Pattern[str]:
    """Words too general to tell what is counted, from the left, as many as there are."""
    return re.compile(rf"^(?:{_any('head.generic')}{_END}[\s,]*)+")


@cache
def actor() -> re.Pattern[str]:
    """Who did something, before what was done."""
    return re.compile(rf"{_any('head.actors')}{_END}")


@cache
def action() -> re.Pattern[str]:
    """A verb that tells what someone did."""
    return re.compile(rf"(?<=[ ,])(?<!các )(?<!hai )(?<!cung ){_any('head.actions')}{_END}")


@cache
def tail_stop() -> re.Pattern[str]:
    """What ends the words behind a counted noun."""
    no_stops = r"trong +nước|tăng +vốn|bằng +(?:cấp|chứng|lái|khen|sáng)"
    stops = rf"(?<!mặt)(?<!cân) +(?!{no_stops}){_any('tail.stops')}{_END}"
    return re.compile(rf"[,;:()!?/]|\.(?= |$)|\.\.| - |{stops}")


@cache
def listed_tail() -> re.Pattern[str]:
    """More things of one kind behind the first: ", tiểu học, THCS và THPT đạt chuẩn", ", tờ rơi"."""
    closed = _any("head.actions", "head.predicates", "head.linkers", "head.connectors", "head.reports")
    other = _any("subject.measures", "subject.alone", "casualties.states", "tail.no_items", "tail.stops")
    first = rf"(?!(?:{closed}|{other}){_END})[^\W\d_]+"
    short = rf", {first}(?: [^\W\d_]+){{0,2}}"
    last = rf"{first}(?: [^\W\d_]+){{0,8}}?(?=[;.,()\"“]| +{_any('tail.stops')}{_END})"
    return re.compile(rf"(?P<several>(?:{short}){{1,4}}(?:,|,? và|,? hoặc|,? hay) {last})|, {last}")


@cache
def measure_head() -> re.Pattern[str]:
    """A measure at the beginning of a subject: "sản lượng", "diện tích"."""
    return re.compile(rf"{_any('subject.measures')}{_END}")


@cache
def unlisted() -> re.Pattern[str]:
    """A measure that begins a clause of its own behind a comma: "…, CPI tăng"."""
    return re.compile(rf"{_any('subject.measures', 'subject.alone')}{_END}")


@cache
def time_tail() -> re.Pattern[str]:
    """A time at the end of a subject."""
    kinds = (
        r"ngày [0-9/.-]+",
        rf"(?:đầu |cuối )?(?:tháng|quý) +[0-9ivx]+(?:[/.-][0-9]+)*(?: năm {_YEAR})?",
        rf"[0-9]{{1,2}} tháng(?: đầu)?(?: năm)?(?: {_YEAR})?",
        rf"(?:cả |cuối |đầu )?năm {_YEAR}",
        r"năm (?:nay|qua)",
        r"cùng ngày",
        r"(?:từ đầu năm )?đến [0-9]{1,2}[/-][0-9/-]+",
        r"(?<!bàn )(?<!chuyển )giao(?: tháng [0-9/]+)?",
        r"(?:đóng cửa|chốt)(?: (?:phiên|tuần|cuối tuần|thứ [^ ,]+))+",
        r"(?:theo chuẩn(?: nghèo)?(?: đa chiều)? )?giai đoạn [0-9]{4} ?- ?[0-9]{4}",
        rf"năm {_YEAR} của (?:huyện|tỉnh|thành phố)",
        r"(?:tháng|quý) (?:này|nay)",
        rf"tháng (?:giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?)(?: năm {_YEAR})?",
        r"trong (?:tháng|quý|năm|kỳ|ngày)",
        r"tại thời điểm [0-9/.-]+",
        r"theo giá (?:so sánh|hiện hành|cố định|thực tế)(?: năm)?(?: [0-9]{4})?",
        r"(?:[0-9]{1,2} )?tháng(?: đầu)?(?: năm)?/?[0-9]{4}",
    )
    prepositions = r"(?:trong |của |đến |tính đến |hết |ước |vào )?"
    # A single character of a class comes first, to which `re` leaps.
    return re.compile(rf"[\s,(][\s,(]*{prepositions}(?:{'|'.join(kinds)})\)?$")


@cache
def between_shares() -> re.Pattern[str]:
    """What parts "12% về số vụ và 4% về số người": the words of the first, and a join."""
    return re.compile(r" +(?:về +(?:số )?|số )[^,;.()]{1,40}?(?:,| và|, và) *")


@cache
def common_predicate() -> re.Pattern[str]:
    """The verb at which the predicate that a list has in common begins."""
    return re.compile(rf" +{_any('tail.predicates')}{_END}")


@cache
def empty_subject() -> re.Pattern[str]:
    """Words that alone name no subject."""
    return re.compile(_any("subject.empty"))


@cache
def parties() -> frozenset[str]:
    """Return the countries and groups of countries or firms by which a total is told apart."""
    return frozenset(lexicon.words("phrases", "subject.parties"))


@cache
def party_kind() -> re.Pattern[str]:
    """What stands before the name of a market, a place or a firm."""
    return re.compile(rf"{_any('subject.party_kinds')} +")


@cache
def cause_of_measure() -> re.Pattern[str]:
    """Words up to a cause that itself is measured: "thu tăng nhờ giá dầu …"."""
    causes = r"(?:do|nhờ|vì|bởi|khiến|khi|thì|nếu|làm cho|làm|đẩy)"
    return re.compile(rf"[^,;:()]*\b{causes} (?:cho )?(?={_any('subject.measures', 'subject.causes')}{_END})")


@cache
def cause_clause() -> re.Pattern[str]:
    """A cause behind a number that itself tells of a measure: "… do giá gas tăng"."""
    causes = r"(?:do|nhờ|vì|bởi|khiến|(?:sau )?khi|thì|làm cho|làm|đẩy)"
    measured = rf"(?={_any('subject.measures', 'subject.causes')}{_END})"
    return re.compile(rf" (?:chủ yếu |một phần )?{causes} (?:mức |cho )?{measured}")


@cache
def reported() -> re.Pattern[str]:
    """Who says what, up to what is said: "Tổng cục Thống kê công bố …"."""
    return re.compile(rf"^.*\b{_any('head.reports')}\b(?! của)")


@cache
def place_noun() -> re.Pattern[str]:
    """A place or a household in which something happens."""
    return re.compile(_any("casualties.places"))


@cache
def group_noun() -> re.Pattern[str]:
    """A group of goods, a trade or a place that itself rises or falls: "nhóm hàng", "địa phương"."""
    return re.compile(rf"(?:nhóm|ngành|mặt hàng|sản phẩm|mã|{_any('casualties.places')}){_END}")


@cache
def happened_at() -> re.Pattern[str]:
    """That something happened at the places counted next: group `verb`."""
    verbs = _any("casualties.happenings")
    return re.compile(
        rf"\b(?:đã |còn |đang )?(?P<verb>{verbs})(?: mới| thêm| lại)*(?: (?:tại|ở|trên địa bàn|trên))? *$"
    )


@cache
def no_topic() -> re.Pattern[str]:
    """Words in a label or heading that name no topic: "cụ thể như sau", "kết quả thực hiện"."""
    return re.compile(rf"\b{_any('subject.no_topics')}{_END}")


@cache
def no_heading_topic() -> re.Pattern[str]:
    """Words and signs in a heading that name no single topic."""
    joins = r"[,;/&+]| - | và (?!linh kiện|sản phẩm|phụ tùng|phụ kiện)"
    return re.compile(rf"{joins}|\b{_any('subject.no_topics')}{_END}")


@cache
def bare_subject() -> re.Pattern[str]:
    """Words that only name a measure, a trade or a unit of things, of which a topic is left out."""
    words = _any("subject.bare", "subject.measures")
    return re.compile(rf"{words}(?: +(?:{words}|đạt|được|trong|là))*")


@cache
def standing() -> re.Pattern[str]:
    """A verb that tells a place in an order, after which no subject goes on."""
    return re.compile(rf" +{_any('head.standings')}{_END}")


@cache
def casualty() -> re.Pattern[str]:
    """What happened to the people that a number counts: "chết", "bị thương"."""
    return re.compile(rf"\b{_any('casualties.states')}{_END}")


@cache
def way() -> re.Pattern[str]:
    """A way of traffic of which an accident is told: group `way`."""
    predicate = r"(?: (?:vẫn|chiếm|tỷ lệ|lớn|nhất|xảy ra|có|với|cao|tới|trên|làm|thì|cũng|đã|ghi nhận))*"
    return re.compile(rf"(?:lĩnh vực |trên )?(?P<way>{_any('casualties.ways')}){_END}{predicate}")


@cache
def events() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the events that hurt people, each with the words that tell of it."""
    named = lexicon.table("phrases")["casualties"]["events"]
    return tuple((name, re.compile(lexicon.any_of("phrases", f"casualties.events.{name}"))) for name in named)


@cache
def goes_on() -> re.Pattern[str]:
    """A noun at the end of a text that another one completes behind the comma: "nông, lâm nghiệp"."""
    return re.compile(rf"(?<![^\W_]){_any('subject.goes_on')} *$")
