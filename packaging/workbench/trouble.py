"""What can go wrong on somebody's machine, said in one sentence."""

from __future__ import annotations


class Trouble(Exception):
    """The machine lacks something; the message says what, and what to do about it."""
