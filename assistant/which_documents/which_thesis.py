"""Which thesis a question is about: one that it points to, or those that it asks for.

*Apa tujuan skripsi ini?* points to one thesis and does not say which; *skripsi mana yang
memakai metode kualitatif?* asks for theses. What else a question names is what it is
``about``: the words that can tell one thesis from another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from assistant.interrogatives import FUNCTION_WORDS
from assistant.phrases import phrases
from assistant.question import Question
from assistant.which_documents.thesis_record import asked_chapters, asked_field, asked_part
from assistant.which_documents.thesis_words import ASKING, DOING, PARTS, PLACES, PLAIN, THESES, bare
from corpus.text import fold, words

__all__ = ["Reference", "read_reference"]

_ONE: Final = (
    r"(?:skripsi|tesis|disertasi|tugas akhir|karya (?:tulis|ilmiah)|penelitian|riset|makalah|"
    r"naskah|thesis|study|research|dissertation|paper|panalungtikan|panaliten)"
)
_MANY: Final = (
    r"(?:skripsi|tesis|disertasi|tugas akhir|karya (?:tulis|ilmiah)|penelitian|riset|makalah|"
    r"theses|thesis|stud(?:ies|y)|research(?: papers?)?|dissertations?|papers?|panalungtikan|"
    r"panaliten)"
    r"(?! (?:terdahulu|sebelumnya|samemehna|previous|prior|questions?|problems?|gaps?|methods?|"
    r"methodology|designs?|approach(?:es)?|objectives?|aims?|program(?:me)?s?|techniques?|"
    r"instruments?|topics?|subjects?|sites?|results?|findings?|purposes?|types?|lokasi)\b)"
)
_ABOUT: Final = (
    r"(?:tentang|mengenai|soal|perihal|seputar|terkait|about|on|regarding|concerning|ngeunaan|"
    r"perkawis|perkara|ihwal)"
)
_THAT: Final = rf"(?:yang|nu|anu|that|which|who|whose|with|dengan|di|in|\w+ing|{_ABOUT})"
_ALSO: Final = r"(?:saja|sajakah|aja|wae|bae)"
_PERHAPS: Final = r"(?:ga|gak|nggak|tidak|teu|henteu)"
_LIST: Final = (
    r"(?:sebutkan|tampilkan|tunjukkan|carikan|cari|daftar|daftarkan|sebatkeun|sebutkeun|"
    r"pidangkeun|pilarian|teangan|pang(?:milarian|neangan)keun|list|show|find|give|name|enumerate|"
    r"(?:looking|searching) for)"
)
_OF_ALL: Final = (
    r"(?: (?:semua|seluruh|judul|para|sadaya|sakabeh|kabeh|me|us|all|of|the|any|every|some|a))*"
)

_ASKS_WHICH: Final = phrases(
    r"""
    <many>(?: (?:yang|nu|anu))? mana(?:kah)?(?: <also>)?
    <many>(?= <that>.{0,80} mana <also>)
    <many>(?= <that>.{0,80} (?:ada|aya) (?:berapa|sabaraha|<perhaps>))
    """,
    many=_MANY,
    also=_ALSO,
    perhaps=_PERHAPS,
    that=_THAT,
)
"""These may stand at a question's end as well."""
_ASKS_FOR_THESES: Final = phrases(
    r"""
    judul <many>(?= <that>.{0,80} (?:apa|naon|mana) <also>)
    (?:naskah|dokumen) mana(?:kah)?(?: <also>)?(?= <that>)
    <many> (?:apa|naon|siapa|saha)(?: <also>)?(?= <that>)
    <many> (?:apa|naon) <also>
    (?:apa|naon|mana) <also> (?:judul )?<many>
    (?:ada|aya)(?:kah)?(?: <perhaps>)?(?: (?:berapa|sabaraha|banyak))?(?: judul)? <many>
    (?:ada|aya)(?:kah)?(?: <perhaps>)? (?:naskah|dokumen)(?= <that>)
    (?:berapa|sabaraha)(?: (?:banyak|jumlah|loba|seueur))? <many>(?= <that>)
    how many <many>
    any <many>(?= <that>)
    <list><of_all> (?:<many>|naskah|dokumen|documents?)(?=(?: please)? <that>)
    (?:which|what)(?: other)? <many>
    (?:which|what) of (?:the|these|those|your) <many>
    (?:which|what) documents?(?= (?:use|discuss|mention|cover|deal|contain|talk|study|are|is)\w*)
    (?:is|are) there (?:(?:any|a|an|some|other) )?<many>
    (?:is|are) there (?:(?:any|a|an|some|other) )?documents?(?= <that>)
    do (?:you|we) have (?:(?:any|a|an|some) )?<many>
    """,
    many=_MANY,
    also=_ALSO,
    perhaps=_PERHAPS,
    that=_THAT,
    list=_LIST,
    of_all=_OF_ALL,
)
_POINTS: Final = phrases(
    r"""
    <one> (?:ini|itu|tersebut|ieu|eta|teh|tadi|di atas)
    <one>(?:nya|na|ana)
    (?:ieu|eta) <one>
    (?:this|that|the|said)(?: \w+)? <one>
    (?:this|that|the)(?: \w+)? (?:author|writer|researcher)s?
    (?:penulis|peneliti|pengarang|panulis|panalungtik|pangarang)(?:nya|na)?
    <one>(?= ?["“«'])
    <one> (?:berjudul|titled|entitled|called)
    <one> <about>
    """,
    one=_ONE,
    about=_ABOUT,
)
_NAMED_BY: Final = phrases(
    r"""
    <one><here>,?(?: (?:yang|nu|anu))? <about>
    <one><here>,?(?: (?:yang|nu|anu))? (?:berjudul|titled|entitled|called)
    <one>(?= ?["“«'])
    -(?= ["“])
    """,
    one=_ONE,
    about=_ABOUT,
    here=r"(?: (?:ini|itu|tersebut|ieu|eta|teh))?",
)
"""What comes behind says which thesis it is: *skripsi tentang …*, or a reply (``which_reply``)."""
_USES: Final = phrases(
    r"""
    (?:meng|di)?gunakan|memakai|pakai|dipakai|pake|menerapkan|diterapkan|memanfaatkan
    (?:nga|di)gunakeun|nganggo|make|dianggo|dipake|nerapkeun
    us(?:e|es|ed|ing)|employ(?:s|ed)?|appl(?:y|ies|ied)|adopt(?:s|ed)?
    (?:di)?(?:lakukan|laksanakan|adakan)|bertempat|berlokasi|(?:di)?(?:lakukeun|laksanakeun|ayakeun)
    (?:meneliti|nalungtik) di
    carried out|conducted|set in|took place|done in
    """
)
"""What a thesis does itself; to be *about* something is another matter."""

