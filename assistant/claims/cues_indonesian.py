"""Indonesian words that make a statement weaker, or stronger, than plain fact.

See ``assistant.claims.cues``. The patterns run over folded words with one space between them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.claims.cue_kinds import CueKind
from assistant.phrases import phrases

__all__ = ["INDONESIAN_CUES"]

INDONESIAN_CUES: Final[Mapping[CueKind, re.Pattern[str]]] = {
    "none": phrases(
        r"""
        akan tetapi|seakan akan|(?:sadar|kebutuhan|kesadaran|pentingnya|haus) akan
        tidak lain|mau tidak mau|tak lama|tidak jarang
        (?:antar|antara) satu sama lain|kalau begitu|apabila demikian|maka dari itu
        pada (?:akhirnya|dasarnya) harus|bila mana
        hal yang \w+ (?:jika|kalau|bila|apabila)
        (?:wajar|lumrah|biasa|penting|baik|aneh|konvensional) (?:jika|kalau|bila|apabila)
        """
    ),
    "not_only": phrases(
        r"(?:tidak|bukan|tak) (?:hanya|saja|cuma|sekedar|sekadar|semata(?: mata)?|sebatas)"
    ),
    "not_all": phrases(
        r"(?:tidak|tak|bukan|belum) (?:semua|seluruh(?:nya)?|setiap|selalu|sepenuhnya|segala)"
        r"(?:nya)?"
    ),
    "chance": phrases(r"probabilitas(?: that)?"),
    "almost": phrases(r"hampir|nyaris|mendekati(?= \d)"),
    "each": phrases(r"setiap|tiap(?: tiap)?"),
    "each_like": phrases(r"masing masing|apa ?pun"),
    "negation": phrases(
        r"""
        tidak(?:lah|kah)?|tak|bukan(?:lah|kah|nya)?|tanpa|jangan(?:lah)?|tiada|nggak|enggak|gak
        """
    ),
    "not_yet": phrases(r"belum(?:lah)?(?: pernah)?"),
    "indirect": phrases(r"(?:secara )?tidak langsung|tak langsung"),
    "expected": phrases(
        r"""
        diharapkan|harapan(?:nya)?|berharap|mengharapkan|semoga|mudah mudahan|diharap|seharusnya
        sebaiknya|idealnya|seyogianya
        """
    ),
    "possible": phrases(
        r"""
        dapat(?:lah)?|bisa(?:lah)?|mampu|mungkin|barangkali|boleh jadi|bisa jadi
        memungkinkan|dimungkinkan|berpotensi|berpeluang|berkemungkinan
        """
    ),
    "possible_like": phrases(r"kemungkinan|potensi|kemampuan|kapabilitas|kesempatan|peluang"),
    "once": phrases(r"pernah"),
    "once_like": phrases(r"sebelumnya|dahulu|dulu|telah|sudah|semula"),
    "few": phrases(r"beberapa|sejumlah|berbagai|banyak|para|sebuah"),
    "aim_like": phrases(
        r"tujuan|maksud|untuk(?: dapat| bisa)?|guna|demi|sehingga|bagi|usulan|diusulkan|upaya"
    ),
    "condition": phrases(
        r"""
        jika|jikalau|kalau|apabila|bila|bilamana|asalkan|asal saja
        seandainya|andaikan|andai|manakala
        dengan syarat|dengan catatan
        kecuali(?: jika| bila)?|tergantung (?:pada|kepada)|sepanjang(?= ter)
        """
    ),
    "aim": phrases(
        r"""
        bertujuan(?: untuk)?|tujuannya|tujuan (?:utama|dari|untuk|adalah|yaitu|pen[a-z]+an)
        (?:di|me)?maksud(?:kan|nya)?(?= untuk| agar)
        berupaya|berusaha|mencoba|ingin|menginginkan|hendak
        (?:agar|supaya)(?: dapat| bisa)?|ditujukan(?= untuk| agar)
        diarahkan|diupayakan|mengupayakan|ditargetkan|menargetkan|bermaksud
        (?:dilakukan|dilaksanakan|dirancang|dibentuk|diselenggarakan|disusun|dibuat) (?:untuk|guna)
        dalam rangka|berencana|direncanakan|mengusulkan
        """
    ),
    "future": phrases(r"akan(?= (?:[a-z]+|tetap|terus|selalu)\b)|kelak|bakal"),
    "tentative": phrases(
        r"""
        menilai|menganggap|memandang|merasa|menduga|meyakini|mempercayai|memperkirakan
        dinilai|dianggap|diduga|dipandang|diperkirakan|disinyalir|diyakini|dipercaya|konon
        cenderung|kecenderungan|tampak(?:nya)?|terlihat|kelihatannya|rupanya|sepertinya|agaknya
        nampak(?:nya)?|terkesan|seolah(?: olah)?|dapat dikatakan|bisa dikatakan|bisa dibilang
        relatif|kurang lebih|berkisar|diprediksi|diproyeksikan|disebut sebut|dikabarkan
        """
    ),
    "partly": phrases(
        r"""
        sebagian(?: besar| kecil)?|umumnya|pada umumnya|secara umum|biasanya|terkadang
        kadang(?: kadang)?|kebanyakan|mayoritas|sesekali|seringkali|sering
        """
    ),
    "must": phrases(
        r"""
        harus(?:lah)?|wajib|mesti|diharuskan|diwajibkan|mengharuskan|mewajibkan
        perlu(?:nya|lah)?|diperlukan|memerlukan|membutuhkan|dibutuhkan
        """
    ),
    "certain": phrases(
        r"""
        terbukti|membuktikan|dibuktikan|pasti|dipastikan|memastikan|niscaya
        selalu|senantiasa|selamanya|jelas jelas|sepenuhnya|mutlak|tanpa kecuali|tanpa syarat
        sudah tentu|tentu saja
        """
    ),
    "success": phrases(r"berhasil|sukses|mencapai keberhasilan"),
    "all": phrases(r"semua(?:nya)?|seluruh(?:nya)?|segala|keseluruhan"),
    "only": phrases(
        r"hanya(?:lah)?|cuma|satu satunya|tunggal|semata mata|sekadar|sebatas|terbatas pada"
    ),
    "only_like": phrases(r"baru(?= (?:sekitar|kira|\d|[a-z]+ (?:pada|sejak)))"),
    "reported": phrases(
        r"""
        menurut(?:nya)?|sebagaimana (?:yang )?(?:di\w+kan|di\w+i|disebut)(?: oleh)?
        (?:berpendapat|beranggapan|berpandangan|mengklaim|berargumen|menyatakan|mengemukakan)
        (?:menegaskan|mengungkapkan|mengatakan|menyebutkan|menyebut|memaparkan|berujar) (?=bahwa)
        (?:menjelaskan|menuturkan|mengusulkan|menyimpulkan|menemukan|menunjukkan) bahwa
        (?:mendefinisikan|didefinisikan|dikemukakan|diungkapkan|disampaikan|dinyatakan)
        (?:dijelaskan|dikatakan|disebutkan|dipaparkan) oleh
        (?:pendapat|pandangan|teori|argumen|klaim)(?= [a-z]+ \d{4})
        """
    ),
    "own_finding": phrases(
        r"""
        (?:penelitian|studi|skripsi|tesis|kajian|riset|analisis) ini (?:ber\w+ )?<finds>
        (?:peneliti|penulis) (?:ber\w+ )?<finds>
        hasil penelitian(?: ini)? <finds>|temuan penelitian(?: ini)? <finds>
        """,
        finds=r"(?:menemukan|menunjukkan|membuktikan|menyimpulkan|mengungkapkan|memperlihatkan)",
    ),
}
