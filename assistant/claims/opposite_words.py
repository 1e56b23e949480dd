"""Words of opposite meaning in the three languages, as patterns over folded words."""

from __future__ import annotations

import re
from typing import Final

from assistant.phrases import phrases

__all__ = ["OPPOSITES"]

_TABLE: Final = r"""
increas\w*|ris(?:e|es|ing|en)|rose|gr[oe]w\w*|improv\w*|enhanc\w*
rais(?:e|es|ed|ing)|(?:me|pe|di)ningkat\w*|naik\w*|menaik\w*|bertambah|menambah\w*
naek\w*|ngaronjat\w*|ronjat\w*|nambah\w*|kanaekan|kenaikan|(?:di|ter)tingkat\w*|maju
memajukan|majeng\w*|strengthen\w*|memperkuat|(?:me)?nguat\w*|penguatan|expand\w*
memperluas|menguat
-
decreas\w*|declin\w*|fall(?:s|ing|en)?|fell|drop(?:s|ped)?|reduc\w*
lower(?:s|ed|ing)|(?:me|pe|di)nurun\w*|diturunkan|turun|berkurang|mengurang\w*
pengurangan|merosot|nurun\w*|kurang\w*an|ngurang\w*|nyirorot|worsen\w*|memburuk\w*
diminish\w*|mundur\w*|weaken\w*|memperlemah|melemah\w*|pelemahan|ngalemah\w*
shrink\w*|memperburuk|memperkecil|mempersempit|deteriorat\w*|penurunan|panurunan

before|prior|sebelum(?:nya)?|sameme?h(?:na)?|sateuacan(?:na)?
-
after|setelah(?:nya)?|sesudah(?:nya)?|usai|pasca|saatos(?:na)?|sanggeus(?:na)?
saparantos(?:na)?|sabada

largest|biggest|greatest|terbesar|panggedena|pangageungna|most|terbanyak|highest
tertinggi|pangluhurna|panglobana|pangseueurna|longest|terpanjang|terluas|panglegana
-
smallest|least|fewest|terkecil|pangleutikna|pangalitna|lowest|terendah|panghandapna
tersedikit|pangsaeutikna|shortest|terpendek|tersempit

big|large|besar|gede|ageung|high|tinggi|luhur|greater|bigger|larger|higher
-
small|kecil|leutik|alit|low|rendah|handap|smaller|lower|lesser

more|lebih banyak|majority|mayoritas|many|banyak|loba|seueur|most
-
fewer|less|minority|minoritas|few|sedikit|saeutik|sakedik

oldest|tertua|pangkolotna|pangsepuhna|old|tua|kolot
-
youngest|termuda|young|muda

positi[fvp]\w*|benefit\w*|manfaat|menguntungkan|mangpaat|nguntungkeun
-
negati[fvp]\w*|harm(?:s|ed|ful)?|merugikan|ngarugikeun|kerugian|rugi|karugian

success\w*|succeed\w*|berhasil|keberhasilan|sukses|kasuksesan
-
fail\w*|gagal|kegagalan|kagagalan

accept\w*|menerima|diterima|narima|ditarima|approv\w*|menyetujui|disetujui|nyatujuan
agree[ds]?|sepakat|sapuk|menyepakati|disepakati|satuju|setuju
-
reject\w*|menolak|ditolak|penolakan|nolak|oppos\w*|menentang|nentang|refus\w*
disagree\w*

support\w*|mendukung|didukung|dukungan|ngarojong|dirojong|help\w*|membantu
ngabant\w*
-
hinder\w*|\w*hambat\w*|\w*halang\w*|obstruct\w*|prevent\w*|mencegah|impede\w*

establish\w*|menjalin|dijalin|ngajalin|terjalin|begin\w*|began|begun|start\w*|mulai
memulai|dimulai|mimiti|ngamimitian|dimimitian|ngawitan|open\w*|membuka|dibuka|muka
-
end(?:s|ed|ing)?|berakhir|mengakhiri|diakhiri|selesai|rengse|lekasan|pungkas
ngeureunan|stop(?:s|ped)?|menghentikan|dihentikan|berhenti|clos(?:es|ed|ing)
menutup|ditutup|nutup|memutus\w*|mutuskeun|sever(?:s|ed)|terminat\w*|membatalkan
dibatalkan

strong\w*|kuat|kiat|close|erat|dekat|deukeut|caket|good|baik|alus|hade|sae
-
weak\w*|lemah|distant|jauh|renggang|anggang|tebih|bad|buruk|goreng|awon

fast\w*|quick\w*|cepat|gancang|easy|easier|mudah|gampang|gampil|rich\w*|kaya
beunghar
-
slow\w*|lambat|laun|difficult\w*|sulit|sukar|susah|hese|sesah|poor\w*|miskin|malarat

import(?:s|ed|ing)?|impor|mengimpor|buy\w*|bought|membeli|meuli|male|laki|lalaki
pria|lameget|north\w*|utara|kaler
-
export\w*|ekspor|mengekspor|sell\w*|sold|menjual|ngajual|female|perempuan|awewe
istri|wanita|south\w*|selatan|kidul

east\w*|timur|wetan|inside|internal|dalam|formal|urban|perkotaan|public|publik|umum
-
west\w*|barat|kulon|outside|eksternal|external|luar|informal|rural|pedesaan
perdesaan|private|swasta

quantitative|kuantitatif
-
qualitative|kualitatif

primary|primer
-
secondary|sekunder

theoretical(?:ly)?|teoritis|teoretis
-
practical(?:ly)?|praktis

maximum|maksimum|maksimal
-
minimum|minimal

bilateral
-
multilateral|unilateral

long|longer|panjang
-
short|shorter|pendek|pondok|singkat

active(?:ly)?|aktif
-
passive(?:ly)?|pasif

win|wins|won|winning|menang|memenangkan|meunang
-
lose|loses|lost|losing|kalah|eleh

supply|penawaran|pasokan
-
demand|permintaan

birth|births|kelahiran|kalahiran
-
death|deaths|kematian|maotna

past|katukang|silam|lampau
-
future|mendatang|depan|payun|hareup

employed|bekerja|digawe
-
unemployed|menganggur|nganggur
"""

OPPOSITES: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (phrases(one), phrases(other))
    for one, other in (pair.split("\n-\n") for pair in _TABLE.strip().split("\n\n"))
)
"""Two sides of each pair; a word is of a side as a whole."""
