"""Model packs and what makes them."""
