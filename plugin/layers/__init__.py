"""Result layers, styles, groups, and files attached to the project."""
