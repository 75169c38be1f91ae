"""Why an amount does not count: needs, prices, budgets, totals to date, gifts told again or undone."""
