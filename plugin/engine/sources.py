"""Where a number about a camera comes from."""

GIVEN, FILE, PICTURE, ASSUMED = "given", "file", "picture", "assumed"
