"""`python -m vademecum`: the commands of build.py."""

from vademecum.commands.cli import cli

if __name__ == "__main__":
    cli(prog_name="build.py")
