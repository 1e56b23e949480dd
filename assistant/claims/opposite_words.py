"""Words of opposite meaning in the three languages, as patterns over folded words."""

from __future__ import annotations

import re
from typing import Final

from assistant.phrases import phrases

__all__ = ["OPPOSITES"]

_TABLE: Final = r"""
increas\w*|ris(?:e|es|ing|en)|rose|gr[oe]w\w*|improv\w*|enhanc\w*|climb\w*
rais(?:e|es|ed|ing)|(?:me|pe|di)ningkat\w*|naik\w*|menaik\w*|bertambah|menambah\w*|ditambah\w*
naek\w*|ngaronjat\w*|ronjat\w*|nambah\w*|kanaekan|kenaikan|(?:di|ter)tingkat\w*|maju|naekkeun
memajukan|majeng\w*|majengkeun|expand\w*|nambihan|ditambih\w*|doubled|tripled|extend\w*
memperluas|menguat|melonjak|lonjakan|memperpanjang|diperpanjang
-
decreas\w*|declin\w*|fall(?:s|ing|en)?|fell|drop(?:s|ped)?|reduc\w*|cut(?:s|ting)?|halved
lower(?:s|ed|ing)|(?:me|pe|di)nurun\w*|diturunkan|turun|berkurang|mengurang\w*|dikurang\w*
pengurangan|merosot|nurun\w*|kurang\w+an|ngurang\w*|ngirang\w*|dikirang\w*|nyirorot|worsen\w*
memburuk\w*|diminish\w*|mundur\w*|shrink\w*|shorten\w*|memperburuk|memperkecil|mempersempit
memperpendek|deteriorat\w*|penurunan|panurunan|menyusut|penyusutan|turunna|diturunkeun

strengthen\w*|memperkuat|diperkuat|(?:me)?nguat\w*|penguatan|dikuatan|dikiatan|ngiatan
reinforc\w*|memperkokoh|diperkokoh
-
weaken\w*|memperlemah|melemah\w*|pelemahan|ngalemah\w*|diperlemah|demolish\w*|membongkar
dibongkar\w*|ngabongkar|undermin\w*|merusak|dirusak|ngaruksak|diruksak|destroy\w*

before|prior|sebelum(?:nya)?|sameme?h(?:na)?|sateuacan(?:na)?
-
after|setelah(?:nya)?|sesudah(?:nya)?|usai|pasca|saatos(?:na)?|sanggeus(?:na)?
saparantos(?:na)?|sabada

largest|biggest|greatest|terbesar|panggedena|pangageungna|most|terbanyak|highest
tertinggi|pangluhurna|panglobana|pangseueurna|longest|terpanjang|terluas|panglegana
paling (?:besar|banyak|tinggi|panjang|luas|gede|ageung|loba|seueur|luhur)
-
smallest|least|fewest|terkecil|pangleutikna|pangalitna|lowest|terendah|panghandapna
tersedikit|pangsaeutikna|pangsakedikna|shortest|terpendek|tersempit
paling (?:kecil|sedikit|rendah|pendek|sempit|leutik|alit|saeutik|sakedik|handap)

big|large|besar|gede|ageung|high|tinggi|luhur|greater|bigger|larger|higher|jangkung
-
small|kecil|leutik|alit|low|rendah|handap|smaller|lower|lesser|pendek

above|upper|di atas|atas|luhur
-
below|lower|bawah|handap

more|lebih banyak|many|banyak|loba|seueur|majority|mayoritas
-
fewer|less|few|sedikit|saeutik|sakedik|minority|minoritas

(?:more|lebih|leuwih|langkung) (?:important|penting|menentukan|nangtukeun|often|sering|likely)
matters? more
-
(?:less|kurang|kirang) (?:important|penting|menentukan|nangtukeun|often|sering|likely)
matters? less

oldest|tertua|pangkolotna|pangsepuhna|old|older|tua|kolot|sepuh|lama|lami
-
youngest|termuda|young|younger|muda|ngora|anom|new|newer|newest|baru|anyar|enggal|terbaru

positi[fvp]\w*
-
negati[fvp]\w*

benefit\w*|manfaat|menguntungkan|mangpaat|nguntungkeun|bermanfaat|mangpaatna|keuntungan
kauntungan|untung|advantage\w*|profit\w*
-
harm(?:s|ed|ful)?|merugikan|ngarugikeun|kerugian|rugi|karugian|mudarat|disadvantage\w*|loss

success\w*|succeed\w*|berhasil|keberhasilan|sukses|kasuksesan
-
fail\w*|gagal|kegagalan|kagagalan

accept\w*|menerima|diterima|narima|ditarima|approv\w*|menyetujui|disetujui|nyatujuan|agree[ds]?
sepakat|sapuk|menyepakati|disepakati|satuju|setuju|disatujuan|disapukan|welcom\w*|menyambut
-
reject\w*|menolak\w*|ditolak|penolakan|nolak|oppos\w*|menentang|nentang|refus\w*|tolak
disagree\w*|ngalawan|ditentang|dibantah|membantah

allow\w*|permit(?:s|ted|ting)?|mengizinkan|diizinkan|ngidinan|diidinan|membolehkan|diperbolehkan
memperbolehkan|ngawenangkeun|oblig\w*|requir\w*|mewajibkan|diwajibkan|ngawajibkeun|diwajibkeun
-
forb[aio]d\w*|prohibit\w*|ban(?:s|ned|ning)?|melarang|dilarang|larangan|ngalarang|dilarang
caram|nyaram|exempt\w*

support\w*|mendukung|didukung|dukungan|ngarojong|dirojong|help\w*|membantu|memajukan|majengkeun|advanc\w*|dibantu|bantuan
ngabant\w*|dibant\w*|ngadukung|didukung|facilitat\w*|memfasilitasi|encourag\w*|mendorong
-
hinder\w*|\w*hambat\w*|\w*halang\w*|obstruct\w*|prevent\w*|mencegah|impede\w*|oppos\w*
menentang|nentang|ngalawan|discourag\w*|mempersulit

establish\w*|menjalin|dijalin|ngajalin|terjalin|begin\w*|began|begun|start\w*|mulai
memulai|dimulai|mimiti|ngamimitian|dimimitian|ngawitan|open\w*|membuka|dibuka|muka|launch\w*
diluncurkan|meluncurkan
-
end(?:s|ed|ing)?|berakhir|mengakhiri|diakhiri|selesai|rengse|lekasan|pungkas
ngeureunan|stop(?:s|ped)?|menghentikan|dihentikan|berhenti|clos(?:es|ed|ing)
menutup|ditutup|nutup|memutus\w*|mutuskeun|sever(?:s|ed)|terminat\w*|membatalkan
dibatalkan|cancel\w*|ceased?

built|build(?:s|ing)?|membangun|dibangun|ngawangun|diwangun|construct(?:s|ed|ing)?
-
demolish\w*|membongkar|dibongkar|ngabongkar|destroy\w*|merobohkan|meruntuhkan

strong\w*|kuat|kiat|kokoh
-
weak\w*|lemah

close|closely|erat|dekat|deukeut|caket|near|nearby
-
distant|far|jauh|renggang|anggang|tebih|loose|loosely

good|better|best|baik|terbaik|alus|hade|sae|pangsaena|pangalusna
-
bad|worse|worst|buruk|terburuk|goreng|awon|pangawonna|panggorengna|jelek

fast\w*|quick\w*|cepat|gancang|rapid\w*|swift\w*|pesat|enggal
-
slow\w*|lambat|laun|kendor

easy|easier|easily|mudah|gampang|gampil|simple|sederhana
-
difficult\w*|hard|harder|sulit|sukar|susah|hese|sesah|complicated|rumit

rich\w*|kaya|beunghar|wealthy|abundan\w*|melimpah|ngalimpah
-
poor\w*|miskin|malarat|scarce|scarcity|langka

import(?:s|ed|ing)?|impor|mengimpor|ngimpor
-
export\w*|ekspor|mengekspor|ngekspor

buy\w*|bought|membeli|meuli|dibeli|meser|dipeser|dibeuli|purchas\w*
-
sell\w*|sold|menjual|ngajual|dijual|penjualan

male|males|men|laki|lalaki|pria|pameget|husband
-
female|females|women|perempuan|awewe|istri|wanita|wife

north\w*|utara|kaler
-
south\w*|selatan|kidul

east\w*|timur|wetan
-
west\w*|barat|kulon

inside|internal|dalam
-
outside|eksternal|external|luar

formal\w*|resmi|official\w*
-
informal\w*|unofficial\w*

urban|perkotaan
-
rural|pedesaan|perdesaan|padesaan

public|publik|umum
-
private|swasta

quantitative|kuantitatif
-
qualitative|kualitatif

primary|primer
-
secondary|sekunder

theoretical(?:ly)?|teoritis|teoretis
-
practical(?:ly)?|praktis

maximum|maksimum|maksimal|maximi[sz]\w*|memaksimalkan|ngamaksimalkeun
-
minimum|minimal|minimi[sz]\w*|meminimal\w*|meminimalisir|ngaminimalkeun

bilateral
-
multilateral|unilateral

long|longer|panjang|lama|lami
-
short|shorter|pendek|pondok|singkat|sakedap|sebentar

active(?:ly)?|aktif
-
passive(?:ly)?|pasif

win|wins|won|winning|menang|memenangkan|meunang
-
lose|loses|lost|losing|kalah|eleh

supply|penawaran|pasokan
-
demand|permintaan

birth|births|born|kelahiran|kalahiran|lahir|emerg\w*|munculnya|muncul
-
death|deaths|died|kematian|maotna|punah|leungit|vanish\w*|extinct

past|katukang|silam|lampau
-
future|mendatang|depan|payun|hareup

employed|bekerja|digawe
-
unemployed|menganggur|nganggur

always|selalu|senantiasa|salawasna|often|sering|remen|mindeng|seringkali
-
never|seldom|rarely|jarang|langka|tara|tidak pernah

first|pertama|munggaran|kahiji|earliest|terawal
-
last|terakhir|panungtungan|pamungkas|latest|final

safe|safely|aman|secure
-
dangerous|berbahaya|bahaya|unsafe|hazardous

cheap|cheaper|murah|mirah
-
expensive|costly|mahal|awis

modern
-
traditional|tradisional|kuno

healthy|sehat|cageur|damang
-
sick|ill|sakit|gering|teu damang

central\w*|pusat|puseur
-
local|lokal|peripheral|pinggiran

voluntary|voluntarily|sukarela
-
forced|compulsory|terpaksa|dipaksa

temporary|temporarily|sementara
-
permanent|permanently|permanen|tetap

exact|exactly|tepat|persis
-
approximate|approximately|roughly|sekitar|kira|sakitar|about
"""

OPPOSITES: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (phrases(one), phrases(other))
    for one, other in (pair.split("\n-\n") for pair in _TABLE.strip().split("\n\n"))
)
"""Two sides of each pair; a word is of a side as a whole."""
