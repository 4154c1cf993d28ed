"""Signals that end a command: an exception in the main thread, so that all that is open is cleared up."""

from __future__ import annotations

import signal
import sys
from types import FrameType

# Here and not in words.yml: a signal may come while that which reads it is being imported.
SENTENCES = {
    "fr": "Interrompu ; rien n’est laissé à moitié fait.",
    "en": "Interrupted; nothing is left half made.",
}
NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
NUMBERS = {getattr(signal, name) for name in NAMES if hasattr(signal, name)}


AGAIN = 0.5  # seconds after which an exception that was swallowed is raised again


class Interrupted(BaseException):
    """A signal came. `status` is the exit status that shells expect of it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number


def listen() -> None:
    """Raise Interrupted at the first signal that asks to end; those that follow find the clearing up at work.

    Ctrl+C counts even where a shell started the command in the background and has it ignored: whoever sends
    it means it. `nohup` keeps its meaning. Signals that build.py held back while Python started come in here.
    """
    sys.unraisablehook = _tell_of_unraised
    for number in NUMBERS:
        if number != getattr(signal, "SIGHUP", None) or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, NUMBERS)


def over() -> None:
    """Remind nobody any more: the command is at its end."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)


def behind(error: BaseException) -> Interrupted | None:
    """The signal that ended a command, also where a library made an error of its own of it: pydantic does, in
    the middle of making a model.
    """
    return error if isinstance(error, Interrupted) else _came[0] if _came else None


_came: list[Interrupted] = []  # the signal that was answered, if one was


def _interrupt(number: int, _: FrameType | None) -> None:
    for other in NUMBERS:
        signal.signal(other, signal.SIG_IGN)
    _came.append(Interrupted(number))
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _remind)
        signal.setitimer(signal.ITIMER_REAL, AGAIN, AGAIN)
    raise _came[0]


def _remind(_: int, __: FrameType | None) -> None:
    """Raise the exception again where something swallowed it, and let it be where it clears up: it is then
    being handled. Python drops what is raised while it takes an object away or ends an import; libraries take
    it for an error of their own and go on.
    """
    handled = sys.exc_info()[1]
    while handled is not None and not isinstance(handled, Interrupted):
        handled = handled.__context__
    if handled is None:
        raise _came[0]


def _tell_of_unraised(told: sys.UnraisableHookArgs) -> None:
    """What Python says of an exception that it drops, but of ours, which comes again."""
    if not isinstance(told.exc_value, Interrupted):
        sys.__unraisablehook__(told)
