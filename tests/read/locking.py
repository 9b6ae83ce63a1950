"""Puts files under a password: PDF by the standard handler (RC4, 40 bits), zip by its old encryption."""

from __future__ import annotations

import hashlib
import re
import struct
import zlib

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def lock_pdf(data: bytes, password: str) -> bytes:
    """A PDF made by `print_pdf`, under a password for reading; "" for one that opens without."""
    user = (password.encode() + _PADDING)[:32]
    owner = _mix(hashlib.md5(_PADDING).digest()[:5], user)
    key = hashlib.md5(user + owner + struct.pack("<i", -4) + b"\0").digest()[:5]

    def lock(found: re.Match[bytes]) -> bytes:
        number = struct.pack("<I", int(found[2]))[:3] + b"\0\0"
        return found[1] + _mix(hashlib.md5(key + number).digest()[:10], found[3]) + found[4]

    data = re.sub(rb"((\d+) 0 obj\n(?:(?!endobj).)*?stream\r?\n)(.*?)(\r?\nendstream)", lock, data, flags=re.DOTALL)
    entry = b" /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >>"
    marks = owner.hex().encode(), _mix(key, _PADDING).hex().encode()
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R" + entry % marks)


def _mix(key: bytes, data: bytes) -> bytes:
    """RC4."""
    state = list(range(256))
    second = 0
    for first in range(256):
        second = (second + state[first] + key[first % len(key)]) % 256
        state[first], state[second] = state[second], state[first]
    mixed = bytearray()
    first = second = 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        mixed.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(mixed)


def lock_zip(name: str, content: bytes, password: str) -> bytes:
    """A zip of one file under a password (PKWARE's first encryption)."""
    check = zlib.crc32(content)
    hidden = _hide(bytes(11) + bytes([check >> 24]) + content, password.encode())
    common = struct.pack("<HHHHHIIIHH", 20, 1, 0, 0, 33, check, len(hidden), len(content), len(name), 0)
    head = b"PK\x03\x04" + common + name.encode() + hidden
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name.encode()
    return head + entry + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(head), 0)


def _hide(data: bytes, password: bytes) -> bytes:
    keys = [0x12345678, 0x23456789, 0x34567890]

    def turn(byte: int) -> None:
        keys[0] = _check(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = _check(keys[2], keys[1] >> 24)

    for byte in password:
        turn(byte)
    hidden = bytearray()
    for byte in data:
        low = (keys[2] | 2) & 0xFFFF
        hidden.append(byte ^ ((low * (low ^ 1)) >> 8) & 0xFF)
        turn(byte)
    return bytes(hidden)


def _check(before: int, byte: int) -> int:
    return zlib.crc32(bytes([byte]), before ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
