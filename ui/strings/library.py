"""Labels of the library."""

from __future__ import annotations

from typing import Final

from corpus.language import Language

__all__ = ["STRINGS"]

STRINGS: Final[dict[str, dict[Language, str]]] = {
    "library_heading": {"id": "Pustaka", "en": "Library", "su": "Pustaka"},
    "library_text": {
        "id": "Naskah yang tersimpan di sini. Pilih satu atau beberapa untuk membatasi pertanyaan "
        "pada naskah itu.",
        "en": "The texts that are held here. Choose one or more to keep your questions to them.",
        "su": "Naskah anu disimpen di dieu. Pilih hiji atanapi sababaraha kanggo ngawatesan "
        "patarosan kana éta naskah.",
    },
    "library_empty": {
        "id": "Belum ada naskah. Tambahkan berkas .txt atau .md.",
        "en": "No text is held yet. Add a .txt or .md file.",
        "su": "Henteu acan aya naskah. Mangga tambihan berkas .txt atanapi .md.",
    },
    "document_choose": {
        "id": "Tanya hanya pada: {title}",
        "en": "Ask only: {title}",
        "su": "Taros mung kana: {title}",
    },
    "document_languages": {"id": "Bahasa", "en": "Languages", "su": "Basa"},
    "document_sections": {"id": "Bagian", "en": "Sections", "su": "Bagian"},
    "document_passages": {"id": "Petikan", "en": "Passages", "su": "Petikan"},
    "document_added": {"id": "Ditambahkan", "en": "Added", "su": "Ditambihan"},
    "document_open": {"id": "Baca", "en": "Read", "su": "Maos"},
    "document_open_named": {"id": "Baca: {title}", "en": "Read: {title}", "su": "Maos: {title}"},
    "document_remove": {"id": "Keluarkan", "en": "Remove", "su": "Kaluarkeun"},
    "document_remove_named": {
        "id": "Keluarkan: {title}",
        "en": "Remove: {title}",
        "su": "Kaluarkeun: {title}",
    },
    "document_sure": {
        "id": "Keluarkan naskah ini dari pustaka? Berkas Anda sendiri tidak dihapus.",
        "en": "Remove this text from the library? Your own file is not deleted.",
        "su": "Kaluarkeun naskah ieu tina pustaka? Berkas anjeun nyalira henteu dihapus.",
    },
    "document_removed": {
        "id": "Sudah dikeluarkan: {title}",
        "en": "Removed: {title}",
        "su": "Parantos dikaluarkeun: {title}",
    },
    "library_ask": {
        "id": "Tanya naskah yang dipilih",
        "en": "Ask the chosen texts",
        "su": "Taros kana naskah anu dipilih",
    },
    "upload": {"id": "Tambahkan naskah", "en": "Add a text", "su": "Tambihan naskah"},
    "upload_hint": {
        "id": "Letakkan berkas {kinds} di sini, paling besar {most} MB.",
        "en": "Drop {kinds} files here, up to {most} MB each.",
        "su": "Teundeun berkas {kinds} di dieu, pangageungna {most} MB.",
    },
    "upload_choose": {"id": "Pilih berkas", "en": "Choose files", "su": "Pilih berkas"},
    "upload_cancel": {"id": "Batalkan", "en": "Cancel", "su": "Batalkeun"},
    "upload_sending": {"id": "Mengirim…", "en": "Sending…", "su": "Nuju ngirim…"},
    "upload_waiting": {
        "id": "Menunggu berkas lain selesai…",
        "en": "Waiting for another file to finish…",
        "su": "Ngantosan berkas sanés réngsé…",
    },
    "upload_reading": {
        "id": "Membaca berkas…",
        "en": "Reading the file…",
        "su": "Nuju maos berkas…",
    },
    "upload_storing": {
        "id": "Menyiapkan pencarian…",
        "en": "Making it searchable…",
        "su": "Nuju nyiapkeun pamilarian…",
    },
    "upload_added": {
        "id": "Ditambahkan: {passages} petikan.",
        "en": "Added: {passages} passages.",
        "su": "Ditambihan: {passages} petikan.",
    },
    "upload_replaced": {
        "id": "Diganti dengan yang baru: {passages} petikan.",
        "en": "Replaced by the new one: {passages} passages.",
        "su": "Digentos ku anu anyar: {passages} petikan.",
    },
    "upload_unchanged": {
        "id": "Sudah tersimpan, tidak ada yang berubah.",
        "en": "Held already, nothing has changed.",
        "su": "Parantos disimpen, henteu aya anu robih.",
    },
    "upload_failed": {
        "id": "Tidak dapat ditambahkan:",
        "en": "Could not be added:",
        "su": "Henteu tiasa ditambihan:",
    },
    "upload_cancelled": {"id": "Dibatalkan.", "en": "Cancelled.", "su": "Parantos dibatalkeun."},
    "upload_too_large": {
        "id": "Lebih besar daripada {most} MB.",
        "en": "Larger than {most} MB.",
        "su": "Langkung ageung ti {most} MB.",
    },
    "upload_wrong_kind": {
        "id": "Hanya berkas {kinds}.",
        "en": "Only {kinds} files.",
        "su": "Mung berkas {kinds}.",
    },
}
