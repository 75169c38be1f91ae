"""What the commands of `newsbook` do, one module each; `analysis.cli` parses and calls them."""
