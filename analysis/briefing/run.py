"""Render a briefing: run its notebook, gate it, export it, publish it."""

from analysis.briefing.sentinel import sentinel

__all__ = ["sentinel"]
