"""How the target model was made: `python -m analysis.sentiment.training` (`make model`).

Needs the packages of `requirements.txt` in this folder (torch among them), in an
environment of its own. Nothing that runs for a reader imports this package.
"""
