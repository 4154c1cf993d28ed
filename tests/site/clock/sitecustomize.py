"""On the path of a Python, lets it live on another day: the one that TODAY names."""

import os

import time_machine

time_machine.travel(os.environ["TODAY"]).start()
