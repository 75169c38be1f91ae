"""Money: amounts as printed, claims that somebody gives, and the ledger of pledges."""
