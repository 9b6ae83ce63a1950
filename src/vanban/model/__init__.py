"""Nouns of the field: frozen, typed, without behaviour beyond their own."""
