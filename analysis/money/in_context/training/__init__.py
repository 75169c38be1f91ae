"""Train the encoder of amounts on annotated text; see __main__.py.

Needs the packages of `sentiment/training/requirements.txt` (torch among them), in an
environment of its own; nothing here is needed to use the model.
"""
