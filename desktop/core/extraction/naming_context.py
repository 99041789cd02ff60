"""What a paragraph has said so far that its next number may lean on."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Context:
    """What a paragraph has said so far that its next number may lean on.

    `event` is what hurt people in it; `main_noun` is who answers where it tells of a survey; `aside_of` is
    what "trong đó" took a part of, up to the next semicolon; `named_first` is what a sentence begins with
    where its first number stands in brackets behind it; `is_part` tells that a sentence begins with
    "trong đó"; `main_whole` is the whole, and its unit, to which the sentences of a paragraph go back.
    """

    event: str = ""
    subject: str = ""
    parent: str = ""
    in_list: bool = False
    before_bracket: str | None = None
    main: str = ""
    noun: str = ""
    is_so_far: bool = False
    main_noun: str = ""
    way: str = ""
    is_survey: bool = False
    is_first: bool = True
    topic: str = ""
    is_labelled: bool = False
    tells_rates: bool = False
    measured: str = ""
    measured_unit: str = ""
    pending: str = ""
    aside_of: str = ""
    named_first: str = ""
    is_part: bool = False
    happened: str = ""
    whole: str = ""
    whole_unit: str = ""
    main_whole: tuple[str, str] = ("", "")
    subject_by_noun: dict[str, str] = field(default_factory=dict)
    subject_by_unit: dict[str, str] = field(default_factory=dict)

    def next_sentence(self) -> None:
        """Forget what does not reach beyond a sentence."""
        self.subject, self.parent, self.in_list, self.before_bracket = self.main, "", False, None
        self.is_so_far = self.is_survey = False
        self.is_first, self.way, self.happened = True, "", ""
        self.aside_of, self.named_first, self.is_part = "", "", False
        if self.main_whole[0]:
            self.whole, self.whole_unit = self.main_whole
        self.subject_by_unit = {}
