"""What happens when somebody uses the page: plain functions that take and return values.

``ui.app`` binds them to Gradio's events. A handler gets the room, the visit and what the
browser sent, and returns what changes on the page. A visitor is told apart by the id in
an HttpOnly cookie; whose conversation it is, is decided by the shelf.
"""
