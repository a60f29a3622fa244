def write_html(*args): pass
