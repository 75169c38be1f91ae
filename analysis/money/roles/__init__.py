"""Who gives and who receives."""
