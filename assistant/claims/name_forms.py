"""Proper names that are written differently in Indonesian, English and Sundanese.

One group a line: forms that name the same, people and language of a country with it.
Names that are the same everywhere need no line.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["FORMS", "MONTHS", "forms_from"]

_TABLE: Final = """
japan / japanese / jepang
england / english / inggris / britain / british / great britain / united kingdom / uk
netherlands / the netherlands / dutch / holland / belanda / walanda
germany / german / germans / jerman
france / french / prancis / perancis
china / chinese / cina / tiongkok / tionghoa / rrt / prc
south korea / korea selatan / korea kidul / republic of korea / republik korea
north korea / korea utara / korea kaler
korea / korean / koreans
united states / united states of america / america / american / americans / us / usa / u.s /
 amerika / amerika serikat / as
indonesia / indonesian / indonesians / republik indonesia / republic of indonesia / ri
sunda / sundanese
java / javanese / jawa
west java / jawa barat / jawa kulon / jabar
central java / jawa tengah / jateng
east java / jawa timur / jawa wetan / jatim
sumatra / sumatera
north sumatra / sumatera utara
west sumatra / sumatera barat
south sumatra / sumatera selatan
kalimantan / borneo
east kalimantan / kalimantan timur
west kalimantan / kalimantan barat
south kalimantan / kalimantan selatan
central kalimantan / kalimantan tengah
south sulawesi / sulawesi selatan
north sulawesi / sulawesi utara
central sulawesi / sulawesi tengah
sulawesi / celebes
maluku / moluccas
papua / papuan
west papua / papua barat
bali / balinese
egypt / egyptian / mesir
greece / greek / yunani
switzerland / swiss
spain / spanish / spanyol
portugal / portuguese / portugis
italy / italian / italia / itali
russia / russian / rusia
soviet union / uni soviet
turkey / turkish / turkiye / turki
saudi arabia / arab saudi / saudi
arab / arabic / arabia / arabian
singapore / singapura
philippines / the philippines / filipino / filipina / pilipina
cambodia / kamboja
thailand / thai / muangthai
vietnam / vietnamese
malaysia / malaysian
myanmar / burma / birma
laos / lao
brunei / brunei darussalam
east timor / timor leste / timor timur
india / indian / hindia / hindustan
dutch east indies / east indies / hindia belanda / hindia walanda
new zealand / selandia baru / selandia anyar
south africa / afrika selatan / afrika kidul
brazil / brazilian / brasil
mexico / mexican / meksiko
canada / canadian / kanada
australia / australian
cuba / cuban / kuba
poland / polish / polandia
sweden / swedish / swedia
norway / norwegian / norwegia
denmark / danish
finland / finnish / finlandia
belgium / belgian / belgia
austria / austrian
hungary / hungarian / hungaria
czech / czech republic / ceko / republik ceko
ireland / irish / irlandia
scotland / scottish / skotlandia
iceland / islandia
ukraine / ukrainian / ukraina
palestine / palestinian / palestina
jordan / yordania
lebanon / lebanese / libanon
syria / syrian / suriah
iraq / iraqi / irak
iran / iranian / persia
united arab emirates / uni emirat arab / uae / uea
morocco / moroccan / maroko
algeria / aljazair
ethiopia / ethiopian / etiopia
pakistan / pakistani
afghanistan / afganistan
bangladesh / banglades
nepal / nepali / nepalese
mongolia / mongolian
taiwan / taiwanese
colombia / kolombia
chile / chili
argentina / argentine / argentinian
europe / european / eropa
european union / uni eropa / eu / ue
asia / asian
southeast asia / south east asia / asia tenggara
east asia / asia timur
africa / african / afrika
middle east / timur tengah / wetan tengah
pacific / pacific ocean / pasifik / samudra pasifik / samudera pasifik
indian ocean / samudra hindia / samudera hindia
atlantic / atlantic ocean / atlantik / samudra atlantik
united nations / un / u.n / pbb / perserikatan bangsa bangsa
world bank / bank dunia
world war / perang dunia
cold war / perang dingin
islam / islamic / muslim / muslims / islami
christian / christians / christianity / kristen
catholic / catholics / katolik
hindu / hindus / hinduism
buddha / buddhist / buddhists / buddhism / budha
jakarta / dki jakarta / dki / special capital region of jakarta
yogyakarta / jogjakarta / jogja / yogya
bandung / bandoeng
beijing / peking
nanjing / nanking
rome / roma
athens / athena
geneva / jenewa
vienna / wina
cairo / kairo
mecca / makkah / mekah / mekkah
medina / madinah
moscow / moskow / moskwa
brussels / brussel
the hague / den haag
london / londen
lisbon / lisboa / lisabon
venice / venesia
cologne / koln
munich / munchen
seoul / seul
new york / nyu york
msme / msmes / sme / smes / umkm / ukm
ngo / ngos / lsm
gdp / pdb
grdp / pdrb
sdgs / sdg / tpb / sustainable development goals / tujuan pembangunan berkelanjutan
mou / memorandum of understanding / nota kesepahaman
ministry / kementerian / kamentrian / kementrian
house of representatives / parliament / dewan perwakilan rakyat / dpr / assembly
regional house of representatives / dprd / dewan perwakilan rakyat daerah
constitution / uud / undang undang dasar
monday / senin / senen
tuesday / selasa / salasa
wednesday / rabu / rebo
thursday / kamis / kemis
friday / jumat / jumaah
saturday / sabtu / saptu
sunday / minggu / ahad
january / januari / jan
february / februari / pebruari / feb
march / maret / mar
april / apr
may / mei
june / juni / jun
july / juli / jul
august / agustus / agu / aug
september / sept / sep
october / oktober / okt / oct
november / nopember / nov
december / desember / des / dec
"""

FORMS: Final[tuple[tuple[tuple[str, ...], ...], ...]] = tuple(
    tuple(tuple(form.replace(".", " ").split()) for form in line.split(" / "))
    for line in _TABLE.replace(" /\n ", " / ").strip().splitlines()
)
"""Each group: its forms, each a run of folded words."""

MONTHS: Final[frozenset[str]] = frozenset(
    form[0] for group in FORMS[-12:] for form in group if len(form[0]) > len("mar")
)
"""The names of months that are written out."""


def _first_words() -> Mapping[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for number, group in enumerate(FORMS):
        for form in group:
            found.setdefault(form[0], {})[number] = None
    return {word: tuple(groups) for word, groups in found.items()}


_GROUPS: Final = _first_words()


def forms_from(words: tuple[str, ...], place: int) -> tuple[tuple[int, int], ...]:
    """Return (group, words taken) of the forms that begin at a place, longest first."""
    found = [
        (group, len(form))
        for group in _GROUPS.get(words[place], ())
        for form in FORMS[group]
        if words[place : place + len(form)] == form
    ]
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))
