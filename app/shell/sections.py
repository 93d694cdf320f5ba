"""All pages in their order, and how each is made. A new page is one line here and one in `section_names`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.care import Care
from app.shell.menus import Orders
from app.shell.models.duties import overdue_for_certain
from app.shell.models.standing import Standing
from app.shell.section_names import QUESTIONS, SECTIONS, pages_for
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.ui.navigation import NavGroup, NavItem
from database.errors import VaultError


@dataclass(frozen=True, slots=True)
class Needs:
    """What pages are made from."""

    session: Session
    result: Standing | None
    """None until the questions have been answered once; only pages that need none are then offered."""
    language: Language
    surroundings: Surroundings
    orders: Orders
    care: Care
    hold: Callable[[bool], None]
    """Keeps everything but the present page still while the vault gets a new key."""

    @property
    def standing(self) -> Standing:
        """Return where the company stands, for the pages that are offered only when it is known."""
        assert self.result is not None  # noqa: S101 - `pages_for` has looked
        return self.result


def _scope(needs: Needs) -> QWidget:
    from app.shell.models.scope import scope_model  # noqa: PLC0415 - a page is loaded when it is first looked at
    from app.shell.pages.scope import ScopePage  # noqa: PLC0415

    return ScopePage(scope_model(needs.standing), needs.standing.facts, needs.language, needs.orders.open_page)


def _exposure(needs: Needs) -> QWidget:
    from app.shell.models.exposure import exposure_model  # noqa: PLC0415 - see above
    from app.shell.pages.exposure import ExposurePage  # noqa: PLC0415

    return ExposurePage(exposure_model(needs.standing), needs.language, needs.orders.open_page)


def _duties(needs: Needs) -> QWidget:
    from app.shell.models.duties import duties_model  # noqa: PLC0415 - see above
    from app.shell.pages.duties import DutiesPage  # noqa: PLC0415

    return DutiesPage(duties_model(needs.standing), needs.language, needs.orders.open_page)


def _reports(needs: Needs) -> QWidget:
    from app.shell.pages.reports import ReportsPage  # noqa: PLC0415 - see above
    from app.shell.paper_desk import paper_deeds  # noqa: PLC0415

    return ReportsPage(paper_deeds(needs.session, needs.surroundings), needs.language)


def _earlier(needs: Needs) -> QWidget:
    from app.shell.models.earlier import earlier_model  # noqa: PLC0415 - see above
    from app.shell.pages.earlier import EarlierPage  # noqa: PLC0415
    from app.shell.paper_desk import paper_deeds  # noqa: PLC0415

    deeds = paper_deeds(needs.session, needs.surroundings)
    return EarlierPage(earlier_model(needs.session.records), deeds, needs.language)


def _vault(needs: Needs) -> QWidget:
    from app.shell.pages.safekeeping import SafekeepingPage, Ways  # noqa: PLC0415 - see above
    from app.shell.pages.safekeeping_none import NothingToKeep  # noqa: PLC0415
    from app.shell.safekeeping_desk import SafekeepingDesk  # noqa: PLC0415

    orders = needs.orders
    if needs.session.place is None:
        return NothingToKeep(needs.language, orders.begin_new)
    desk = SafekeepingDesk(needs.session, needs.surroundings, needs.care)
    ways = Ways(page=orders.open_page, vault=orders.open_other, salvage=orders.salvage, hold=needs.hold)
    return SafekeepingPage(desk, needs.language, ways)


def _history(needs: Needs) -> QWidget:
    from app.shell.history_desk import history_deeds  # noqa: PLC0415 - see above
    from app.shell.pages.history import HistoryPage  # noqa: PLC0415

    return HistoryPage(history_deeds(needs.session), needs.language, needs.orders.show_again)


def _help(needs: Needs) -> QWidget:
    from app.shell.models.help import help_model  # noqa: PLC0415 - see above
    from app.shell.pages.help import HelpPage  # noqa: PLC0415

    return HelpPage(help_model(needs.result, needs.surroundings.now().date(), needs.language), needs.language)


PAGES: dict[str, Callable[[Needs], QWidget]] = {
    "scope": _scope,
    "exposure": _exposure,
    "duties": _duties,
    "reports": _reports,
    "earlier": _earlier,
    "vault": _vault,
    "history": _history,
    "help": _help,
}

_ICONS = {
    "scope": "list-checks",
    "exposure": "scale",
    "duties": "clipboard-check",
    "reports": "file-text",
    "earlier": "archive",
    "vault": "shield",
    "history": "history",
    "help": "circle-help",
}
_GROUPS: tuple[tuple[Text | None, tuple[str, ...]], ...] = (
    (None, ("scope", "exposure", "duties")),
    (Text("Papers"), ("reports", "earlier")),
    (Text("Vault"), ("vault", "history")),
    (Text("Good to know"), ("help",)),
)


def groups(needs: Needs) -> tuple[NavGroup, ...]:
    """Return the pages for the sidebar, with their counts; only what is overdue gets a colour."""
    say = needs.language.say
    overdue = overdue_for_certain(needs.result) if needs.result else 0
    due, damaged = _vault_marks(needs)
    counts = {
        "vault": due,
        "duties": str(overdue or len(needs.result.duties) or "") if needs.result else "",
        "earlier": str(len(needs.session.records)) if needs.session.records else "",
    }

    def item(key: str) -> NavItem:
        late = {"duties": say(Text("{n} overdue", n=str(overdue))) if overdue else "", "vault": damaged}.get(key, "")
        return NavItem(key, say(SECTIONS[key]), _ICONS[key], counts.get(key, ""), late)

    offered = pages_for(has_result=needs.result is not None)
    shown = [(title, [item(key) for key in keys if key in offered]) for title, keys in _GROUPS]
    if needs.result is None:
        shown.insert(0, (None, [NavItem(QUESTIONS, say(Text("Questions")), "list-checks")]))
    return tuple(NavGroup(say(title) if title else "", tuple(items)) for title, items in shown if items)


def _vault_marks(needs: Needs) -> tuple[str, str]:
    """Return what stands beside the vault page: that the recovery sheet is due, and that something is damaged."""
    from app.shell.keys_desk import KeyDesk  # noqa: PLC0415 - see above

    if needs.session.place is None:
        return "", ""
    say = needs.language.say
    if needs.care.integrity.state == "damaged":
        return "1", say(Text("damaged"))
    try:
        sheet = KeyDesk(needs.session, needs.surroundings).sheet()
    except VaultError:
        return "", ""
    return say(Text("due")) if sheet.is_due and not needs.session.read_only else "", ""
