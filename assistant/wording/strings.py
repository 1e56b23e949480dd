"""What an answer says about the language model that words it, in three languages.

A statement that passed *matches the text*; no string here calls it right or verified.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.language import Language

__all__ = ["MODEL_STRINGS", "say_of_model"]

_FIELD: Final = re.compile(r"\{(\w+)\}")

MODEL_STRINGS: Final[Mapping[str, Mapping[Language, str]]] = {
    "worded_by": {
        "id": "Disusun dengan kata-kata model bahasa {model}; "
        "yang ditampilkan hanya pernyataan yang cocok dengan naskah.",
        "en": "Worded by the language model {model}; "
        "only statements that match the text are shown.",
        "su": "Disusun nganggo kecap-kecap modél basa {model}; "
        "anu ditembongkeun mung pernyataan anu luyu sareng naskah.",
    },
    "statements_removed": {
        "id": "Pernyataan model yang tidak cocok dengan naskah telah dihapus: {count}.",
        "en": "Statements of the model that do not match the text were removed: {count}.",
        "su": "Pernyataan modél anu henteu luyu sareng naskah parantos dipiceun: {count}.",
    },
    "broken_off": {
        "id": "Model bahasa {model} terputus sebelum selesai, jadi jawaban ini belum lengkap.",
        "en": "The language model {model} broke off, so this answer is not complete.",
        "su": "Modél basa {model} kapegat sateuacan réngsé, janten waleran ieu teu acan lengkep.",
    },
    "nothing_left": {
        "id": "Tidak ada pernyataan model bahasa {model} yang cocok dengan naskah "
        "(dihapus: {count}); jawaban ini langsung dikutip dari naskah.",
        "en": "No statement of the language model {model} matches the text "
        "(removed: {count}); this answer is quoted straight from it.",
        "su": "Teu aya pernyataan modél basa {model} anu luyu sareng naskah "
        "(dipiceun: {count}); waleran ieu dicutat langsung tina naskah.",
    },
    "model_unreachable": {
        "id": "Model bahasa {model} tidak dapat dihubungi; jawaban ini langsung dikutip "
        "dari naskah.",
        "en": "The language model {model} cannot be reached; this answer is quoted straight "
        "from the text.",
        "su": "Modél basa {model} teu tiasa dihubungan; waleran ieu dicutat langsung tina naskah.",
    },
    "model_refused": {
        "id": "Server model bahasa {model} menolak permintaan (setelan atau kuncinya perlu "
        "diperiksa); jawaban ini langsung dikutip dari naskah.",
        "en": "The server of the language model {model} refused the request (its setting or "
        "key needs a look); this answer is quoted straight from the text.",
        "su": "Server modél basa {model} nolak pamundut (setélan atanapi koncina kedah "
        "dipariksa); waleran ieu dicutat langsung tina naskah.",
    },
    "model_busy": {
        "id": "Model bahasa {model} sedang sibuk atau terganggu; jawaban ini langsung dikutip "
        "dari naskah.",
        "en": "The language model {model} is busy or out of order; this answer is quoted "
        "straight from the text.",
        "su": "Modél basa {model} nuju sibuk atanapi kaganggu; waleran ieu dicutat langsung "
        "tina naskah.",
    },
    "model_stalled": {
        "id": "Model bahasa {model} tidak menjawab pada waktunya; jawaban ini langsung dikutip "
        "dari naskah.",
        "en": "The language model {model} did not answer in time; this answer is quoted "
        "straight from the text.",
        "su": "Modél basa {model} henteu ngawaler dina waktosna; waleran ieu dicutat langsung "
        "tina naskah.",
    },
    "model_malformed": {
        "id": "Jawaban model bahasa {model} tidak dapat dibaca; jawaban ini langsung dikutip "
        "dari naskah.",
        "en": "What the language model {model} sent cannot be read; this answer is quoted "
        "straight from the text.",
        "su": "Waleran modél basa {model} teu tiasa diaos; waleran ieu dicutat langsung tina "
        "naskah.",
    },
    "model_resting": {
        "id": "Model bahasa {model} beberapa kali gagal dan untuk sementara tidak dipakai; "
        "jawaban ini langsung dikutip dari naskah.",
        "en": "The language model {model} has failed and is left alone for a while; this "
        "answer is quoted straight from the text.",
        "su": "Modél basa {model} sababaraha kali gagal sareng samentawis henteu dianggo; "
        "waleran ieu dicutat langsung tina naskah.",
    },
}


def say_of_model(key: str, language: Language, /, **fields: object) -> str:
    """Return a string of the table with its fields filled, in one pass."""
    return _FIELD.sub(lambda match: str(fields[match[1]]), MODEL_STRINGS[key][language])
