"""Skymatch: find where a street photo was taken, in the aerial imagery loaded in QGIS."""
