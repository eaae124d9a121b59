"""Bodies, units, entrustments, officers and their certificates, accounts and roles.

Keeps duties D06, D07, D10; leaves what a role may do to each context.
"""
