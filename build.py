#!/usr/bin/env python3
"""Build the Vade-mecum: `python3 build.py` on a machine with nothing but Python makes an environment, then the site.

Needs only the standard library. Where the pinned requirements are there already, the command just runs; else they are installed into
`.venv`, and the command runs there. `python3 build.py --help` lists the commands.
"""

import hashlib
import importlib.metadata
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

HOUSE = Path(__file__).resolve().parent
PYTHON = (3, 11)


def main(arguments):
    """Run a command in an environment that has what it needs; its exit status."""
    if sys.version_info < PYTHON:
        sys.exit(f"build.py needs Python {PYTHON[0]}.{PYTHON[1]} or later; this is {sys.version.split()[0]}.")
    lists = [HOUSE / "requirements.txt"]
    if arguments[:1] == ["test"]:
        lists.append(HOUSE / "requirements-test.txt")
    python = sys.executable if all(map(satisfied, lists)) else environment(lists)
    # The package stands beside this file, whatever folder the command is given in.
    paths = os.pathsep.join(filter(None, [str(HOUSE), os.environ.get("PYTHONPATH")]))
    command = [python, "-m", "vademecum", *arguments]
    return subprocess.run(command, env=os.environ | {"PYTHONPATH": paths}, check=False).returncode


def satisfied(requirements):
    """Whether the Python that runs this has every pinned package of a requirements file."""
    for name, version, marker in re.findall(
        r"^([\w.-]+)==(\S+)( ;[^\\\n]*)?", requirements.read_text(encoding="utf-8"), re.MULTILINE
    ):
        try:
            if importlib.metadata.version(name) != version and not marker:
                return False
        except importlib.metadata.PackageNotFoundError:
            if not marker:
                return False
    return True


def environment(lists):
    """The Python of `.venv`, made and filled where a requirements file changed since; the installer shows its progress."""
    folder = HOUSE / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"Making an environment in {folder.name} (once).", flush=True)
        venv.create(folder, with_pip=True)
    for requirements in lists:
        digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
        stamp = folder / f"{requirements.stem}.sha256"
        if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
            continue
        print(f"Installing what {requirements.name} lists (once, about a minute).", flush=True)
        install = [
            str(python),
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-deps",
            "--require-hashes",
            "-r",
            str(requirements),
        ]
        if subprocess.run(install, check=False).returncode:
            sys.exit(
                "The installation failed; see above. Is this machine connected? Run the same command again when it is."
            )
        stamp.write_text(digest, encoding="utf-8")
    return str(python)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
