"""Names of organs by what they begin with: which nodes a name can name, without asking all of them.

Two names name one organ where they are the same, or where one begins with the other ("Sở Y tế", "Sở Y tế tỉnh Kiên
Giang"): only such are looked at closely.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.notation.organ import headed_key


class NameIndex:
    """Nodes by the beginnings of their names, in the order in which they were added."""

    def __init__(self) -> None:
        """No name is known yet."""
        self._whole: dict[str, dict[str, None]] = {}
        self._beginnings: dict[str, dict[str, None]] = {}

    def add(self, name: str, node: str) -> None:
        """Note that `node` bears `name`."""
        key = headed_key(name)
        self._whole.setdefault(key, {})[node] = None
        for beginning in _list_beginnings(key):
            self._beginnings.setdefault(beginning, {})[node] = None

    def find(self, name: str) -> Iterator[str]:
        """The nodes with a name that equals `name`, begins with it or is the beginning of it, each once."""
        key = headed_key(name)
        found = dict.fromkeys(self._whole.get(key, ()))
        yield from found
        for beginning in _list_beginnings(key):
            for node in self._whole.get(beginning, ()):
                if node not in found:
                    found[node] = None
                    yield node
        for node in self._beginnings.get(key, ()):
            if node not in found:
                yield node


def _list_beginnings(key: str) -> Iterator[str]:
    place = key.find(" ")
    while place >= 0:
        yield key[:place]
        place = key.find(" ", place + 1)
