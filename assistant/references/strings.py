"""The words of references, in three languages: ``STRINGS[key][language]``.

A key may have a form for one style, ``key_style``; ``word`` finds it. What the manuals
prescribe in English is in the column ``en``; the other columns follow how Indonesian and
Sundanese scholars write the same. No string has been reviewed by a native reader yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from assistant.strings import filled
from corpus.language import Language

__all__ = ["STRINGS", "word"]

STRINGS: Final[Mapping[str, Mapping[Language, str]]] = {
    # Terms of the style language.
    "and": {"id": "dan", "en": "and", "su": "sareng"},
    "et_al": {"id": "dkk.", "en": "et al.", "su": "spk."},
    "no_date": {"id": "t.t.", "en": "n.d.", "su": "t.t."},
    "no_date_harvard": {"id": "tanpa tahun", "en": "no date", "su": "tanpa titimangsa"},
    "available_at": {"id": "Tersedia pada", "en": "Available at", "su": "Tiasa diaos di"},
    # Kinds of thesis.
    "thesis": {"id": "skripsi", "en": "thesis", "su": "skripsi"},
    "bachelor": {"id": "skripsi", "en": "undergraduate thesis", "su": "skripsi"},
    "bachelor_harvard": {"id": "skripsi", "en": "undergraduate dissertation", "su": "skripsi"},
    "master": {"id": "tesis", "en": "master’s thesis", "su": "tésis"},
    "master_harvard": {"id": "tesis", "en": "master’s dissertation", "su": "tésis"},
    "doctor": {"id": "disertasi", "en": "doctoral dissertation", "su": "disertasi"},
    "doctor_chicago": {"id": "disertasi", "en": "PhD diss.", "su": "disertasi"},
    "doctor_mla": {"id": "disertasi", "en": "PhD dissertation", "su": "disertasi"},
    "doctor_harvard": {"id": "disertasi", "en": "PhD thesis", "su": "disertasi"},
    "unpublished": {
        "id": "{kind} tidak diterbitkan",
        "en": "unpublished {kind}",
        "su": "{kind} teu dipedalkeun",
    },
    # Where in a work.
    "page": {"id": "hlm. {number}", "en": "p. {number}", "su": "kaca {number}"},
    "page_chicago": {"id": "{number}", "en": "{number}", "su": "{number}"},
    "page_mla": {"id": "{number}", "en": "{number}", "su": "{number}"},
    "chapter": {"id": "bab {number}", "en": "chapter {number}", "su": "bab {number}"},
    "chapter_apa": {"id": "bab {number}", "en": "Chapter {number}", "su": "bab {number}"},
    "chapter_chicago": {"id": "bab {number}", "en": "chap. {number}", "su": "bab {number}"},
    "chapter_mla": {"id": "bab {number}", "en": "ch. {number}", "su": "bab {number}"},
    "section": {"id": "subbab {number}", "en": "section {number}", "su": "subbab {number}"},
    "section_apa": {"id": "subbab {number}", "en": "Section {number}", "su": "subbab {number}"},
    "section_chicago": {"id": "subbab {number}", "en": "sec. {number}", "su": "subbab {number}"},
    "section_mla": {"id": "subbab {number}", "en": "sec. {number}", "su": "subbab {number}"},
    "headed": {"id": "bagian “{heading}”", "en": "‘{heading}’", "su": "bagian “{heading}”"},
    "headed_apa": {
        "id": "bagian {heading}",
        "en": "{heading} section",
        "su": "bagian {heading}",
    },
    "headed_chicago": {
        "id": "di bawah “{heading}”",
        "en": "under “{heading}”",
        "su": "dina “{heading}”",
    },
    "headed_mla": {"id": "“{heading}”", "en": "“{heading}”", "su": "“{heading}”"},
    "paragraph": {"id": "par. {number}", "en": "para. {number}", "su": "par. {number}"},
    "paragraphs": {"id": "par. {number}", "en": "paras. {number}", "su": "par. {number}"},
    # What a passage rests on.
    "cited_in": {
        "id": "{works}, dikutip dalam",
        "en": "{works}, cited in",
        "su": "{works}, dicutat dina",
    },
    "cited_in_apa": {
        "id": "{works}, dikutip dalam",
        "en": "{works}, as cited in",
        "su": "{works}, dicutat dina",
    },
    "cited_in_mla": {
        "id": "{works} dikutip dalam",
        "en": "{works} qtd. in",
        "su": "{works} dicutat dina",
    },
    "rests_on": {
        "id": "berdasarkan {works}",
        "en": "based on {works}",
        "su": "dumasar kana {works}",
    },
    "possibly": {"id": "mungkin {work}", "en": "possibly {work}", "su": "panginten {work}"},
    # Translations; what the author wrote in another language is none.
    "translation_project": {
        "id": "terjemahan tidak resmi dari bahasa {language} oleh Sitir",
        "en": "unofficial translation from {language} by Sitir",
        "su": "tarjamahan teu resmi tina basa {language} ku Sitir",
    },
    "translation_project_mla": {
        "id": "terjemahan tidak resmi dari bahasa {language} oleh Sitir",
        "en": "unofficial trans. from {language} by Sitir",
        "su": "tarjamahan teu resmi tina basa {language} ku Sitir",
    },
    "translation_model": {
        "id": "terjemahan mesin tidak resmi dari bahasa {language} oleh {name}",
        "en": "unofficial machine translation from {language} by {name}",
        "su": "tarjamahan mesin teu resmi tina basa {language} ku {name}",
    },
    "translation_model_mla": {
        "id": "terjemahan mesin tidak resmi dari bahasa {language} oleh {name}",
        "en": "unofficial machine trans. from {language} by {name}",
        "su": "tarjamahan mesin teu resmi tina basa {language} ku {name}",
    },
    "translation_person": {
        "id": "terjemahan tidak resmi dari bahasa {language} oleh {name}",
        "en": "unofficial translation from {language} by {name}",
        "su": "tarjamahan teu resmi tina basa {language} ku {name}",
    },
    "translation_person_mla": {
        "id": "terjemahan tidak resmi dari bahasa {language} oleh {name}",
        "en": "unofficial trans. from {language} by {name}",
        "su": "tarjamahan teu resmi tina basa {language} ku {name}",
    },
    # Blanks that a reader fills.
    "blank_author": {"id": "[penulis?]", "en": "[author?]", "su": "[panulis?]"},
    "blank_year": {"id": "[tahun?]", "en": "[year?]", "su": "[taun?]"},
    "blank_institution": {
        "id": "[perguruan tinggi?]",
        "en": "[university?]",
        "su": "[paguron luhur?]",
    },
    "blank_page": {"id": "[halaman?]", "en": "[page?]", "su": "[kaca?]"},
}


def word(key: str, style: str, language: Language, /, **fields: object) -> str:
    """Return a string in the form that a style has for it, with its fields filled."""
    family = style.partition("-")[0]
    entry = STRINGS.get(f"{key}_{family}", STRINGS[key])
    return filled(entry[language], fields)
