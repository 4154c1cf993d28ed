"""`python -m vademecum`: the commands of build.py; `vademecum` where the package is installed."""

import atexit
import gc
import sys

from vademecum.commands import interruption, locales


def main(name: str = "vademecum") -> None:
    """Run the command line. The rest is imported only once signals are answered: that takes a moment."""
    # What a command makes it keeps, and its process takes that along: to look it through for garbage as it
    # ends took an eighth of a build. Commands that go on until they are stopped switch this on again.
    gc.disable()
    atexit.register(gc.freeze)
    try:
        interruption.listen()
        from vademecum.commands.cli import cli

        locales.speak(locales.language_of(sys.argv))
        cli(prog_name=name)
    except (interruption.Interrupted, Exception) as ended:
        interruption.over()
        if not (interrupted := interruption.behind(ended)):
            raise
        print(interruption.SENTENCES[locales.language_of(sys.argv)], file=sys.stderr)
        sys.exit(interrupted.status)
    finally:
        interruption.over()


if __name__ == "__main__":
    main("build.py")
