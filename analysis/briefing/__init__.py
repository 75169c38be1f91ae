"""Briefings: parameters, rendering, evidence, manifest, publishing, scheduling."""
