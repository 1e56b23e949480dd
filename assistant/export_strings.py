"""The words of an exported conversation, in three languages: ``STRINGS[key][language]``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corpus.language import Language

__all__ = ["STRINGS"]

STRINGS: Final[Mapping[str, Mapping[Language, str]]] = {
    "untitled": {
        "id": "Percakapan tanpa judul",
        "en": "Untitled conversation",
        "su": "Paguneman tanpa judul",
    },
    "started": {
        "id": "Dimulai {time} (UTC), pertanyaan: {count}",
        "en": "Started {time} (UTC), questions: {count}",
        "su": "Dimimitian {time} (UTC), patarosan: {count}",
    },
    "visitor": {
        "id": "Pengunjung {number}",
        "en": "Visitor {number}",
        "su": "Nu ngadatangan {number}",
    },
    "asked": {"id": "Pertanyaan", "en": "Question", "su": "Patarosan"},
    "answered": {"id": "Jawaban", "en": "Answer", "su": "Waleran"},
    "understood": {
        "id": "Dipahami sebagai: {question}",
        "en": "Understood as: {question}",
        "su": "Kahartos salaku: {question}",
    },
    "sources": {
        "id": "Sumber kutipan",
        "en": "Sources of the quotes",
        "su": "Sumber cutatan",
    },
    "matches": {
        "id": "Kutipan cocok dengan naskah; cocok tidak berarti isinya benar.",
        "en": "Quotes match the text; matching does not make the text true.",
        "su": "Cutatan luyu jeung naskah; luyu sanés hartosna eusina leres.",
    },
    "none": {
        "id": "Tidak ada percakapan yang tersimpan.",
        "en": "No conversation is kept.",
        "su": "Teu aya paguneman anu disimpen.",
    },
}
