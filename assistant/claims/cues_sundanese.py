"""Sundanese words that make a statement weaker, or stronger, than plain fact.

See ``assistant.claims.cues``. The patterns run over folded words with one space between them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.claims.cue_kinds import CueKind
from assistant.phrases import phrases

__all__ = ["SUNDANESE_CUES"]

SUNDANESE_CUES: Final[Mapping[CueKind, re.Pattern[str]]] = {
    "none": phrases(
        r"""
        bisa jadi|tangtu wae|sanes(?= (?:anu|nu|di|dina|jeung|sareng|ku|ti|tina|kana|ka|pikeun|oge))
        sanes(?= (?:kanggo|saperti|sapertos|ayeuna))|mau teu mau|teu lian
        hal (?:anu |nu )?\w+ (?:lamun|upami|mun)
        (?:wajar|ilahar|biasa|penting|konvensional) (?:lamun|upami|mun)
        """
    ),
    "not_only": phrases(
        r"(?:teu|henteu|lain|sanes) (?:ngan|mung|ukur|saukur|wungkul|wae)(?: ukur)?"
    ),
    "not_all": phrases(
        r"(?:teu|henteu|sanes|lain|moal|(?:teu )?acan) "
        r"(?:sakabeh|kabeh|sadaya|unggal|salawasna|salamina|saban|sagala)(?:na)?"
    ),
    "chance": phrases(r"probabilitas(?: that)?"),
    "almost": phrases(r"ampir|meh(?= \w)"),
    "each": phrases(r"unggal|saban"),
    "each_like": phrases(r"masing masing|sewang sewangan|wae"),
    "negation": phrases(
        r"""
        henteu|teu|moal|ulah|tong|tanpa|taya|tara|euweuh|entong|lain(?= \w)|sanes(?= \w)
        teu aya|teu kungsi|teu kantos
        """
    ),
    "not_yet": phrases(
        r"(?:teu )?acan(?: kantos| kungsi)?|tacan|can(?= [a-z])|encan|teu acan|henteu acan"
    ),
    "indirect": phrases(r"(?:sacara )?(?:teu|henteu) langsung"),
    "expected": phrases(
        r"""
        diharepkeun|dipiharep|harepan|ngarepkeun|miharep|muga(?: muga)?|mugi(?: mugi)?|diharep
        dipambrih|diharapkeun|kuduna|kedahna|sakuduna|sakedahna|alusna|saena
        """
    ),
    "possible": phrases(
        r"""
        bisa|tiasa|iasa|mungkin|meureun|panginten|jigana|sigana|boa boa|bisa jadi|tiasa janten
        mampuh|mampu|ngamungkinkeun|dimungkinkeun|berpotensi|boga potensi|bade tiasa
        """
    ),
    "possible_like": phrases(r"kamungkinan|potensi|kamampuh|kapabilitas|kasempetan|peluang"),
    "once": phrases(r"kungsi|kantos|pernah"),
    "once_like": phrases(r"sateuacanna|samemehna|baheula|kapungkur|geus|parantos|tos"),
    "few": phrases(r"sababaraha|rupa rupa|loba|seueur|sajumlah|para"),
    "aim_like": phrases(
        r"tujuan|maksud|maksad|(?:pikeun|kanggo)(?: tiasa| bisa)?|keur|nepi ka|dugi ka"
        r"|usul|usulan|upaya|ngarah"
    ),
    "condition": phrases(
        r"""
        lamun(?: seug)?|mun|upama|upami|saupama|saupami|asalkeun|asal(?= ulah)
        bilih|pami|kajaba|iwal(?: ti| lamun)?
        gumantung (?:kana|ka)|kalayan sarat|jika|ari(?= seug)
        """
    ),
    "aim": phrases(
        r"""
        (?:boga|gaduh) tujuan|tujuanana|tujuan (?:utama|tina|pikeun|kanggo|nyaeta|pan[a-z]+an)
        maksud(?:na)?(?= pikeun| kanggo)
        hayang|hoyong|(?:sangkan|supaya|supados)(?: tiasa| bisa)?
        dimaksudkeun|dimaksadkeun|ditujukeun
        narekahan|ditarekahan|nyoba|nyobian
        dina raraga|niat|direncanakeun|ngarencanakeun|ngusulkeun
        (?:dilakukeun|dilaksanakeun|dirancang|diayakeun|dijieun|didamel) (?:pikeun|kanggo)
        """
    ),
    "future": phrases(r"bakal|baris|bade|arek|rek"),
    "tentative": phrases(
        r"""
        nganggap|meunteun|ngarasa|ngaraos|nyangka|percanten|ngira
        dianggap|dipeunteun|disangka|diduga|dipercaya|diperkirakeun|cenah|condong|kasebut sebut
        kaciri(?:na)?|katingal(?:na|ina)?|sigana|jigana|rupana|kawasna|siga anu|tiasa disebatkeun
        bisa disebutkeun|tiasa disebut|bisa disebut|kurang leuwih|relatif|ditaksir
        """
    ),
    "partly": phrases(
        r"""
        sawareh|sabagian(?: gede| ageung| leutik| alit)?|umumna|ilaharna|biasana
        sakapeung|kadang(?: kadang)?|lolobana|seuseueurna|mayoritas|sering|mindeng|remen
        """
    ),
    "must": phrases(
        r"""
        kudu|kedah|wajib|mesti|perlu(?:na)?|diperlukeun|merlukeun|ngabutuhkeun|dibutuhkeun
        peryogi|meryogikeun|diperyogikeun
        """
    ),
    "success": phrases(r"sukses|hasil(?= (?:ng|nga|ny|m|n)\w+)|junun|laksana"),
    "certain": phrases(
        r"""
        kabuktian|ngabuktikeun|tangtu|tangtos|pasti|salawasna|salamina|salalawasna|sagemblengna
        mutlak|kabukti
        """
    ),
    "all": phrases(r"sakabeh(?:na)?|kabeh|sadaya(?:na)?|sakumna|sagala|sakabehna|sakuliah"),
    "only": phrases(
        r"ngan(?: ukur)?|mung(?: ukur)?|ukur|wungkul|hiji hijina|saukur|tunggal|ngan saukur"
    ),
    "only_like": phrases(r"nembe|karek|kakara"),
    "reported": phrases(
        r"""
        numutkeun|nurutkeun|ceuk|saur|cek|sakumaha (?:anu )?di\w+keun(?: ku)?
        (?:boga|gaduh) (?:pamadegan|pamanggih|anggapan)|(?:pamadegan|pamanggih)(?= [a-z]+ \d{4})
        (?:nyatakeun|nyebutkeun|nyebatkeun|ngajelaskeun|negeskeun|ngedalkeun|netelakeun)(?= yen)
        (?:mendakan|manggihan|nyimpulkeun|nyindekkeun|nuduhkeun|nerangkeun|nganyatakeun)(?= yen)
        (?:didefinisikeun|didugikeun|dijelaskeun|dinyatakeun|disebutkeun|ditetelakeun|diajukeun) ku
        (?:ngadefinisikeun|ngadefinisikeun|mertelakeun|ngebrehkeun|ngebrehkeun)
        """
    ),
    "own_finding": phrases(
        r"""
        ieu (?:panalungtikan|skripsi|kajian|studi) <finds>
        (?:panalungtikan|skripsi|kajian|studi) ieu <finds>
        (?:panalungtik|panulis|nu nulis) <finds>
        hasil(?: tina)?(?: ieu)? panalungtikan(?: ieu)? <finds>
        """,
        finds=r"(?:manggihan|mendakan|nuduhkeun|ngabuktikeun|nyindekkeun|nyimpulkeun|nembongkeun)",
    ),
}
