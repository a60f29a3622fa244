"""The dock: a thin front to the Processing algorithms."""
