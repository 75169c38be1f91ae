"""Tone: scoring sentences, and aggregating them with their n and interval."""
