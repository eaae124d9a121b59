"""Clocks on screen: the face of one, and the explanation of its due day line by line."""

from __future__ import annotations

from datetime import date
from functools import cache

from django.db.models import Q, QuerySet

from yangguang import statutes
from yangguang.base import calendars
from yangguang.base.addresses import address_of
from yangguang.base.components import clocks
from yangguang.base.components.due_dates import Explanation, Line
from yangguang.base.components.texts import cn_date, short_date
from yangguang.cases.kinds.labour.queries import leads_visible_to
from yangguang.cases.models import Clock
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.rules.clocks import KINDS, Effect
from yangguang.cases.use_cases import run_clocks
from yangguang.directory.api import Account
from yangguang.kernel.clock import BEIJING, now
from yangguang.kernel.due_dates import UNIT_LABELS, DueDate, SkipKind, Unit
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import Calendar, workdays_between, workdays_left

START_NOT_COUNTED = "CPL-2023:85.2"
ROLLS = "CPL-2023:85.3"
SECONDS_OF_AN_HOUR = 3600


def clocks_visible_to(account: Account) -> QuerySet[Clock]:
    """The clocks of the cases and leads a person may see."""
    cases = cases_visible_to(account).order_by().values("pk")
    leads = leads_visible_to(account).order_by().values("public_id")
    mine = Q(case_id__in=cases) | Q(case_id=None, lead_ref__in=leads)
    return Clock.objects.filter(mine).select_related("case__body")


def unit_of(clock: Clock) -> Unit:
    """In what a clock is counted: as its paper, its local value or its clause says."""
    if clock.fixed_due_on is not None:
        return Unit.CALENDAR_DAY
    if clock.unit:
        return Unit(clock.unit)
    return _unit_in(clock.clause)


@cache
def _unit_in(clause: str) -> Unit:
    """The unit a clause counts in; clauses are read once."""
    units = {v.unit for v in statutes.clause(clause).values.values()} & {one.value for one in Unit}
    return Unit(sorted(units)[0]) if units else Unit.CALENDAR_DAY


def face_of(clock: Clock, calendar: Calendar, today: date, *, explained: bool = True) -> clocks.ClockFace:
    """The face of a clock on a day, from its kept due day; `explained` adds the way to its explanation."""
    unit = unit_of(clock)
    by_workday = unit is Unit.WORKDAY
    shown = Unit.WORKDAY if by_workday else Unit.CALENDAR_DAY
    if clock.stopped_on is not None:
        used = workdays_between(clock.started_on, clock.stopped_on, calendar) if by_workday else (
            clock.stopped_on - clock.started_on
        ).days  # fmt: skip
        return clocks.done(max(used, 1), shown.value, due_on=clock.stopped_on)
    if (halt := open_halt(clock)) is not None:
        return clocks.suspended(halt)
    href = address_of("cases:clock", clock.public_id) if explained else ""
    if today > clock.due_on and lapses(clock):
        return clocks.lapsed(clock.due_on, explanation_href=href)
    if clock.started_at is not None:
        return _by_the_hour(clock, href)
    left = workdays_left(today, clock.due_on, calendar) if by_workday else (clock.due_on - today).days
    length = max((clock.due_on - clock.started_on).days, 1)
    return clocks.running(
        left, shown.value, due_on=clock.due_on, share=(today - clock.started_on).days / length, explanation_href=href,
        is_provisional=clock.provisional,
    )  # fmt: skip


