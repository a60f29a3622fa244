"""Data, simulator, fitting and evaluation of the models; never imported by the plugin."""
