"""Names of people and places in a sentence, as capitals and the words before them show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.interrogatives import FUNCTION_WORDS
from assistant.values.words import MONTHS
from corpus.text import fold, words

__all__ = ["ProperName", "person_names", "place_names", "proper_names"]

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*\.?")
_WITHIN: Final = re.compile(r"[ .]{0,2}|\s?[-–]\s?")
_OPENS: Final = re.compile(r"(?:^|[.?!:;“\"(]\s?)\W{0,3}$")
_TITLES: Final = frozenset(
    words(
        """
    gubernur governor walikota wali mayor bupati regent presiden president menteri minister ketua
    chair chairman chairwoman chairperson speaker direktur director kepala head sekretaris secretary
    duta ambassador jenderal general profesor professor prof dr drs ir mr mrs ms bapak ibu pak bu
    raja king sultan kaisar emperor pupuhu kapala wakil vice deputy dekan dean rektor rector sir
    haji hj h kolonel letnan mayjen perdana prime dpr dprd
    """
    )
)
_COMMON: Final = frozenset(
    words(
        """
    kota kabupaten negara nagara provinsi propinsi city government pemerintah pamarentah
    memorandum understanding program programme perjanjian perjangjian agreement treaty undang mou
    sister service public smart peace war bab chapter universitas university hubungan ilmu
    international internasional perserikatan bangsa berdasarkan kementerian ministry dinas badan
    bahasa basa language tabel table gambar figure pasal article undang-undang peraturan skripsi
    """
    )
)
_SORTS: Final = frozenset(
    words(
        """
        gedung building balai hall aula hotel jalan jl street kampus campus taman park stadion
        stadium museum pelabuhan port bandara airport stasiun station gunung mount sungai river
        pulau island desa village kecamatan district kampung pasar market sekolah school
        """
    )
)
"""What sort of place a name is of: it stays in the name and does not tell it from another."""
_AGENT: Final = re.compile(r"(?:^|\W)(?:oleh|by|ku)\s$", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"(?:^|\W)(?:di|ke|dari|in|at|to|from|dina|ka|kana|ti|kota|city of|negara|nagara|provinsi|"
    r"kabupaten|town of|near|antara|between|antawis)\s$",
    re.IGNORECASE,
)
_LONG: Final = 3
_FULL: Final = 2


@dataclass(frozen=True, slots=True)
class ProperName:
    """A run of capitalised words at ``[start, end)``; ``words`` are folded.

    ``opens``: it opens a sentence, so that its first capital says nothing.
    """

    words: tuple[str, ...]
    start: int
    end: int
    opens: bool


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


def proper_names(text: str) -> tuple[ProperName, ...]:
    """Return the runs of capitalised words of ``text``, in order.

    Function words and months at their beginning are left out.
    """
    runs: list[list[_Token]] = []
    for match in _TOKEN.finditer(text):
        if not match[0][0].isupper():
            continue
        token = _Token("".join(words(match[0])), match.start(), match.end())
        if runs and _WITHIN.fullmatch(text[runs[-1][-1].end : token.start]):
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(name for run in runs for name in _named(text, run))


def _named(text: str, run: Sequence[_Token]) -> Iterator[ProperName]:
    kept = list(run)
    while kept and (kept[0].word in FUNCTION_WORDS or kept[0].word in MONTHS):
        kept = kept[1:]
    if kept:
        start, end = kept[0].start, kept[-1].end
        end -= text[start:end].endswith(".")
        opens = _OPENS.search(text[max(0, start - 6) : start]) is not None
        yield ProperName(tuple(token.word for token in kept if token.word), start, end, opens)


def person_names(text: str) -> tuple[ProperName, ...]:
    """Return the names of ``text`` that may be a person's: full ones, or with a title before.

    Titles are left out, and the place that a title is of (*Gubernur Jakarta …*).
    """
    return tuple(_persons(text))


def _persons(text: str) -> Iterator[ProperName]:
    for name in proper_names(text):
        told = list(_tokens_of(text, name))
        behind = _AGENT.search(text[max(0, name.start - 6) : name.start]) is not None
        titled = bool(told) and told[0].word in _TITLES
        while told and told[0].word in _TITLES | _COMMON:
            told = told[1:]
        if titled and len(told) >= _LONG:
            told = told[1:]
        if any(token.word in _COMMON for token in told):
            continue
        if len(told) >= _FULL or ((titled or behind) and told):
            end = min(told[-1].end, name.end)
            yield ProperName(tuple(t.word for t in told), told[0].start, end, name.opens)


def _tokens_of(text: str, name: ProperName) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text, name.start, name.end):
        if match[0][0].isupper():
            yield _Token(fold(match[0]).rstrip("."), match.start(), match.end())


def place_names(text: str) -> tuple[ProperName, ...]:
    """Return the names of ``text`` behind a word of place, as *di* or *City of*.

    What sort of place it is (*Gedung*) is shown and is none of the ``words``.
    """
    found: list[ProperName] = []
    for name in proper_names(text):
        told = [token for token in _tokens_of(text, name) if token.word not in _COMMON]
        own = tuple(token.word for token in told if token.word not in _SORTS)
        behind = _PLACE.search(text[max(0, name.start - 12) : name.start]) is not None
        if own and (behind or len(told) < len(name.words)):
            end = min(told[-1].end, name.end)
            found.append(ProperName(own, told[0].start, end, opens=False))
    return tuple(found)
