"""Articles: reading, cleaning, grouping copies, and the store they live in."""
