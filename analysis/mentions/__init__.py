"""Who is named: the register, finding its entities, counting them."""
