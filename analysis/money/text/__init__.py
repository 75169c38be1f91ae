"""A text as claims see it: its sentences as rows of items, who and what is named in them, verbs and clauses."""
