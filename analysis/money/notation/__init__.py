"""How money is written: the tokens, numbers, currencies and qualifiers that amounts are read from."""
