"""One module per format an analyst may have articles in."""
