"""English words that make a statement weaker, or stronger, than plain fact.

See ``assistant.claims.cues``. The patterns run over folded words with one space between them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.claims.cue_kinds import CueKind
from assistant.phrases import phrases

__all__ = ["ENGLISH_CUES"]

ENGLISH_CUES: Final[Mapping[CueKind, re.Pattern[str]]] = {
    "none": phrases(
        r"""
        no later than|no doubt|no less than|no one but
        as (?:soon|far|long) as possible|if any|as if|whether or not|not to mention
        the month of may|may(?= \d)|(?<=\d )may|will of|the will|free will
        in the middle|at all levels|above all|first of all|after all|all over|once again|at once
        """
    ),
    "not_only": phrases(r"not (?:only|just|merely|simply|solely)"),
    "not_all": phrases(r"not (?:all|every|each|everyone|everything|entirely|always|necessarily)"),
    "chance": phrases(r"probability|likelihood|odds(?: that)?"),
    "only_like": phrases(r"single"),
    "almost": phrases(r"almost|nearly|virtually|close to(?= \d)|barely|hardly|scarcely"),
    "each": phrases(r"each|every"),
    "each_like": phrases(r"respective(?:ly)?|any"),
    "negation": phrases(
        r"""
        not|no|never|without|neither|nor|none|nobody|nothing|nowhere|no longer
        """
    ),
    "not_yet": phrases(
        r"""
        not(?: \w+){0,3}? yet|yet to(?: be)?|still (?:not|un\w+)|not so far
        (?:has|have|had) (?:not|never)(?: yet)?(?: been)?|not currently|not as yet
        """
    ),
    "indirect": phrases(r"indirect(?:ly)?|not direct(?:ly)?"),
    "expected": phrases(
        r"""
        expect(?:s|ed|ation|ations)?|hope(?:d|s|fully)?|should|ought to|anticipat(?:e|ed|es)
        ideally|hoping|expecting
        """
    ),
    "possible": phrases(
        r"""
        can|could|may|might|able(?= to)|capable(?= of)|possib(?:le|ly|ility|ilities)|perhaps|maybe
        potentially|likely|probabl[ey]|can be|could be
        """
    ),
    "possible_like": phrases(
        r"allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|usable|opportunit(?:y|ies)|abilit(?:y|ies)"
        r"|capabilit(?:y|ies)|potential"
    ),
    "once": phrases(r"once(?! again)|at (?:one|some) (?:time|point)"),
    "once_like": phrases(r"ever|previously|formerly|before|in the past|used to"),
    "few": phrases(r"several|many|various|a number of|a few|numerous|different|certain"),
    "aim_like": phrases(
        r"so that|to(?= \w+)|for|intended|propos(?:e|es|ed|al|als)|target(?:s|ed)?"
    ),
    "condition": phrases(
        r"""
        if|unless|provided(?: that)?|providing(?= that)|only when|in case|assuming|on condition that
        when (?:viewed|seen|considered|looked|judged|measured|assessed|examined)|depending on
        except(?: if| when| for)?|as long as|so long as|(?<!be )(?:viewed|seen) from
        """
    ),
    "aim": phrases(
        r"""
        aim(?:s|ed|ing)?(?= to| at| of| is| was| in)?|objectives?|goals?|purposes?|in order to
        intend(?:s|ed)?(?= to)|intention|intent|seek(?:s|ing)?|sought|try|tries|tried|trying
        attempt(?:s|ed|ing)?|wish(?:es|ed)?|want(?:s|ed|ing)?|plan(?:s|ned)?
        so as to|meant to|designed to|targets|propos(?:e|es|ed|al|als)(?= to)|endeavou?rs?
        strives?|(?:conducted|carried out|done|formed|made) (?:in order )?to|with a view to
        """
    ),
    "future": phrases(r"will(?! of)|shall|would|to be(?= \w+ed)|is going to|are going to|about to"),
    "tentative": phrases(
        r"""
        (?:can|may|could) be said
        consider(?:s|ed)?|deem(?:s|ed)?|regard(?:s|ed)(?= as)|judge[sd]?|judging
        feel(?:s)?|perceived?
        think(?:s)?|believes?|assumes?|perceives?|finds?(?= \w+ \w+ (?:slow|easy|good|bad|to be))
        regarded|assumed|alleged(?:ly)?|believed|thought to|said to
        estimated|estimates|seem(?:s|ed|ingly)?|appear(?:s|ed)?(?= to)|apparently|presumably
        tend(?:s|ed)?(?= to)|tendency|suggest(?:s|ed)?|relatively|reportedly|predicted|projected
        suspected|arguably|supposedly|more or less
        """
    ),
    "partly": phrases(
        r"""
        (?<!at )some|partly|partial(?:ly)?|in part|most(?= (?:of|\w+s))|mostly|mainly|majority
        generally|in general|usually|sometimes|occasionally|often|largely
        """
    ),
    "must": phrases(
        r"""
        must|have to|has to|had to|(?<!the )(?<!of )need(?:s|ed)?(?! for)(?! of)
        required?|requires|requiring|necessary|obliged
        should|mandatory|obligat(?:ory|ed)|needs? to be
        """
    ),
    "certain": phrases(
        r"""
        prove(?:s|d|n)?(?: to)?|proving|certain(?:ly)?|definite(?:ly)?
        always|undoubtedly|surely|completely|entirely|fully|absolutely|unconditional(?:ly)?
        without exception|inevitabl[ey]|guarantee(?:s|d)?|invariably
        """
    ),
    "success": phrases(
        r"succeed(?:s|ed)?(?: in| to)?|success(?:ful|fully)?|manag(?:e|es|ed) to|achieved"
    ),
    "all": phrases(r"all|entire|whole|everyone|everything|throughout"),
    "only": phrases(r"only|solely|merely|sole|exclusively|just|alone|limited to"),
    "reported": phrases(
        r"""
        according to|as (?:<said>)(?: by)?|in the (?:view|words|opinion) of
        (?:argue|claim|contend|maintain|assert|posit)(?:s|d|ed)?
        (?:state|say|explain|suggest|note|write|define|believe|conclude|find)s?(?= that)
        (?:stated|said|explained|suggested|noted|wrote|believed|concluded|found)(?= that| by)
        (?:defines|defined|proposed|put forward|described|stated) (?:by|as)|defines
        (?:opinion|view|theory|argument)(?= of)
        """,
        said=r"argued|stated|explained|noted|defined|said|argues|states|explains|notes|defines",
    ),
    "own_finding": phrases(
        r"""
        (?<!that )(?:this|the|our) (?:research|study|thesis|paper|analysis) <finds>
        (?<!that )(?<!that the )(?:the )?(?:researchers?|authors?|writer) (?:has |have )?<finds>
        we <finds>
        (?:the )?(?:results?|findings?)(?: of (?:this|the) (?:study|research|thesis))? <finds>
        """,
        finds=r"(?:finds?|found|shows?|showed|shown|proves?|proved|concludes?|concluded"
        r"|demonstrates?|demonstrated|reveals?|revealed|discovered|confirms?|confirmed)",
    ),
}
