"""`python -m analysis` is the `newsbook` command."""

from analysis.cli import main

main()
