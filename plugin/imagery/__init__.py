"""A QGIS raster layer as pixels on a metric grid: checking, measuring and reading it."""
