"""The words of a comparison, in three languages: ``STRINGS[key][language]``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corpus.language import Language

__all__ = ["STRINGS"]

STRINGS: Final[Mapping[str, Mapping[Language, str]]] = {
    "heading": {
        "id": "Penelitian terdahulu",
        "en": "Earlier research",
        "su": "Panalungtikan sateuacanna",
    },
    "number": {"id": "No.", "en": "No.", "su": "No."},
    "author": {"id": "Peneliti", "en": "Author", "su": "Panalungtik"},
    "title": {"id": "Judul", "en": "Title", "su": "Judul"},
    "year": {"id": "Tahun", "en": "Year", "su": "Taun"},
    "method": {"id": "Metode", "en": "Method", "su": "Métode"},
    "findings": {"id": "Hasil", "en": "Findings", "su": "Hasil"},
    "relevance": {"id": "Relevansi", "en": "Relevance", "su": "Rélévansi"},
    "relevance_to": {
        "id": "Relevansi dengan: {topic}",
        "en": "Relevance to: {topic}",
        "su": "Rélévansi sareng: {topic}",
    },
    # What the assistant is asked about each document, in the document's language first.
    "ask_method": {
        "id": "Metode apa yang digunakan dalam penelitian ini?",
        "en": "What method does this research use?",
        "su": "Métode naon anu dianggo dina ieu panalungtikan?",
    },
    "ask_findings": {
        "id": "Apa kesimpulan penelitian ini?",
        "en": "What does this research conclude?",
        "su": "Naon kacindekan ieu panalungtikan?",
    },
    "ask_relevance": {
        "id": "Apa manfaat praktis hasil penelitian ini?",
        "en": "How can the results of this study be used in practice?",
        "su": "Naon mangpaat praktis hasil ieu panalungtikan?",
    },
    # Why a cell is empty.
    "not_recorded": {
        "id": "[tidak tercantum]",
        "en": "[not recorded]",
        "su": "[henteu kaserat]",
    },
    "not_found": {
        "id": "[tidak ditemukan dalam naskah yang tersimpan]",
        "en": "[not found in the text that is held]",
        "su": "[henteu kapendak dina naskah anu disimpen]",
    },
    # What the reader should know.
    "about": {
        "id": (
            "Peneliti, judul, dan tahun berasal dari keterangan dokumen; sel lainnya adalah "
            "kutipan naskah kata demi kata, beserta tempatnya. Kutipan cocok dengan naskah; "
            "cocok tidak berarti isinya benar."
        ),
        "en": (
            "Author, title and year are told from the document’s record; every other cell is a "
            "quote of the text, word for word, with its place. Quotes match the text; matching "
            "does not make the text true."
        ),
        "su": (
            "Panalungtik, judul, sareng taun asalna tina katerangan dokumén; sél sanésna cutatan "
            "naskah kecap demi kecap, katut tempatna. Cutatan luyu jeung naskah; luyu sanés "
            "hartosna eusina leres."
        ),
    },
    "held": {
        "id": "Yang tersimpan dari {title}: {parts}.",
        "en": "Held of {title}: {parts}.",
        "su": "Anu disimpen tina {title}: {parts}.",
    },
    "version_author": {
        "id": "versi penulis dalam bahasa {language}",
        "en": "the author’s own {language} version",
        "su": "vérsi panulis dina basa {language}",
    },
    "version_project": {
        "id": "terjemahan tidak resmi ke bahasa {language}",
        "en": "unofficial {language} translation",
        "su": "tarjamahan teu resmi kana basa {language}",
    },
    "version_model": {
        "id": "terjemahan mesin, tidak resmi, ke bahasa {language} ({name})",
        "en": "unofficial machine translation into {language} ({name})",
        "su": "tarjamahan mesin, teu resmi, kana basa {language} ({name})",
    },
    "version_person": {
        "id": "terjemahan tidak resmi ke bahasa {language} oleh {name}",
        "en": "unofficial {language} translation by {name}",
        "su": "tarjamahan teu resmi kana basa {language} ku {name}",
    },
    "references": {"id": "Daftar pustaka", "en": "References", "su": "Daptar pustaka"},
    "page": {"id": "Halaman", "en": "Page", "su": "Kaca"},
}
