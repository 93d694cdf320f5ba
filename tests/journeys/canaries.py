"""Words that stand nowhere but where somebody types them: whoever finds one somewhere else has found a leak.

Each is short enough to survive a line break and odd enough to be nobody else's.
"""

from __future__ import annotations

NAME, FORMER, LEGAL_FORM = "Zeisig7Q4xk", "Grünspecht5Jw", "Neuntöter8Vm"
REASONS, RELATED, OWNER = "Wiedehopf2Rb", "Pirol9HqTs", "Kleiber4LwZn"
SOUGHT, MISTYPED, PLAYED = "Rohrdommel3Tz", "Mauersegler1Cz", "Brachvogel6Mf"
FIGURE = ("118347291", "118.347.291", "118,347,291", "118 347 291")
PASSED, NEW_PASSED, LAST_PASSED, WRONG_PASSED = "Zaunkönig5PfQ", "Wendehals8SgR", "Kuckuck1XyWb", "Eisvogel0DmHk"
EXPORT_PASSED = "Ziegenmelker2Nv"
WRITING, BUG = "Steinschmätzer3Ux", "Uferschwalbe7Oy"

COMPANY = f"{NAME} & <b>{FORMER}</b> GmbH"
PASSPHRASE = f'{PASSED} "steht"; im Garten'
NEW_PASSPHRASE = f"{NEW_PASSED} steht im Wald"
LAST_PASSPHRASE = f"{LAST_PASSED} steht im Feld"
EXPORT_PASSPHRASE = f"{EXPORT_PASSED} steht am See"
WRONG_PASSPHRASE = f"{WRONG_PASSED} steht am Bach"

ALL = (
    NAME, FORMER, LEGAL_FORM, REASONS, RELATED, OWNER, SOUGHT, MISTYPED, PLAYED, *FIGURE, PASSED, NEW_PASSED,
    LAST_PASSED, WRONG_PASSED, EXPORT_PASSED, WRITING, BUG,
)  # fmt: skip
ON_PAPER = (NAME, FORMER, REASONS, RELATED)
"""Those that a board paper must show: what is not found there would be found nowhere."""
