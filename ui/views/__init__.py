"""The views of the page, one module each: records in, HTML out.

A view is named in ``VIEWS``, has a label ``view_NAME`` in ``ui.strings`` and a part
``#view-NAME`` in ``ui.app``; the header, the address (``/?view=NAME``) and the script
take it from there.
"""

from typing import Final

__all__ = ["VIEWS"]

VIEWS: Final = ("ask", "library", "brief", "check")
