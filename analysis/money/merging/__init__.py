"""Which claims report the same gift, what replaces what, and what is a part of what."""
