"""The texts of an Arrow array, as they lie in its memory."""

from typing import Any

import numpy as np
from nanoarrow.c_array import CArray
from numpy.typing import NDArray

__all__ = ["TEXTS", "VIEWS", "texts_in"]

LONG_TEXTS, VIEWS = "U", "vu"
TEXTS = {"u", LONG_TEXTS, VIEWS}
VIEW, SHORT = 16, 12  # the bytes of a view, and of a text that lies within it


def texts_in(array: CArray) -> list[bytes]:
    """Give the bytes of each text, those of unknown rows of no meaning."""
    if array.length == 0:
        return []  # then there may be no memory at all
    is_of_views = array.schema.format == VIEWS
    memory, starts, ends = (_views if is_of_views else _texts)(array)
    return [memory[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]


def _texts(array: CArray) -> tuple[bytes, NDArray[Any], NDArray[Any]]:
    """Say where each text begins and ends in the memory of an array of texts."""
    kind = np.int64 if array.schema.format == LONG_TEXTS else np.int32
    view, end = array.view(), array.offset + array.length + 1
    offsets = np.frombuffer(view.buffer(1), kind, count=end)[array.offset :]
    return bytes(view.buffer(2)), offsets[:-1], offsets[1:]


def _views(array: CArray) -> tuple[bytes, NDArray[Any], NDArray[Any]]:
    """Say where each text begins and ends in all memory of an array of views.

    A view is of 16 bytes: the length, and then the text itself if it is short, or else
    its beginning, the number of a buffer, and the place in it. nanoarrow itself breaks
    on the views of more than a few buffers.
    """
    view = array.view()
    buffers = [bytes(view.buffer(one)) for one in range(1, array.n_buffers - 1)]
    first = np.cumsum([0, *map(len, buffers)])
    words = np.frombuffer(buffers[0], np.int32).reshape(-1, 4)
    words = words[array.offset : array.offset + array.length].astype(np.int64)
    length, _, buffer, place = words.T
    here = (np.arange(len(words)) + array.offset) * VIEW + 4
    is_short = length <= SHORT
    away = first[np.where(is_short, 0, buffer + 1)] + place
    starts = np.where(is_short, here, away)
    return b"".join(buffers), starts, starts + length
