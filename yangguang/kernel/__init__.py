"""Plain Python everyone may use.

Refusals, moments, working days, money, identifiers, and the doors to clock, chance, disk and network.
"""
