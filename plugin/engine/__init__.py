"""The method: photo, bird's-eye view, token codes, votes, posterior. No QGIS in here."""
