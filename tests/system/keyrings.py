"""Keyrings for the tests: one that is honest, and all that are not."""

# ruff: noqa: ARG002 - a keyring gets its arguments whether it cares or not

from __future__ import annotations

from threading import Event

from keyring import errors

Entry = tuple[str, str]


class Honest:
    """Keeps what it is given, in memory."""

    def __init__(self) -> None:
        self.entries: dict[Entry, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise errors.PasswordDeleteError("No such password!")


class Raising(Honest):
    """Answers every question with the same error."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


class Lying(Honest):
    """Takes everything and gives back what it likes, of whatever type."""

    def __init__(self, lie: object) -> None:
        super().__init__()
        self.lie = lie

    def get_password(self, service: str, username: str) -> str | None:
        return self.lie  # type: ignore[return-value] # a liar keeps no promise about types


class Hanging(Honest):
    """Never answers, as one that asks for a password in a window that nobody sees, until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.let_go.wait()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.let_go.wait()


class Clinging(Honest):
    """Says that it has deleted, and has not."""

    def delete_password(self, service: str, username: str) -> None:
        """Keep it."""
