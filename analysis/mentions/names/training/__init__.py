"""How the model of names was made: `python -m analysis.mentions.names.training` (`make model-names`).

Needs the packages of `sentiment/training/requirements.txt` (torch among them), in an
environment of its own. Nothing that runs for a reader imports this package.
"""