def _by_the_hour(clock: Clock, href: str) -> clocks.ClockFace:
    """Hours are always near: due soon, or overdue."""
    seconds = (run_clocks.moment_of(clock).at - now()).total_seconds()
    left = int(seconds // SECONDS_OF_AN_HOUR)
    if seconds < 0:
        return clocks.ClockFace(clocks.ClockState.OVERDUE, f"逾期 {-left} 小时", clock.due_on, 1.0, href)
    return clocks.ClockFace(clocks.ClockState.DUE_SOON, f"剩 {left} 小时", clock.due_on, 0.5, href)


def open_halt(clock: Clock) -> date | None:
    """The day since which a suspension holds the clock, or None."""
    open_ones = [row["from"] for row in clock.suspensions if not row.get("until")]
    return date.fromisoformat(min(open_ones)) if open_ones else None


def lapses(clock: Clock) -> bool:
    """Whether it is a chance the party may let pass, so that nobody is late when its day has gone."""
    kind = KINDS.get(clock.kind)
    return kind is not None and kind.lapses


def label_of(clock: Clock) -> str:
    """What must be done by then."""
    kind = KINDS.get(clock.kind)
    return kind.label if kind else clock.kind


def why_of(clock: Clock) -> str:
    """自9月11日立案起 90 日: the reason beside the date."""
    begun = f"自 {short_date(clock.started_on)}{clock.start_event}起"
    if clock.fixed_due_on is not None:
        return f"{begun}，{'经批准延期后' if clock.extensions else ''}文书载明的期限"
    amount = clock.amount
    if amount is None:
        terms = [v for v in statutes.clause(clock.clause).values.values() if v.unit in {u.value for u in Unit}]
        amount = terms[0].amount if terms else None
    extra = sum(int(row["amount"]) for row in clock.extensions if "amount" in row)
    words = f"{begun} {amount} {UNIT_LABELS[unit_of(clock)]}" if amount else begun
    longer = Unit(clock.extensions[-1]["unit"]) if extra else Unit.WORKDAY
    return f"{words}，延长 {extra} {UNIT_LABELS[longer]}" if extra else words


def explanation_of(clock: Clock, today: date) -> Explanation:
    """The whole equation of a clock. Raises Refused while a suspension has no end."""
    due = run_clocks.due_of(clock)
    calendar = calendars.in_force()
    return Explanation(due, clock.start_event, tuple(_lines(clock, due, calendar)), _left(clock, due, calendar, today),
                       tuple(_notes(clock)))  # fmt: skip


def _lines(clock: Clock, due: DueDate, calendar: Calendar) -> list[Line]:
    first = cn_date(clock.started_on)
    lines = [Line("start", f"{first}{clock.start_event}", "开始的当日不计，从次日数起。", START_NOT_COUNTED)]
    if clock.fixed_due_on is not None:
        return [*lines, *_as_papers_say(clock, due)]
    if clock.started_at is not None:
        return _to_the_minute(clock, due)
    kept, reached = clock.suspensions, None
    for count in range(len(kept) + 1):
        reached = _reached(clock, kept[:count], [])
        if count == 0:
            words = "本地规定的期限。" if clock.amount is not None else ""
            term = f"{label_of(clock)}的期限 {reached.amount} {UNIT_LABELS[reached.unit]}"
            lines.append(Line("term", term, words, clock.clause, reached.day))
            continue
        row = kept[count - 1]
        begun, ended = date.fromisoformat(row["from"]), date.fromisoformat(row["until"])
        held = sum(1 for one in reached.skipped_as(SkipKind.SUSPENDED) if begun <= one.day < ended)
        words = f"{short_date(begun)}起中止，{short_date(ended)}恢复。{row.get('why', '')}"
        lines.append(Line("suspension", f"中止 {held} 天", words, row.get("clause", ""), reached.day))
    for count, row in enumerate(clock.extensions, start=1):
        reached = _reached(clock, kept, clock.extensions[:count])
        label = f"延长 {row['amount']} {UNIT_LABELS[Unit(row['unit'])]}"
        lines.append(Line("extension", label, row.get("reason", ""), row.get("clause", ""), reached.day))
    if due.rolled_from:
        words = f"{cn_date(due.rolled_from)}是休息日，顺延到次一个工作日。"
        lines.append(Line("rolled", "末日遇休息日顺延", words, ROLLS, due.day))
    else:
        lines.append(
            Line(
                "due", "到期当天不顺延" if due.unit is not Unit.WORKDAY else "到期当天是工作日，不顺延", "", "", due.day
            )
        )
    return lines


def _as_papers_say(clock: Clock, due: DueDate) -> list[Line]:
    """The day the first paper named, then each paper that put it off."""
    days = [date.fromisoformat(row["from"]) for row in clock.extensions] + [due.day]
    lines = [Line("fixed", "文书载明的期限", "按送达的文书写明的日期计算。", clock.clause, days[0])]
    for row, day in zip(clock.extensions, days[1:], strict=True):
        lines.append(Line("extension", "书面延长改正期限", row.get("reason", ""), row.get("clause", ""), day))
    return lines


def _to_the_minute(clock: Clock, due: DueDate) -> list[Line]:
    """A term the law counts in hours: from its minute, through nights and days off."""
    until, first = run_clocks.moment_of(clock), cn_date(clock.started_on)
    began, ends = (f"{one.astimezone(BEIJING):%H:%M}" for one in (until.start, until.at))
    return [
        Line("start", f"{first} {began} {clock.start_event}", "从这一分钟起连续计算。", clock.clause),
        Line("term", f"{label_of(clock)}的期限 {until.term}", "夜间和休假日不停。", clock.clause, due.day),
        Line("due", f"{cn_date(due.day)} {ends} 届满", "", "", due.day),
    ]


def _reached(clock: Clock, suspensions: list, extensions: list) -> DueDate:
    """What the due day is with only these suspensions and extensions."""
    partly = Clock(
        kind=clock.kind, clause=clock.clause, started_on=clock.started_on, amount=clock.amount, unit=clock.unit,
        suspensions=suspensions, extensions=extensions,
    )  # fmt: skip
    return run_clocks.due_of(partly)


def _left(clock: Clock, due: DueDate, calendar: Calendar, today: date) -> str:
    if clock.stopped_on is not None:
        return f"{short_date(clock.stopped_on)}{clock.stop_event}，已经办结"
    if clock.started_at is not None:
        return _by_the_hour(clock, "").words
    if due.unit is Unit.WORKDAY:
        left, unit = workdays_left(today, due, calendar), "个工作日"
    else:
        left, unit = (due.day - today).days, "天"
    if left < 0:
        return "已期满" if lapses(clock) else f"逾期 {-left} {unit}"
    return f"剩 {left} {unit}" if left else "今天到期"


def _notes(clock: Clock) -> list[str]:
    notes = []
    kind = KINDS.get(clock.kind)
    if kind and kind.effect is Effect.AGENCY_TERM:
        notes.append("这是本机关的期限：逾期仍应当办结，但要写明逾期原因，并进入案卷评查。")
    elif kind and kind.effect is Effect.MINIMUM_WAIT:
        notes.append("这是当事人的期限：期满以前不能办理下一步。")
    elif kind and kind.effect is Effect.PARTY_RIGHT:
        notes.append("这是当事人的期限：自收到文书起算，期满后提出的，应当有正当理由。")
    elif kind and kind.effect is Effect.OWN_CHANCE:
        notes.append("这是本机关可以提出的期限：期满后不再提出，但可以依法采取其他办法。")
    elif kind and kind.effect is Effect.OUTSIDE_TERM:
        notes.append("这是其他机关的期限，本机关只作提醒；期满没有答复的，应当催问。")
    elif kind and kind.effect is Effect.MEASURE_LIMIT:
        notes.append(
            "这是限制当事人权益的上限：到期以后不得继续保存、延长或者使用，必须立即处理或者解除，休息日不顺延。"
        )
    if kind and clock.clause != kind.clause:
        here, nation = statutes.clause(clock.clause), statutes.clause(kind.clause)
        notes.append(f"{here.cite()}另有规定，先于{nation.cite()}适用：{nation.text}")
    if clock.overdue_reason:
        notes.append(f"逾期原因：{clock.overdue_reason}")
    return notes


def unexplained(clock: Clock) -> str:
    """Why a due day cannot be worked out now; empty when it can."""
    try:
        run_clocks.due_of(clock)
    except Refused as refusal:
        return refusal.reason
    return ""
