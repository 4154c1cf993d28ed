"""On the path of a Python, lets the system refuse what is written below a folder.

REFUSED names the folder and REFUSAL the errno that every write there meets, after AFTER writes that go well.
Processes that this one starts are refused in the same way.
"""

import os
import sys

WRITES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.copyfile", "shutil.rmtree", "os.truncate")
FOLDER, NUMBER = os.environ["REFUSED"], int(os.environ["REFUSAL"])
allowed = int(os.environ.get("AFTER", "0"))


def refuse(event, arguments):
    global allowed
    if event not in WRITES and not (
        event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    ):
        return
    paths = [os.fspath(path) for path in arguments if isinstance(path, (str, os.PathLike))]
    if not any(str(path).startswith(FOLDER) for path in paths):
        return
    if allowed:
        allowed -= 1
        return
    raise OSError(NUMBER, os.strerror(NUMBER), paths[-1])


sys.addaudithook(refuse)
