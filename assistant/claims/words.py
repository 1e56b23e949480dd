"""A statement, or a sentence of a source, as the verifier reads it.

What is not seen is dropped and other forms of the same character are made one, so that
digits of full width or a character of no width neither hide a change nor make one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from assistant.claims.cue_kinds import CueKind
from assistant.claims.cues import CUES
from assistant.claims.name_forms import MONTHS
from assistant.interrogatives import FUNCTION_WORDS
from assistant.values.reading import Value, read_values
from corpus.language import Language
from corpus.text import fold, visible

__all__ = ["Cue", "Reading", "Token", "plain", "read"]

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W\d_]+)*")
_BREAK: Final = re.compile(r"[,;:()\[\]!?…\"“”«»]|\.(?=\s|$)|—")
_SENTENCE_END: Final = re.compile(r"[.!?…]")
_LATIN: Final = re.compile(r"[a-z0-9']*")
_SPACE: Final = re.compile(r"\s+")
_SHORT_NOT: Final = re.compile(r"\b(\w+?)(?:n['’]t|(?<=\bcan)not)\b")
_LONG_NOT: Final = {"ca": "can", "wo": "will", "sha": "shall"}
"""*can't* and *cannot* are read as *can not*: they are able as well as denied."""
_MORE_FUNCTION_WORDS: Final = frozenset(
    fold(
        """
        merupakan ialah telah serta maupun atau dan ataupun hingga sampai agar guna demi kemudian
        lebih lanjut selanjutnya lalu para sang si pun nya sebuah suatu seorang tiap secara oleh
        karena karenanya sehingga maka namun tetapi tapi sedangkan sementara selain itu tersebut
        berupa saling sendiri pula antar sebab sebuah beberapa bersama terkait beserta mana dimana
        sebanyak sebesar senilai setinggi sepanjang sedangkan yakni
        tersendiri rangka adanya terdapat ialah berikut sejumlah dilakukan melakukan menjadi
        its which also not both each other another one such through during within between among
        while where who whose while after before than then thus therefore hence because due since
        these those only own same so very just any every since out per s d t ll re ve cannot
        became become becomes having make makes made take took get got going go done
        carried conducted conduct conducting namely itself themselves himself herself upon under
        over above below onto toward towards via per
        sarta ogé nu anu éta ieu tina kana ka di dina ku ti jeung sareng atawa atanapi nya nyaeta
        nyaéta mangrupa mangrupi minangka téh mah sacara antara antawis ngalangkungan ngaliwatan
        sedengkeun sabalikna saloba saageung
        saterusna salajengna lajeng kalayan janten jadi kituna sabab margi kusabab bari sajaba
        salian lian sajabi oge deuih boh dugi nepi hiji sahiji salah sababaraha kalawan sakaligus
        tahun taun year years tanggal kaping date bulan month sasih abad
        ngalakukeun dilakukeun dilaksanakeun ngalaksanakeun gaduh boga mibanda miboga
        """
    ).split()
)
"""Words of grammar, and verbs that say no more than *do*, *be* and *have*."""
_CARRYING: Final[Mapping[Language, frozenset[str]]] = {
    "id": frozenset({"teh", "baris", "asa", "tos", "sami"}),
    "en": frozenset({"tea", "sok", "tos", "bade", "sami"}),
    "su": frozenset({"well", "like", "may"}),
}
"""Words that carry meaning here and are words of grammar in another language: *teh*, *tea*."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text.

    ``word`` is folded, ``raw`` as it stands; ``clause`` counts the stretches between
    marks of punctuation and ``sentence`` those between full stops; ``opens`` tells
    that a sentence or a quotation begins with it, so that its capital says nothing.
    ``content`` tells that it carries meaning of its own.
    """

    word: str
    raw: str
    start: int
    end: int
    clause: int
    sentence: int
    opens: bool
    content: bool

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital anywhere."""
        return any(char.isupper() for char in self.raw)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make a statement weaker, conditional, denied or another's.

    ``first``/``last`` are the places of its first and last token.
    """

    kind: CueKind
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text with its words, cues and values; offsets count in ``text``, which is plain.

    Two readings are equal only if they are one.
    """

    text: str
    language: Language
    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    values: tuple[Value, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words, in order."""
        return tuple(token.word for token in self.tokens)

    def places(self) -> tuple[int, ...]:
        """Return the places of the tokens that carry meaning and are no number."""
        return tuple(
            place
            for place, token in enumerate(self.tokens)
            if token.content and not token.word[0].isdigit()
        )

    def at(self, start: int, end: int) -> tuple[int, ...]:
        """Return the places of the tokens that touch a stretch of the text."""
        return tuple(
            place
            for place, token in enumerate(self.tokens)
            if token.start < end and token.end > start
        )


