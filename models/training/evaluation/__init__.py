"""Measuring a model on photos with known position: protocols, measures, baselines, report."""
