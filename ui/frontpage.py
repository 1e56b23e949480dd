"""The page's own HTML document, dressed for its policy.

Gradio writes it with inline scripts, with tags for sharing that name other sites, and
in English. The scripts get the nonce, the tags go, the language is the reader's, and
our style sheet and script are linked so that they are there before the first paint.
"""

from __future__ import annotations

import re
from typing import Final

from ui.visit import choose_language

__all__ = ["dress", "policy"]

_ABOUT: Final = re.compile(r"\s*<meta\s+(?:property|name)=\"(?:og|twitter):[^>]*?/>", re.DOTALL)
_MANIFEST: Final = re.compile(r"\s*<link rel=\"manifest\"[^>]*>")
_LANGUAGE: Final = re.compile(r"(<html\s+lang=)\"en\"")
_SHEETS: Final = ("page", "talk", "source", "views", "brief")
_OURS: Final = (
    '<script src="/sitir/look.js"></script>'
    '<link rel="icon" href="/sitir/icon.svg" type="image/svg+xml">'
    + "".join(f'<link rel="stylesheet" href="/sitir/{name}.css">' for name in _SHEETS)
    + '<script src="/sitir/page.js" type="module"></script>'
)


def policy(nonce: str) -> str:
    """Return the Content-Security-Policy of one answer.

    ``'unsafe-eval'`` and inline styles are Gradio's needs: its HTML part compiles its
    template in the browser, and its parts carry style attributes. Inline scripts run
    with the nonce only, so markup that came from a text could not run even if it got
    through the escaping; and nothing is ever fetched from elsewhere.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{nonce}' 'unsafe-eval'",
            "script-src-attr 'none'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def dress(document: str, nonce: str, accepted: str) -> str:
    """Return Gradio's ``document`` for a reader whose ``Accept-Language`` is ``accepted``."""
    document = _MANIFEST.sub("", _ABOUT.sub("", document))
    document = _LANGUAGE.sub(rf'\1"{choose_language(None, accepted)}"', document)
    document = document.replace("</head>", f"{_OURS}</head>", 1)
    return document.replace("<script", f'<script nonce="{nonce}"')
