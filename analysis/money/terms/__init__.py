"""The terms of a gift: its stage, form, sector and purpose, who said it and when."""
