"""What the labour lines show on a case's page: the roster in figures, instructions and dispositions with their next acts."""

from __future__ import annotations

from typing import Any

from yangguang.base.addresses import address_of
from yangguang.base.ways import leads_on
from yangguang.cases.kinds.criminal_transfer.queries import stands_with_police
from yangguang.cases.kinds.labour.criminal import suspicion_of
from yangguang.cases.kinds.labour.instruction_basis import orders_come_first
from yangguang.cases.kinds.labour.line_acts import possible
from yangguang.cases.kinds.labour.policy import may_keep_roster
from yangguang.cases.kinds.labour.queries import dispositions_of, leads_of, totals_of
from yangguang.cases.models import CaseKind
from yangguang.cases.panels import Panel, panel
from yangguang.cases.policy import handles
from yangguang.cases.queries import ENDED
from yangguang.cases.rules.criminal_suspicion import Suspicion, SuspicionStage
from yangguang.kernel import clock


@panel("roster")
def roster_panel(case: Any, account: Any) -> Panel | None:
    """Workers, owed, paid, left; what they mean by criminal law."""
    if case.kind != CaseKind.LABOUR:
        return None
    away = stands_with_police(case)
    suspicion = Suspicion(SuspicionStage.NONE) if away else suspicion_of(case, clock.today())
    told = leads_of(case)
    agree = case.status not in ENDED and handles(account, case) and any(one.is_complaint for one in told)
    leads = [(one.number, address_of("cases:lead", one.public_id)) for one in told]
    leads = [(number, href if leads_on(account, href) else "") for number, href in leads]
    values = {"case": case, "totals": totals_of(case), "suspicion": suspicion, "leads": leads, "agree": agree}
    return Panel("roster", "劳动者名册", "cases/labour/roster_panel.html", values)


@panel("orders")
def orders_panel(case: Any, account: Any) -> Panel | None:
    """Where instructions and dispositions stand; in a plain penalty case, where its matter asks for an order first."""
    labour = case.kind == CaseKind.LABOUR
    if not labour and not orders_come_first(case, clock.today()):
        return None
    lines = [*case.instructions.order_by("-pk"), *reversed(dispositions_of(case))]
    rows = [{"line": one, "acts": [title for _, title in possible(one, account)]} for one in lines]
    values = {"case": case, "rows": rows, "mine": may_keep_roster(account, case)}
    return Panel("orders", "限期改正与行政处理" if labour else "限期改正", "cases/labour/orders_panel.html", values)
