"""Fitting the head that tells from what stands around a camera what ground to expect there."""
