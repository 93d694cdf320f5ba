"""What can be wrong with the operating system's keyring, and what a user reads about it.

The sentence is the same before the vault is opened and after: what is the matter, and that the passphrase opens it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from app.core.text import Text

_LOCKED = {"KeyringLocked", "LockedException", "PromptDismissedException"}
_MISSING = {
    "NoKeyringError",
    "InitError",
    "SecretServiceNotAvailableException",
    "ImportError",
    "ConnectionError",
    "FileNotFoundError",
}
_NO_LOGON_SESSION = 1312
"""Windows: this session (a service, a remote shell) has no credential store."""
_NO_INTERACTION = -25308
"""macOS: the keychain is locked, and there is no screen on which it could ask."""


class Trouble(Enum):
    """Why the keyring cannot open the vault, or cannot be left with a key to it."""

    MISSING = auto()
    LOCKED = auto()
    SILENT = auto()
    EMPTIED = auto()
    WRONG = auto()
    FAULTY = auto()


def sentence(trouble: Trouble) -> Text:
    """Return what to tell the user, before the vault is opened as well as after."""
    match trouble:
        case Trouble.MISSING:
            return Text("This computer has no keyring that Nachweis can use. The vault opens with its passphrase.")
        case Trouble.LOCKED:
            return Text("The keyring of this computer is locked. The vault opens with its passphrase.")
        case Trouble.SILENT:
            return Text("The keyring of this computer does not answer. The vault opens with its passphrase.")
        case Trouble.EMPTIED:
            return Text(
                "The keyring of this computer no longer holds a key to this vault. The vault opens with its passphrase."
            )
        case Trouble.WRONG:
            return Text(
                "What the keyring of this computer holds is not the key to this vault. "
                "The vault opens with its passphrase."
            )
        case Trouble.FAULTY:
            return Text("The keyring of this computer reports an error. The vault opens with its passphrase.")


def trouble_behind(error: BaseException) -> Trouble:
    """Tell by their names what the errors mean: their classes come with libraries that only one platform has."""
    causes = list(_causes(error))
    names = {kind.__name__ for cause in causes for kind in type(cause).__mro__}
    if names & _LOCKED or any(cause.args[:1] == (_NO_INTERACTION,) for cause in causes):
        return Trouble.LOCKED
    if names & _MISSING or any(getattr(cause, "winerror", None) == _NO_LOGON_SESSION for cause in causes):
        return Trouble.MISSING
    return Trouble.FAULTY


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
