"""Charts: a table in, an axes out; one module per kind of chart."""
