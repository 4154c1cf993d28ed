"""On the path of a Python, notes what it writes below the folder WATCHED, step by step, and may end it at
one of them.

STEPS names a file that gets a line for each step. STOP_AT and STOP_BY say at which step which signal comes,
as a power cut or a
reader's Ctrl-C would: the first of an event whose last path ends so. Processes that this one starts do as
they please.
"""

import os
import sys

WRITES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.copyfile", "shutil.rmtree")
HERE = os.environ["WATCHED"]
MAIN = os.getpid()
waited = [os.environ["STOP_AT"].split(" ", 1)] if "STOP_AT" in os.environ else []


def watch(event, arguments):
    if event not in WRITES and not (event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
        return
    paths = [os.fspath(path) for path in arguments if isinstance(path, (str, os.PathLike))]
    if os.getpid() != MAIN or not any(str(path).startswith(HERE) for path in paths):
        return
    if waited and event == waited[0][0] and str(paths[-1]).endswith(waited[0][1]):
        waited.clear()
        os.kill(MAIN, int(os.environ["STOP_BY"]))
    if "STEPS" in os.environ:
        log = os.open(os.environ["STEPS"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.write(log, f"{event} {' '.join(paths)}\n".encode())
        os.close(log)


sys.addaudithook(watch)
