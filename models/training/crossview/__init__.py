"""Training across views: bird's-eye views of photos and aerial maps of the same ground."""
