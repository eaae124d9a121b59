"""Plain Python everyone may use: refusals, moments, working days, money, identifiers, and the doors to clock, chance, disk and network."""
