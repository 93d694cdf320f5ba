"""The offences of § 65 BSIG as numbers: tier, cap, section broken, tenfold or not, in the words of the JSON form.

Names, explanations and addressees of each offence are readable content under `resources/law`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """One offence. `tier` is `None` for what § 65 does not list; `cap_eur` of tier 1 depends on the class.

    `section` is the section of the duty broken, so that a carve-out of it switches the fine off. `tenfold` means
    § 65 Abs. 5 Satz 2 BSIG with § 30 Abs. 2 Satz 3 OWiG. `negligent` is a frame of its own instead of halving.
    """

    tier: int | None
    cap_eur: int
    section: str
    citation: str
    tenfold: bool = False
    negligent: Frame | None = None
    doubtful: bool = False


OFF_BY_28_5 = frozenset({"30", "32", "35", "36", "39", "61"})
OFF_BY_28_6 = OFF_BY_28_5 - {"61"}

FRAMES: dict[str, Frame] = {
    "measures": Frame(1, 0, "30", "§ 65 Abs. 2 Nr. 2, § 30 Abs. 1 Satz 1 BSIG"),
    "documentation": Frame(1, 0, "30", "§ 65 Abs. 2 Nr. 3, § 30 Abs. 1 Satz 3 BSIG"),
    "report": Frame(1, 0, "32", "§ 65 Abs. 2 Nr. 4, § 32 Abs. 1 Satz 1 BSIG"),
    "final_report": Frame(1, 0, "32", "§ 65 Abs. 2 Nr. 5, § 32 Abs. 2 Satz 2 BSIG"),
    "order_35_36": Frame(1, 0, "35", "§ 65 Abs. 2 Nr. 1 Buchst. d, §§ 35 Abs. 1, 36 Abs. 2 BSIG"),
    "threat_info_35_2": Frame(1, 0, "35", "§ 65 Abs. 2 Nr. 9, § 35 Abs. 2 BSIG"),
    "critical_components_info": Frame(2, 5_000_000, "41", "§ 65 Abs. 2 Nr. 11, § 41 Abs. 5 BSIG"),
    "order_16": Frame(3, 2_000_000, "16", "§ 65 Abs. 2 Nr. 1 Buchst. a, Abs. 5 Satz 2 BSIG", tenfold=True),
    "kritis_evidence_wrong": Frame(
        4,
        1_000_000,
        "39",
        "§ 65 Abs. 1, Abs. 5 Satz 2 BSIG",
        tenfold=True,
        negligent=Frame(6, 100_000, "39", "§ 65 Abs. 3, Abs. 5 Satz 1 Nr. 6 BSIG", doubtful=True),
        doubtful=True,
    ),
    "kritis_evidence_late": Frame(
        4, 1_000_000, "39", "§ 65 Abs. 2 Nr. 10, Abs. 5 Satz 2 BSIG", tenfold=True, doubtful=True
    ),
    "registration": Frame(5, 500_000, "33", "§ 65 Abs. 2 Nr. 6, § 33 Abs. 1 BSIG"),
    "change_34_2": Frame(5, 500_000, "34", "§ 65 Abs. 2 Nr. 8, § 34 Abs. 2 BSIG"),
    "order_61": Frame(5, 500_000, "61", "§ 65 Abs. 2 Nr. 1 Buchst. c, § 61 BSIG"),
    "policy_49_3": Frame(5, 500_000, "49", "§ 65 Abs. 2 Nr. 12 bis 14, § 49 Abs. 3 BSIG"),
    "order_14_2": Frame(6, 100_000, "14", "§ 65 Abs. 2 Nr. 1 Buchst. b, § 14 Abs. 2 BSIG"),
    "contact_point": Frame(6, 100_000, "33", "§ 65 Abs. 2 Nr. 7, § 33 Abs. 2 Satz 2 BSIG", doubtful=True),
    "inspection_refused": Frame(6, 100_000, "61", "§ 65 Abs. 2 Nr. 17, § 61 Abs. 5 Satz 3 BSIG"),
    "change_33_5": Frame(None, 0, "33", "§ 33 Abs. 5, § 65 BSIG"),
    "training_38_3": Frame(None, 0, "38", "§ 38 Abs. 3, § 65 BSIG"),
    "zwangsgeld": Frame(None, 100_000, "63", "§ 63 BSIG"),
}
