"""Mouse and keyboard of the X server: QGIS cannot tell these events from those of a person.

They go through the XTEST extension (libXtst), as those of xdotool do. No window manager is needed.
"""

import ctypes
import time
from string import ascii_uppercase
from typing import Tuple

LEFT = 1
PAUSE_S = 0.02
_KEYSYMS = {"/": "slash", "_": "underscore", ".": "period", "-": "minus", " ": "space"}
_SHIFTED = f"_{ascii_uppercase}"


class Hands:
    """One mouse and one keyboard, on the display that `DISPLAY` names."""

    def __init__(self) -> None:
        """Raises OSError where libXtst6 is not installed or there is no display."""
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._xtest = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        for function, kinds in (
            (self._x11.XFlush, [ctypes.c_void_p]),
            (self._x11.XStringToKeysym, [ctypes.c_char_p]),
            (self._x11.XKeysymToKeycode, [ctypes.c_void_p, ctypes.c_ulong]),
            (self._xtest.XTestFakeMotionEvent, [ctypes.c_void_p, *[ctypes.c_int] * 3, _ULONG]),
            (self._xtest.XTestFakeButtonEvent, [ctypes.c_void_p, _UINT, ctypes.c_int, _ULONG]),
            (self._xtest.XTestFakeKeyEvent, [ctypes.c_void_p, _UINT, ctypes.c_int, _ULONG]),
        ):
            function.argtypes = kinds
        self._display = self._x11.XOpenDisplay(None)
        if not self._display:
            raise OSError("There is no X display.")
        self.at: Tuple[int, int] = (0, 0)

    def move(self, x_px: int, y_px: int) -> None:
        """Move the mouse to a pixel of the screen."""
        self.at = (x_px, y_px)
        self._xtest.XTestFakeMotionEvent(self._display, -1, x_px, y_px, 0)
        self._x11.XFlush(self._display)

    def _press(self, down: bool) -> None:
        self._xtest.XTestFakeButtonEvent(self._display, LEFT, down, 0)
        self._x11.XFlush(self._display)

    def click(self, times: int = 1) -> None:
        """Click where the mouse is, or double-click."""
        for _ in range(times):
            self._press(True)
            self._press(False)

    def type(self, text: str) -> None:
        """Type letters, digits and what file names consist of."""
        for letter in text:
            shift = letter in _SHIFTED
            self.key(_KEYSYMS.get(letter, letter), "Shift_L" if shift else "")
            time.sleep(PAUSE_S / 4)

    def key(self, name: str, held: str = "") -> None:
        """Strike a key by the name of its keysym, with another held, such as Control_L."""
        codes = [self._code(key) for key in (held, name) if key]
        for code in codes:
            self._xtest.XTestFakeKeyEvent(self._display, code, True, 0)
        for code in reversed(codes):
            self._xtest.XTestFakeKeyEvent(self._display, code, False, 0)
        self._x11.XFlush(self._display)

    def _code(self, name: str) -> int:
        keysym = self._x11.XStringToKeysym(name.encode())
        code = int(self._x11.XKeysymToKeycode(self._display, keysym)) if keysym else 0
        if not code:
            raise ValueError(f"There is no key {name!r}.")
        return code & 0xFF


_UINT, _ULONG = ctypes.c_uint, ctypes.c_ulong
