"""Words of questions about theses that would be met by any thesis.

All are folded (no accents, lower case), in the three languages, plain and polite.
"""

from __future__ import annotations

from typing import Final

from corpus.text import words

__all__ = ["ASKING", "DOING", "PARTS", "PLACES", "PLAIN", "THESES", "bare"]

THESES: Final = frozenset(
    words(
        """
        skripsi tesis disertasi tugas akhir karya tulis ilmiah penelitian riset makalah naskah
        thesis theses study studies research dissertation dissertations paper papers
        panalungtikan panaliten
        """
    )
)
"""What a thesis is called."""

ASKING: Final = frozenset(
    words(
        """
        tanya bertanya nanya minta info informasi bantu bantuannya gak ga nggak engga carikan cari
        tampilkan tunjukkan daftar daftarkan
        terkait perihal seputar ihwal perkara regarding concerning
        semua seluruh lain lainnya selamat pagi siang sore malam halo hai terima kasih kak pak bu
        list show find give name enumerate other any every kindly help looking look hello hi
        thanks thank here i'm i'd searching
        naros tumaros sadaya sakabeh kabeh sejen sejenna pidangkeun pilarian teangan kintun wilujeng
        pangmilariankeun pangneangankeun terang uninga sampurasun nuhun hatur tina aya boga gaduh
        cing cik sing
        """
    )
)
"""What a question is asked with."""

DOING: Final = frozenset(
    words(
        """
        membahas dibahas bahas ngebahas neliti meneliti diteliti mengkaji dikaji mengulas diulas
        menyinggung berisi
        memuat menyebut menyebutkan berbicara berjudul memakai dipakai pakai pake menggunakan
        digunakan menerapkan diterapkan dilakukan dilaksanakan diadakan bertempat berlokasi menulis
        ditulis disusun dikumpulkan diperoleh dianalisis ditemukan disimpulkan disarankan disebut
        dijelaskan menjelaskan berlangsung diberikan diambil dibuat
        discuss discusses discussed discussing studied examine examines examined cover covers
        covered deal deals mention mentions concern concerns talk talks address addresses use uses
        used using employ employs employed apply applies applied conducted carried set took place
        made written wrote found find said say says state states stated conclude concludes
        concluded suggest suggests suggested given taken collected analysed analyzed explain
        explains
        medar dipedar nalungtik ditalungtik ngulik diulik ngabahas nyebut ngandung ngagunakeun
        digunakeun make dipake nganggo dianggo nerapkeun dilaksanakeun dilakukeun diayakeun
        ditulisna nulis nyerat diserat nyusun dikumpulkeun dianalisis kapanggih dicindekkeun
        disarankeun disebutkeun dijelaskeun ngajelaskeun lumangsung dicokot
        """
    )
)
"""What a thesis, or its author, does."""

PARTS: Final = frozenset(
    words(
        """
        rumusan masalah tujuan maksud manfaat kegunaan faedah metode metodologi pendekatan
        desain hasil temuan pembahasan kesimpulan simpulan saran latar belakang abstrak teknik
        pengumpulan data analisis sampel populasi responden informan partisipan lokasi variabel
        hipotesis teori landasan kerangka batasan pembatasan topik tema ringkasan rangkuman judul
        bab daftar pustaka lampiran penulis peneliti pengarang pembimbing penguji halaman
        aim aims purpose purposes objective objectives goal goals benefit benefits significance
        method methods methodology approach design result results finding findings conclusion
        conclusions suggestion suggestions recommendation recommendations background abstract
        data collection technique techniques analysis sample population respondent respondents
        participant participants informant informants variable variables hypothesis hypotheses
        theory theories theoretical framework limitation limitations scope topic theme title
        summary chapter chapters bibliography appendix author writer researcher supervisor pages
        mangpaat kagunaan paedah papanggihan kacindekan kasang tukang ringkesan tehnik pamarekan
        jejer daptar panulis panalungtik pangarang pangaping panguji
        """
    )
)
"""What every thesis has: parts, and people behind it."""

PLAIN: Final = frozenset(
    words(
        """
        pokok jenis cara mengumpulkan menganalisis subjek objek tempat waktu fokus isi inti bagian
        pertanyaan nama orang jumlah tahun kata kunci universitas kampus fakultas dosen tebalnya
        ringkas ringkaskan rangkum simpulkan bandingkan keterbatasan terbit selesai disidangkan
        sidang lengkap selengkapnya sumber secara teoritis teoretis
        praktis akademis diharapkan berguna dibagi
        collect analyse subject subjects location focus content contents section question questions
        problem problems people number year keyword keywords main complete part university faculty
        summarise summarize compare supervised college defended finished published source sources
        kind kinds practical academic expected
        divided
        ngumpulkeun nganalisis eusi bagean wasta ngaran jenengan urang jalma taun kecap konci kaca
        ringkeskeun cindekkeun bandingkeun kandelna disidangkeunana lengkep sacara dipiharep unina
        satu dua tiga empat lima enam hiji tilu opat genep one two three four five six first second
        third last final terakhir pamungkas i ii iii iv v vi
        """
    )
)
"""What tells no thesis from another either, but may well be asked of something else."""

PLACES: Final = frozenset(
    words(
        """
        kabupaten kota provinsi kecamatan kelurahan desa pulau negara
        regency city province district subdistrict village island town country
        propinsi kacamatan nagara
        """
    )
)
"""Kinds of places: part of many names, and none themselves."""

_ENDINGS: Final = ("nya", "ana", "na", "kah", "lah", "pun")
_SHORTEST: Final = 3
_BARE: Final = THESES | PARTS | PLAIN


def bare(word: str) -> str:
    """Return one of these words without the ending that says *its*: *masalah* of *masalahnya*."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST and stem in _BARE:
            return stem
    return word
