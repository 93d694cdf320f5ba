"""How large a file is, in the words of a file manager: as many digits as anybody needs."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from app.core.text import Text

_KILO = Decimal(1000)


def size(count: int) -> Text:
    """Return a number of bytes in kB, MB or GB."""
    kilo = Decimal(count) / _KILO
    if kilo < _KILO:
        return Text("{n} kB", n=_rounded(kilo, 0 if kilo >= 1 else 1))
    if kilo < _KILO**2:
        return Text("{n} MB", n=_rounded(kilo / _KILO, 1))
    return Text("{n} GB", n=_rounded(kilo / _KILO**2, 1))


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
