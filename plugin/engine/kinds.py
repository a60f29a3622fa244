"""Names for kinds of pictures, and for where a number about a camera comes from."""

PERSPECTIVE = "perspective"
EQUIRECTANGULAR = "equirectangular"

GIVEN, FILE, PICTURE, ASSUMED = "given", "file", "picture", "assumed"
