"""The index file: a GeoPackage of code blocks. No QGIS in here."""
