"""A long look at each reader: `python tests/fuzz/readers.py [--minutes N] [--reader KIND]`, or `make fuzz MINUTES=N`.

Any bytes must give a document whose places lie in it, or a `VanbanError` in one sentence, within a time.
Each reader runs in a process of its own, with atheris (`pip install '.[fuzz]'`), which follows the code that is
reached, else with mutations of small files by chance. What breaks it is kept in `.fuzz/` and named; give it to
`--file` to see it break again. It becomes a test before it is mended.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.mutation import mutate
from fuzz.seeds import PASSWORD, WORDS, make_seeds

KEPT = Path(".fuzz")
SLOW = 20.0  # seconds
LARGEST = 200_000
SUFFIXES = {"ole": "doc", "picture": "png"}


def check(data: bytes, kind: str) -> None:
    """Raises where the promise is broken."""
    import msgspec

    from properties.places import every_span
    from vanban import VanbanError, parse
    from vanban.batch.clock import limit_time
    from vanban.model.dossier import ParsedFile

    name = f"a.{SUFFIXES.get(kind, kind)}"
    try:
        with limit_time(SLOW):
            file = parse(name, data, allow_secret=True, password=PASSWORD)
    except VanbanError as error:
        sentence = str(error)
        assert sentence.startswith(name), sentence
        assert sentence.endswith("."), sentence
        assert "\n" not in sentence, sentence
        return
    assert msgspec.json.decode(msgspec.json.encode(file), type=ParsedFile) == file
    for document in file.documents:
        for what, (start, end) in every_span(document):
            assert 0 <= start <= end <= len(document.text), what


def keep(data: bytes, kind: str) -> Path:
    """Write down what breaks a reader."""
    KEPT.mkdir(exist_ok=True)
    path = KEPT / f"{kind}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path


def run_by_chance(kind: str, seconds: float, seed: int) -> int:
    """Mutations of small files until the time is over; the number of different places that broke."""
    chance = random.Random(seed)
    pool = make_seeds(kind)
    KEPT.mkdir(exist_ok=True)
    last = KEPT / f"{kind}-last"  # what a crash of the whole process leaves
    broken: dict[tuple[str, ...], Path] = {}
    end = time.monotonic() + seconds
    runs = 0
    while time.monotonic() < end:
        data = mutate(chance.choice(pool), WORDS[kind], chance)[:LARGEST]
        last.write_bytes(data)
        runs += 1
        try:
            check(data, kind)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            place = tuple(str(frame)[:200] for frame in traceback.extract_tb(error.__traceback__)[-2:])
            if place not in broken:
                broken[place] = keep(data, kind)
                print(f"{broken[place]}: {type(error).__name__}: {str(error)[:200]} at {place[-1]}", flush=True)
        else:
            if chance.random() < 0.02 and len(data) < LARGEST // 4:
                pool.append(data)  # changes upon changes
    last.unlink(missing_ok=True)
    print(f"{kind}: {runs} files, {len(broken)} broken", flush=True)
    return len(broken)


def run_atheris(kind: str, seconds: float, seed: int) -> None:
    """The same led by the code that is reached; ends the process."""
    import atheris

    with atheris.instrument_imports(include=["vanban"]):
        import vanban.pipeline  # noqa: F401
        from vanban.read import READERS  # noqa: F401

        for path in sorted((Path(__file__).parents[2] / "src" / "vanban" / "read").glob("*.py")):
            __import__(f"vanban.read.{path.stem}")
    folder = KEPT / f"{kind}-seeds"
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(make_seeds(kind)):
        (folder / f"{number:03}").write_bytes(data)
    chance = random.Random(seed)

    def change(data: bytes, largest: int, seed: int) -> bytes:
        if seed % 2:
            chance.seed(seed)
            return mutate(data, WORDS[kind], chance)[:largest]
        return bytes(atheris.Mutate(data, largest))

    def one(data: bytes) -> None:
        check(data, kind)

    arguments: list[Any] = [
        sys.argv[0], str(folder), f"-max_total_time={int(seconds)}", f"-max_len={LARGEST}", f"-seed={seed}",
        f"-artifact_prefix={KEPT}/{kind}-", "-rss_limit_mb=2048", f"-timeout={int(SLOW) + 10}", "-verbosity=0",
    ]  # fmt: skip
    atheris.Setup(arguments, one, custom_mutator=change)
    atheris.Fuzz()


def main() -> int:
    arguments = argparse.ArgumentParser(description="Any bytes give a document or a sentence.")
    arguments.add_argument("--minutes", type=float, default=5.0, help="for all readers together")
    arguments.add_argument("--reader", choices=sorted(WORDS), help="this one alone")
    arguments.add_argument("--seed", type=int, default=int(time.time()))
    arguments.add_argument("--chance", action="store_true", help="without atheris also where it is installed")
    arguments.add_argument("--file", type=Path, help="try one kept file again")
    arguments.add_argument("--apart", action="store_true", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    os.environ["PATH"] = ""  # LibreOffice and Tesseract take a second a file, and are not ours
    if given.file:
        check(given.file.read_bytes(), given.file.name.partition("-")[0])
        print("read or refused as it should be")
        return 0
    kinds = [given.reader] if given.reader else sorted(WORDS)
    seconds = given.minutes * 60 / len(kinds)
    if given.apart:
        try:
            if given.chance:
                raise ImportError
            import atheris  # noqa: F401
        except ImportError:
            return int(run_by_chance(kinds[0], seconds, given.seed) > 0)
        run_atheris(kinds[0], seconds, given.seed)
        return 0
    failed = []
    for kind in kinds:
        apart = ["--apart", "--reader", kind, "--minutes", str(seconds / 60), "--seed", str(given.seed)]
        done = subprocess.run([sys.executable, __file__, *apart, *(["--chance"] if given.chance else [])], check=False)
        if done.returncode:
            failed.append(kind)
            print(f"{kind}: exit status {done.returncode}; see {KEPT}/", flush=True)
    print(f"broken: {', '.join(failed)}" if failed else f"nothing broke (seed {given.seed})")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
