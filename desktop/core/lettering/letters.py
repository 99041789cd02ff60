"""Reads the texts of one file in Unicode, having seen them all: by font where there is one, else by content.

A file may mix encodings, even within one cell: each word is judged by itself first, then by what stands
around it, then by its file. Digits, ASCII, and words that are Vietnamese as they stand are never changed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from desktop.core.lettering.change import Change, applied
from desktop.core.lettering.decoding import capitals_in, changes_in, symbols_in
from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.fonts import FontLetters, FontSpan
from desktop.core.lettering.lettering import Lettering, Sample
from desktop.core.lettering.recognising import TELLING_LETTERS, Evidence
from desktop.core.lettering.viqr import viqr_changes
from desktop.core.lettering.western import as_western
from desktop.core.lettering.words import (
    OLD_LETTERS,
    WORD,
    count_of_modern_words,
    is_plainly_old,
    readings_of,
    word_changes,
    words_in,
)

_SAMPLE_CHARACTERS = 160


class Letters:
    """Decodes the texts of one file, or of one sheet; `texts` are those in no old font.

    `chosen` is the encoding the user says the file is in, UTF8 for none. `is_bytes` says that the texts are
    bytes of an unknown encoding shown as Western letters: then one encoding holds for all of them. `expected`
    are the encodings of the file's fonts, for which less has to speak.
    """

    def __init__(
        self,
        texts: Iterable[str],
        *,
        chosen: Encoding | None = None,
        is_bytes: bool = False,
        expected: frozenset[Encoding] = frozenset(),
    ) -> None:
        self._evidence = Evidence(is_bytes, expected)
        for text in texts:
            self._evidence.add(text)
        self._chosen = chosen
        self._is_bytes = is_bytes
        self._found = self._evidence.sure() if chosen is None else frozenset((chosen,)) - {Encoding.UTF8}
        self._old = self._found & set(OLD_LETTERS)
        self._leader = self._evidence.leader(self._old)
        self._by_font: Counter[Encoding] = Counter()
        self._by_content: Counter[Encoding] = Counter()

    @property
    def found(self) -> frozenset[Encoding]:
        """The old encodings that the texts in no old font are read in."""
        return self._found

    def decode(self, text: str, fonts: Sequence[FontSpan] = ()) -> str:
        """Return `text` in Unicode; `fonts` are the stretches of it in old fonts."""
        if not fonts and not self._found:
            return text
        return applied(text, self.changes(text, fonts))

    def changes(self, text: str, fonts: Sequence[FontSpan] = ()) -> Iterator[Change]:
        """Yield what `decode` changes, in order."""
        at = 0
        for span in fonts:
            yield from self._by_content_in(text, at, span.start)
            yield from self._by_font_in(text, span)
            at = span.end
        yield from self._by_content_in(text, at, len(text))

    def lettering(self) -> Lettering:
        """Return what was made of the texts decoded so far, and what is in doubt."""
        samples = [] if self._chosen is not None else self._samples()
        return Lettering(
            chosen=self._chosen,
            by_font=tuple(sorted(self._by_font)),
            by_content=tuple(sorted(self._by_content)),
            is_sure=not samples,
            samples=tuple(samples),
        )

    def _samples(self) -> list[Sample]:
        """Return the readings there are to choose from, the texts as they are last; none if none differs."""
        doubtful = self._evidence.doubtful()
        as_is = self._sample(Encoding.UTF8) if doubtful else Sample(Encoding.UTF8, ())
        samples = [sample for sample in map(self._sample, doubtful) if sample.lines != as_is.lines]
        return [*samples, as_is] if samples else []

    def _sample(self, encoding: Encoding) -> Sample:
        reading = Letters((), chosen=encoding, is_bytes=self._is_bytes)
        texts = self._evidence.telling_texts
        return Sample(encoding, tuple(reading.decode(text)[:_SAMPLE_CHARACTERS].strip() for text in texts))

    def _by_content_in(self, text: str, start: int, end: int) -> Iterator[Change]:
        if start >= end or not self._found:
            return
        if Encoding.TWICE in self._found:
            yield from self._counted(changes_in(text, Encoding.TWICE, start, end), Encoding.TWICE)
        elif Encoding.VIQR in self._found and text.isascii():
            yield from self._counted(viqr_changes(text, start, end), Encoding.VIQR)
        elif self._is_bytes:
            yield from self._all_words(text, start, end)
        else:
            yield from self._each_word(text, start, end)

    def _all_words(self, text: str, start: int, end: int) -> Iterator[Change]:
        for encoding in self._old:
            for match in WORD.finditer(text, start, end):
                yield from self._counted(word_changes(match[0], encoding, match.start()), encoding)

    def _each_word(self, text: str, start: int, end: int) -> Iterator[Change]:
        words = list(words_in(text, start, end))
        around = Counter(
            encoding
            for _, _, word in words
            if len(readings := self._readings(word)) == 1
            for encoding in readings
        )
        if modern := count_of_modern_words(text, start, end):
            around[Encoding.UTF8] += modern
        for at, _, word in words:
            encoding = self._reading(word, around)
            if encoding is not Encoding.UTF8:
                yield from self._counted(word_changes(word, encoding, at), encoding)

    def _readings(self, word: str) -> frozenset[Encoding]:
        """Return in which encodings `word` may be; a short one also in none, as a sign or a unit."""
        readings = readings_of(word) & (self._old | {Encoding.UTF8})
        return readings | {Encoding.UTF8} if readings and len(word) < TELLING_LETTERS else readings

    def _reading(self, word: str, around: Counter[Encoding]) -> Encoding:
        """Return the encoding of `word`, in a text whose sure words are counted in `around`."""
        readings = self._readings(word)
        if len(readings) == 1:
            return next(iter(readings))
        leader = around.most_common(1)[0][0] if around else self._usual
        if readings:
            return leader if leader in readings else Encoding.UTF8
        is_old = leader is not Encoding.UTF8 and is_plainly_old(word, leader)
        return leader if is_old else Encoding.UTF8

    @property
    def _usual(self) -> Encoding:
        return self._leader if self._chosen is None else self._chosen

    def _by_font_in(self, text: str, span: FontSpan) -> Iterator[Change]:
        if not span.letters.is_capital and text.isascii():
            return
        western = as_western(text)
        at = span.start
        for match in WORD.finditer(text, span.start, span.end):
            if _is_modern(match[0], western[slice(*match.span())], span.letters):
                yield from self._font_changes(text, western, FontSpan(at, match.start(), span.letters))
                at = match.end()
        yield from self._font_changes(text, western, FontSpan(at, span.end, span.letters))

    def _font_changes(self, text: str, western: str, span: FontSpan) -> Iterator[Change]:
        encoding, start, end = span.letters.encoding, span.start, span.end
        changes = self._counted(changes_in(western, encoding, start, end), encoding, is_font=True)
        changes = symbols_in(text, western, changes, start, end)
        return capitals_in(western, changes, start, end) if span.letters.is_capital else changes

    def _counted(
        self, changes: Iterable[Change], encoding: Encoding, *, is_font: bool = False
    ) -> Iterator[Change]:
        counter = self._by_font if is_font else self._by_content
        for change in changes:
            counter[encoding] += 1
            yield change


def _is_modern(word: str, western: str, letters: FontLetters) -> bool:
    """Tell whether `word`, although in an old font, was typed in Unicode: another font then shows it."""
    if word.isascii():
        return False
    readings = readings_of(word)
    return Encoding.UTF8 in readings and letters.encoding not in readings_of(western)