def plain(text: str) -> str:
    """Return ``text`` as it is seen: composed, in common forms, in one line.

    Digits of every script and width are those of ASCII.
    """
    seen = unicodedata.normalize("NFKC", visible(text))
    if not seen.isascii():
        seen = "".join(
            str(unicodedata.decimal(char)) if char.isdecimal() else char for char in seen
        )
    seen = _SHORT_NOT.sub(lambda match: _LONG_NOT.get(fold(match[1]), match[1]) + " not", seen)
    return _SPACE.sub(" ", seen).strip()


@lru_cache(maxsize=4_096)
def read(text: str, language: Language) -> Reading:
    """Read a plain text (see ``plain``) in the language that it is written in."""
    tokens = _tokens(text, language)
    found = _cues(tokens, language)
    silent = {place for cue in found for place in range(cue.first, cue.last + 1)}
    values = read_values(text)
    silent.update(
        place
        for place, token in enumerate(tokens)
        if any(value.start < token.end and value.end > token.start for value in values)
    )
    told = tuple(
        _bare(token) if place in silent and token.content else token
        for place, token in enumerate(tokens)
    )
    return Reading(text, language, told, found, values)


def _bare(token: Token) -> Token:
    return replace(token, content=False)


def _tokens(text: str, language: Language) -> tuple[Token, ...]:
    found: list[Token] = []
    clause, sentence, last, opens = 0, 0, 0, True
    for match in _TOKEN.finditer(text):
        between = text[last : match.start()]
        if _BREAK.search(between):
            clause += 1
            ended = _SENTENCE_END.search(between) is not None
            sentence += ended
            opens = ended or between[-1:] in "“\"'(‘"
        word = fold(match[0]).removesuffix("'s")
        found.append(
            Token(
                word=word,
                raw=match[0],
                start=match.start(),
                end=match.end(),
                clause=clause,
                sentence=sentence,
                opens=opens,
                content=_carries(word, language),
            )
        )
        last, opens = match.end(), False
    return tuple(found)


def _carries(word: str, language: Language) -> bool:
    if word in MONTHS:
        return False
    if word in _CARRYING[language]:
        return True
    return word not in FUNCTION_WORDS and word not in _MORE_FUNCTION_WORDS and len(word) > 1


def _cues(tokens: tuple[Token, ...], language: Language) -> tuple[Cue, ...]:
    """Return the cues of a text, in order; the longest at a place, and none within another."""
    words = [token.word for token in tokens]
    starts, position = {}, 0
    for place, word in enumerate(words):
        starts[position] = place
        position += len(word) + 1
    line = " ".join(words)
    ends = {start + len(words[place]): place for start, place in starts.items()}
    found = [
        Cue(kind, starts[match.start()], ends[match.end()])
        for kind, pattern in CUES[language].items()
        for match in pattern.finditer(line)
        if match.start() in starts and match.end() in ends
    ]
    found.sort(key=lambda cue: (cue.first, -cue.last, cue.kind != "none", cue.kind))
    kept: list[Cue] = []
    for cue in found:
        if not any(cue.first <= other.last and cue.last >= other.first for other in kept):
            kept.append(cue)
    return tuple(kept)
