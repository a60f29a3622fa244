"""Whether HEIC files are whole, told from their boxes."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugin.engine.exif import exif_inside
from plugin.engine.heif import is_heif, is_whole

# Drawn quarters (red, green / blue, white), 72 x 96 upright, stored lying with the container's own
# turn and with orientation 6 in EXIF beside it, as phones do; 26 mm in 35 mm terms.
HEIC = base64.b64decode(
    """
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAY1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA
AAAAAAAAAAAAAA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAGxAAEAAAAAAAAAbQACAAAAAAIeAAEA
AAAAAAAAWgAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAA
zGlwcnAAAACtaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMA
AAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBJZbqSSmubgIaDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAi
QAAAABRpc3BlAAAAAAAAAGAAAABIAAAACWlyb3QDAAAAEHBpeGkAAAAAAwgICAAAABdpcG1hAAAAAAAAAAEAAQSB
AgMEAAAAGmlyZWYAAAAAAAAADmNkc2MAAgABAAEAAADPbWRhdAAAAGkoAa8ZgGIaaDN3hpK3bIU3tO75n/zSTv+d
4LtPhfQah3hmnnfxSA9EFYgdb9C5hUir4bf4MEwlCtb3fAm7eU0C/fggRpQytFapJ0nst0P4EgTK953z4qZGwhSF
Yl4uMQAlV0QHPgao2TAAAAAGRXhpZgAATU0AKgAAAAgAAgESAAMAAAABAAYAAIdpAAQAAAABAAAAJgAAAAAAA6AC
AAMAAAABAGAAAKADAAMAAAABAEgAAKQFAAMAAAABABoAAAAAAAA=
"""
)


def without(content, length):
    """The same file with the item of this length, below 256 bytes, said to be empty."""
    last = content.index(b"iloc") + 4 + 8
    at = content.index(length.to_bytes(4, "big"), last)
    return content[: at + 3] + b"\x00" + content[at + 4 :]


def test_a_whole_file():
    assert is_heif(HEIC) and is_whole(HEIC)
    assert exif_inside(HEIC).photo[0xA405] == 26 and exif_inside(HEIC).orientation == 6


def test_phones_may_append_what_they_like():
    assert is_whole(HEIC + b"\x00\x00\x00\x03SEFT and more")


@pytest.mark.parametrize("length", range(0, len(HEIC), 7))
def test_a_file_cut_short_is_not_whole(length):
    assert not is_whole(HEIC[:length])
    assert not is_whole(HEIC[:-1])


def test_empty_items_are_refused():
    assert not is_whole(without(HEIC, 0x5A))


@given(st.binary(max_size=400), st.integers(0, len(HEIC)))
def test_any_bytes_end_in_an_answer(noise, at):
    assert is_whole(HEIC[:at] + noise + HEIC[at:]) in (True, False)
    assert is_whole(noise) in (True, False)
