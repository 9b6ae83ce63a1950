"""Files changed a little: bytes turned, cut, doubled and put in; in packages also the members."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence


def mutate(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    """Another file like `data`."""
    if data[:4] == b"PK\x03\x04" and chance.random() < 0.8:
        try:
            return _mutate_member(data, words, chance)
        except Exception:  # the package was damaged before
            pass
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        _change(changed, words, chance)
    return bytes(changed)


def _change(data: bytearray, words: Sequence[bytes], chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((1, 2, 8, 40, 400)))
    kind = chance.randrange(6)
    if kind == 0 and start < len(data):
        data[start] = chance.choice((0, 0xFF, chance.randrange(256), data[start] ^ 1 << chance.randrange(8)))
    elif kind == 1:
        data[start:start] = chance.choice(words)
    elif kind == 2:
        del data[start:end]
    elif kind == 3:
        data[start:start] = data[start:end] * chance.choice((1, 1, 3, 30))
    elif kind == 4:
        data[start:end] = chance.randbytes(end - start)
    else:
        other = chance.randrange(len(data) + 1)
        data[start:start] = data[other : other + chance.choice((4, 40, 400))]


def _mutate_member(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for name in names:
            content = old.read(name)
            if name == chosen:
                if chance.random() < 0.05:
                    continue
                content = mutate(content, words, chance)
            new.writestr(name, content)
    return changed.getvalue()
