"""A small encoder that reads amounts among the words around them: is it given, how firmly, in what form."""
