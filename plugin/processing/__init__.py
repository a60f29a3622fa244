"""Processing provider and algorithms: parameters in, engine, sinks out; the one way to work."""