_CALLED: Final = THESES & frozenset(
    words("skripsi tesis disertasi thesis theses dissertation dissertations")
)
"""What is called a thesis and nothing else: a *study* may be a case study."""


@dataclass(frozen=True, slots=True)
class Reference:
    """How a question refers to theses.

    ``kind`` is ``many`` when it asks for theses and ``one`` when it points to a thesis.
    ``about`` is the question without the words that any thesis would meet; there may be
    none left. ``named_by`` are those of them that only say which thesis it is.
    ``uses`` tells that the theses must do it themselves: a method used, a place of work,
    not only something that they mention.
    """

    kind: Literal["many", "one"]
    about: Question
    named_by: frozenset[str] = frozenset()
    uses: bool = False


def read_reference(question: Question) -> Reference | None:
    """Return how a question refers to theses, ``None`` when it does not."""
    folded = fold(question.text)
    for asked in (*_ASKS_FOR_THESES.finditer(folded), *_ASKS_WHICH.finditer(folded)):
        before = words(folded[: asked.start()])
        at_end = asked.re is _ASKS_WHICH and not (before and bare(before[-1]) in PARTS)
        if at_end or _is_told(before):
            rest = f"{folded[: asked.start()]} {folded[asked.end() :]}"
            about = _about(question, rest, _CALLED | ASKING | DOING)
            if about.words:
                return Reference("many", about, uses=_USES.search(folded) is not None)
    about = _about(question, _POINTS.sub(" ", folded), THESES | ASKING | DOING | PARTS | PLAIN)
    named = any(bare(word) in PARTS for word in question.content)
    if _POINTS.search(folded) or _asks_of_a_thesis(question) or (named and not about.words):
        by = _NAMED_BY.search(folded)
        behind = words(folded[by.end() :]) if by is not None else ()
        return Reference("one", about, frozenset(behind) & frozenset(about.words))
    return None


def _is_told(before: Iterable[str]) -> bool:
    """Tell whether nothing of its own stands before: *metode penelitian apa* asks for a method."""
    return all(word in FUNCTION_WORDS or word in ASKING for word in before)


def _asks_of_a_thesis(question: Question) -> bool:
    text = question.text
    return bool(asked_field(text) or asked_chapters(text) or asked_part(text))


def _about(question: Question, rest: str, masked: frozenset[str]) -> Question:
    """Return what is left of a question in ``rest``, without ``masked`` and function words."""
    told = dict(zip(question.words, question.weights, strict=True))
    kept = [
        word
        for word in dict.fromkeys(words(rest))
        if told.get(word) == 1.0 and word not in masked and bare(word) not in masked
    ]
    return replace(
        question,
        text=" ".join(kept),
        types=frozenset(),
        words=tuple(kept),
        weights=(1.0,) * len(kept),
        names=(question.names & frozenset(kept)) - PLACES,
        abbreviations=question.abbreviations & frozenset(kept),
        counted="",
    )
