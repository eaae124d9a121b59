"""Penalties by summary procedure (简易程序): made, handed over and, where the law lets it, collected on the spot."""
