"""Django's own commands, where this product has more to say."""
