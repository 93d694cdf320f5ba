"""The Secret Service is Linux's own; elsewhere its tests are none, rather than skipped."""

from __future__ import annotations

import sys

collect_ignore = [] if sys.platform.startswith("linux") else ["test_secret_service.py"]
