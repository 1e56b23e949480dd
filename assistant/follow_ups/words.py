"""Words by which follow-ups are told from questions of their own, in the three languages.

All are folded (no accents, lower case).
"""

from __future__ import annotations

from typing import Final

from assistant.which_documents.thesis_words import PLACES
from corpus.text import words

__all__ = [
    "BOOK_PARTS",
    "EDGES",
    "GENERIC",
    "INTERROGATIVES",
    "LIGHT",
    "NO_ENDING",
    "OF_PEOPLE",
    "TITLES",
]

OF_PEOPLE: Final[frozenset[str]] = frozenset(
    words(
        """
        jabatan gelar usia umur istri suami pangkat kalungguhan yuswa garwa caroge
        jabatannya gelarnya usianya umurnya istrinya suaminya pangkatnya
        kalungguhanana jabatanna gelarna umurna yuswana garwana pamajikanna salakina pangkatna
        position positions title titles job jobs age wife husband spouse rank
        """
    )
)
"""What only people have: *his position*, *jabatannya*."""
NO_ENDING: Final[frozenset[str]] = frozenset(
    words(
        """
        hanya punya tanya biasanya akhirnya sebenarnya umumnya khususnya selanjutnya lainnya
        artinya maksudnya misalnya sebelumnya kenya karena dimana bagaimana mana sana situ
        bencana rencana sarana prasarana dana wacana sederhana istana warna makna guna pidana
        sarjana perdana cina kumaha saha dina tina kana hartina hartosna sanesna sejenna saterusna
        salajengna biasana nyana ayana ngarana samemehna
        unina salah salahna
        """
    )
)
"""Words that end as if they said *its*."""
GENERIC: Final[frozenset[str]] = PLACES | frozenset(
    words(
        """
        tahun tanggal bulan hari orang hal jumlah nama alasan sebab lanjut lagi lebih detail rinci
        sendiri saja lain lainnya lengkap selengkapnya contoh contohnya dulu sekarang balik kembali
        taun tanggal poe jalma urang deui leuwih langkung sorangan nyalira wungkul wae bae sejen
        sejenna sanesna conto contona kaayaan kalayan atuh mah
        year date month day time people person thing things name number reason more else further
        further other others detail details example exactly alone itself themselves himself only
        same again elaborate continue go back
        terangkan jelasin lanjutkan teruskan ceritakan maksudnya maksud terangkeun teraskeun
        caritakeun maksadna hartina artinya
        cara carana today now ayeuna kiwari get gets getting got become becomes go goes going gone
        parah buruk awon worse worst better best makin semakin beuki kian
        sure yakin still tetap keneh right detil detilnya detailnya detailna jentre jelas banyak
        masih paling say said termasuk kaasup included
        explain explained elaborate describe clarify expand dijelaskan dijelaskeun diterangkan
        total semuanya sadayana kabeh melakukan melakukannya ngalakukeun ngalakukeunana done doing
        anything something everything nothing antaranya diantaranya
        beliau mereka aranjeunna manehna maranehna dinya ditu theirs hers both duanana keduanya
        former latter meant
        come comes came happen happens happened take takes took make makes making
        """
    )
)
"""Words that a question can have without being about anything of its own."""
LIGHT: Final[frozenset[str]] = frozenset(
    words(
        """
        ikut ikutan mengikuti mengikutinya diikuti terlibat bergabung gabung peserta pesertanya
        menghasilkan dihasilkan dihasilkannya mendapat mendapatkan dapatkan memberi memberikan
        memilih dipilih pilih memilihnya mengusulkan diusulkan pengusul pengusulnya pencetus
        penggagas penggagasnya menggagas digagas menciptakan pencipta bermula berasal asal asalnya
        jabatan jabatannya posisi posisinya kedudukan kedudukannya peran perannya gelar gelarnya
        berjalan jalan berlangsung bertahan berlaku menghambat dihambat terhambat penghalang
        join joins joined joining participate participates participated attend enter apply yield
        yields yielded produce produced deliver bring brings brought gain gained achieve achieved
        pick picked choose chose chosen select selected propose proposed proposer invent invented
        invents founder initiated initiator start started begin began begun last lasted lasts
        qualify qualifies qualified hadir dihadiri attends present diperpanjang berakhir
        valid berlaku lama lila mimiti pangmimitina munggaran pangheulana pertama perdana first
        position positions role roles title rank office job status instead otherwise originally
        hold holds holding held stop stops stopping keep keeps keeping allowed eligible
        milu miluan ngiluan ngiring ngiringan ilubiung pamilon pamilonna gabung ngagabung
        ngahasilkeun hasilkeun dihasilkeun nampi ninggang meunang kenging milih dipilih
        ngusulkeun diusulkeun ngagagas ngagagasna digagas panggagas panggagasna nyiptakeun asalna
        mewakili diwakili perwakilan wakilnya represent represents represented ngawakilan wawakil
        kalungguhan kalungguhanana jabatanna pangkat pangkatna lumangsung lumaku mimitina
        """
    )
)
"""Words of doing, taking part and standing that a follow-up may ask with: they tell little of
what it is about, so that it need not stay silent where the corpus has them not."""
INTERROGATIVES: Final[frozenset[str]] = frozenset(
    words(
        """
        apa apakah apaan siapa siapakah kapan kapankah berapa berapakah bagaimana bagaimanakah
        gimana mengapa mengapakah kenapa mana manakah dimana dimanakah kemana adakah benarkah
        sebutkan jelaskan tolong mohon
        what who whom whose when where why how which
        naon saha iraha sabaraha kumaha kunaon naha punten sebutkeun sebatkeun jelaskeun tulung
        """
    )
)
"""Words that ask; a topic is what a question has besides them."""
EDGES: Final[frozenset[str]] = frozenset(
    words(
        """
        now sekarang ayeuna more lebih lanjut details detail tell explain describe
        sejak since much many long banyak tahun taun tanggal year date dimaksud dimaksad maksud arti
        artinya hartina pengertian definisi meant mean means definition loba seueur saja aja
        exactly saja sajakah kira kinten mun trus nah tapi kemudian teras saterusna salajengna balik
        lagi kembali back okay gimana mah atuh sorangan sendiri
        """
    )
)
"""Words that belong to what is asked, when they stand at the edge of a topic."""
TITLES: Final[frozenset[str]] = PLACES | frozenset(
    words(
        """
        sister service smart city program programme gubernur governor gupernur ketua pupuhu chair
        speaker pemerintah pamarentah government memorandum understanding undang bab chapter
        perjanjian perjangjian agreement treaty walikota mayor presiden president bapak ibu mr mrs
        """
    )
)
"""Words that are often capitalised beside a name and are none."""
BOOK_PARTS: Final[frozenset[str]] = frozenset(
    words(
        """
        rumusan kesimpulan simpulan hipotesis abstrak metode metodologi judul penulis peneliti
        pengarang pembimbing penguji halaman pustaka lampiran bab batasan pembatasan pembahasan
        method methods methodology conclusion conclusions hypothesis hypotheses abstract title
        author writer researcher supervisor pages chapter chapters bibliography appendix
        kacindekan ringkesan panulis panalungtik pangarang pangaping panguji
        """
    )
)
"""What only a thesis has: *kesimpulannya* needs nothing from before."""
