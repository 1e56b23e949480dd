"""The page: composed with Gradio, served by FastAPI, guarded by default."""

from ui.server import create_app, serve

__all__ = ["create_app", "serve"]
