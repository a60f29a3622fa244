"""Procedural towns, seen from above and from the street; makes the sample scene."""
