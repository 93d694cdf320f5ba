"""The witness sees what a program does behind everybody's back; otherwise seeing nothing would say nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.leaks.memory import occurrences
from tests.leaks.witness import Witnessed, seen, watched

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="the witness is strace")

CANARY = "Kanarienvogel-6e20"


def _witnessed(tmp_path: Path, code: str) -> Witnessed:
    log, folder = tmp_path / "log", tmp_path / "folder"
    log.mkdir()
    folder.mkdir()
    command = [*watched(log), sys.executable, "-c", code]
    subprocess.run(command, check=True, cwd=folder, timeout=60)  # noqa: S603 - own code
    return seen(log, folder)


_OPEN = "import socket; socket.socket(socket.{family}, socket.{kind}).close()"
_IN_A_CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}], check=True)"
_IN_A_THREAD = "import threading, socket; t = threading.Thread(target=lambda: exec({code!r})); t.start(); t.join()"


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
@pytest.mark.parametrize("kind", ["SOCK_STREAM", "SOCK_DGRAM"])
@pytest.mark.parametrize("where", ["{code}", _IN_A_CHILD, _IN_A_THREAD], ids=["itself", "a child", "a thread"])
def test_an_internet_socket_is_seen(tmp_path: Path, family: str, kind: str, where: str) -> None:
    code = where.format(code=_OPEN.format(family=family, kind=kind))
    assert family in _witnessed(tmp_path, code).sockets


def test_a_local_socket_is_told_from_it(tmp_path: Path) -> None:
    assert _witnessed(tmp_path, _OPEN.format(family="AF_UNIX", kind="SOCK_STREAM")).sockets == {"AF_UNIX"}


_SECRETLY = f"""
import os
folder = os.open(".", os.O_RDONLY)
one = os.open("one", os.O_WRONLY | os.O_CREAT, dir_fd=folder)
os.write(one, b"first {CANARY[:9]}")
os.write(one, b"{CANARY[9:]} last")
os.rename("one", "two ä")
os.pwrite(one, bytes(range(256)), 3)
os.unlink("two ä")
os.mkdir("three")
os.rmdir("three")
os.symlink("four", "five")
os.unlink("five")
os.open("/dev/null", os.O_RDONLY)
"""


def test_what_was_written_and_removed_again_is_seen_to_the_byte(tmp_path: Path) -> None:
    witnessed = _witnessed(tmp_path, _SECRETLY)
    folder = tmp_path / "folder"
    names = {path.removeprefix(f"{folder}/") for path in witnessed.named}
    assert {"one", "two ä", "three", "five"} <= names
    assert "/dev/null" not in names
    assert bytes(witnessed.written[f"{folder}/one"]) == f"first {CANARY} last".encode()
    assert bytes(witnessed.written[f"{folder}/two ä"]) == bytes(range(256))
    assert list(folder.iterdir()) == []


_REMEMBERING = """
import sys
kept = bytearray(bytes.fromhex(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
kept[:] = bytes(len(kept))
sys.argv.clear()
print("forgotten", flush=True)
sys.stdin.readline()
"""


def test_what_a_program_has_in_its_memory_is_found_and_what_it_overwrote_is_not() -> None:
    secret = b"\x07\xf1\x00" + CANARY.encode()[::-1] + b"\xaa"
    with subprocess.Popen(  # noqa: S603 - own code
        [sys.executable, "-c", _REMEMBERING, secret.hex()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin
        assert child.stdout
        counts = []
        for _ in range(2):
            child.stdout.readline()
            counts.append(occurrences(child.pid, {"secret": secret})["secret"])
            print(file=child.stdin, flush=True)
    assert counts[0] > 0
    assert counts[1] == 0
