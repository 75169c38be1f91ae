"""Names of people, organisations, places and groups, those that nobody listed among them."""
