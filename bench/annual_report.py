"""How fast the tables of an annual report are computed, side by side with a DuckDB scan of the same question.

Run: .venv/bin/python -m bench.annual_report [cases]. A body gets so many cases (one million unless told otherwise), each with a
decision of one to three kinds of penalty, one in a hundred fallen and one in fifty contested, in a fresh site. The first lot is
written by the product's own models and counted as the product counts; the rest are copies of it made inside the database, rows
of the counts too, and the months are the sum of those rows. That the copies are counted as the product would count them is
asked of the product: it counts some of them anew, and none may differ. DuckDB gets the same cases, decisions and remedies as
columns of its own, in memory, with every kind of penalty in a list, and answers the same table: each decision once under its
heaviest kind, the money, what was opened, closed, fell, was contested and lost. Both answers are compared before either is
timed, turn about. Prints the medians by the clock and by CPU, and a line of JSON; the goal is a ratio of 0.2 or less.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from typing import Any

os.environ |= {
    "YANGGUANG_DATA_DIR": tempfile.mkdtemp(prefix="yangguang-bench-"), "DJANGO_SETTINGS_MODULE": "config.settings.base",
}  # fmt: skip
from bench.desk_site import prepared

YEAR, ROUNDS, LOT, SAMPLE, GOAL = 2025, 30, 10_000, 400, 0.2
KINDS = (
    ["warning"], ["fine"], ["warning", "fine"], ["fine", "confiscation_of_gains"], ["fine", "business_halt"],
    ["warning", "fine", "licence_revocation"], ["other"],
)  # fmt: skip
SQL = """
SELECT heaviest, count(*), sum(money) FROM (
  SELECT money, coalesce(list_max(list_transform(list_filter(kinds, lambda k: k <> 'other'), lambda k: list_position($order, k))), 99)
  AS heaviest FROM decisions WHERE body = $body AND decided_on BETWEEN $first AND $last) GROUP BY heaviest
UNION ALL SELECT 100, count(*), 0 FROM cases WHERE body = $body AND opened_on BETWEEN $first AND $last
UNION ALL SELECT 101, count(*), 0 FROM cases WHERE body = $body AND closed_on BETWEEN $first AND $last
UNION ALL SELECT 102, count(*), 0 FROM decisions WHERE body = $body AND decided_on BETWEEN $first AND $last AND fallen
UNION ALL SELECT 103, count(*), 0 FROM remedies WHERE body = $body AND received_on BETWEEN $first AND $last
UNION ALL SELECT 104, count(*), 0 FROM remedies WHERE body = $body AND ended_on BETWEEN $first AND $last AND lost
"""


def a_lot(body: Any, count: int) -> dict[str, list[Any]]:
    """The first rows, written by the models; what DuckDB is told of them."""
    from yangguang.cases.models import Case, Decision, Remedy
    from yangguang.kernel import chance, clock
    from yangguang.legal_review.models import ReviewExemption

    now, first = clock.now(), date(YEAR, 1, 1)
    cases, exempt, decisions, remedies = [], [], [], []
    told: dict[str, list[Any]] = {"cases": [], "decisions": [], "remedies": []}
    for n in range(count):
        opened = first + timedelta(days=n % 330)
        decided = opened + timedelta(days=n % 30)
        kinds, fine, fallen = KINDS[n % len(KINDS)], (n % 90 + 1) * 100_00, n % 100 == 0
        money = fine if "fine" in kinds else 0
        case = Case(
            pk=n + 1, public_id=chance.public_id(), number=f"案{n}", kind="labour", title="案", body=body, field="劳动保障监察",
            area="示范县", matter_code="LD-01", status="closed", opened_on=opened, decided_on=decided, closed_on=decided,
            touched_at=now, touched_by_name="陈立",
        )  # fmt: skip
        cases.append(case)
        exempt.append(ReviewExemption(
            case=case, draft_digest=f"{n:064d}", edition_ref="e" * 26, confirmed_by_ref="account:x", confirmed_by_name="赵文斌",
            confirmed_on=decided,
        ))  # fmt: skip
        decisions.append(Decision(
            pk=n + 1, public_id=chance.public_id(), case=case, body=body, kind="penalty", number=f"决{n}",
            status="annulled" if fallen else "served", content={"penalties": kinds}, digest=f"{n:064d}", decided_on=decided,
            decided_by_ref="account:x", decided_by_name="高建华", fine_fen=money,
        ))  # fmt: skip
        told["cases"].append((body.pk, opened, decided))
        told["decisions"].append((body.pk, decided, kinds, money, fallen))
        if n % 50 == 0:
            remedies.append(Remedy(
                public_id=chance.public_id(), case=case, decision=decisions[-1], kind="reconsideration", authority="县政府",
                number=f"复{n}", received_on=decided, outcome="annulled" if fallen else "upheld", outcome_received_on=decided,
            ))  # fmt: skip
            told["remedies"].append((body.pk, decided, decided, fallen))
    for model, rows in ((Case, cases), (ReviewExemption, exempt), (Decision, decisions), (Remedy, remedies)):
        model.objects.bulk_create(rows, batch_size=400)
    return told


def copied(lot: int, times: int) -> None:
    """Every row so many times more, in one statement a table: keys behind the last, references of their own."""
    from django.db import connection, transaction

    from yangguang.cases.models import Case, Decision, Remedy
    from yangguang.legal_review.models import ReviewExemption
    from yangguang.reporting.models import CountedFact

    other = "substr({0}, 1, 20) || substr('000000' || c.n, -6)"
    further = {"case_id": "case_id + c.n * %(lot)s", "decision_id": "decision_id + c.n * %(lot)s",
               "number": "number || '-' || c.n", "public_id": other.format("public_id"), "ref": other.format("ref")}  # fmt: skip
    copies = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < %(times)s)"
    with transaction.atomic(), connection.cursor() as cursor:
        for model in (Case, ReviewExemption, Decision, Remedy, CountedFact):
            table = model._meta.db_table
            cursor.execute(f"SELECT max(id) FROM {table}")
            (last,) = cursor.fetchone()
            columns = [field.column for field in model._meta.concrete_fields]
            told = further | {"id": f"id + c.n * {last}"}
            names, values = (
                ", ".join(f'"{one}"' for one in columns),
                ", ".join(told.get(one, f'"{one}"') for one in columns),
            )
            cursor.execute(f"INSERT INTO {table} ({names}) {copies} SELECT {values} FROM {table}, c WHERE id <= %(last)s",
                           {"lot": lot, "times": times, "last": last})  # fmt: skip
        cursor.execute(
            "UPDATE reporting_monthlycount SET count = count * %s, amount_fen = amount_fen * %s", [times + 1] * 2
        )


def scanned_beside(told: dict[str, list[Any]], times: int) -> Any:
    """The same rows as columns of DuckDB's own."""
    import duckdb

    scanned = duckdb.connect()
    scanned.execute("CREATE TABLE cases (body BIGINT, opened_on DATE, closed_on DATE)")
    scanned.execute(
        "CREATE TABLE decisions (body BIGINT, decided_on DATE, kinds VARCHAR[], money BIGINT, fallen BOOLEAN)"
    )
    scanned.execute("CREATE TABLE remedies (body BIGINT, received_on DATE, ended_on DATE, lost BOOLEAN)")
    for name, rows in told.items():
        _into(scanned, name, rows)
        scanned.execute(f"INSERT INTO {name} SELECT {name}.* FROM {name}, range({times})")
    return scanned


def counted_as_the_product_counts(count: int) -> bool:
    """Whether some of the copies, counted anew by the product, come to the rows they have, and the months to their sum."""
    from yangguang.reporting import counting

    some = range(max(1, count - SAMPLE + 1), count + 1)
    return counting.recount(some) == 0 and not list(counting._faults_of_months())


def _into(scanned: Any, name: str, rows: list[Any]) -> None:
    """Columns at once: DuckDB takes rows one by one only slowly."""
    if rows:
        marks = ", ".join(f"unnest($c{number})" for number in range(len(rows[0])))
        columns = {f"c{number}": list(column) for number, column in enumerate(zip(*rows, strict=True))}
        scanned.execute(f"INSERT INTO {name} SELECT {marks}", columns)


def in_turns(mine: Any, other: Any) -> list[tuple[float, float]]:
    """The medians of the rounds by the clock and by CPU of all threads, in milliseconds: of ours, then of theirs."""
    found: dict[Any, list[tuple[float, float]]] = {mine: [], other: []}
    for number in range(ROUNDS + 1):
        for act in (mine, other) if number % 2 else (other, mine):
            wall, cpu = time.perf_counter(), time.process_time()
            act()
            found[act].append(((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000))
    return [tuple(map(statistics.median, zip(*found[act][1:], strict=True))) for act in (mine, other)]  # type: ignore[misc]


def same(figures: dict[str, int], rows: list[Any], order: tuple[str, ...]) -> bool:
    """Whether both answered the same table."""
    by = {key: (count, money) for key, count, money in rows}
    kinds = {"warning": "warning", "fine": "fine", "business_halt": "business_halt", "licence_revocation": "licence_revocation",
             "confiscation_of_gains": "confiscation"}  # fmt: skip
    right = [figures[f"penalties.{column}"] == by[order.index(kind) + 1][0] for kind, column in kinds.items()]
    right.append(figures["penalties.other"] == by[99][0])
    right.append(figures["penalties.money"] == sum(money for key, (_, money) in by.items() if key < 100))
    right += [figures["supplement.fallen"] == by[102][0], figures["remedies.reconsideration"] == by[103][0]]
    return all([*right, figures["remedies.reconsideration_lost"] == by[104][0]])


def main() -> None:
    """Write, count, compare, time, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    prepared()
    from tests.builders.directory import a_body
    from yangguang.cases.models import Case
    from yangguang.reporting import counting
    from yangguang.reporting.rules.counting import figures_of
    from yangguang.reporting.rules.templates import templates

    body, template = a_body(), templates()["national"]
    lot = min(count, LOT)
    times = count // lot - 1
    began = time.perf_counter()
    told = a_lot(body, lot)
    print(f"{lot} cases written in {time.perf_counter() - began:.0f} s", flush=True)
    began = time.perf_counter()
    for start in range(0, lot, counting.AT_ONCE):
        counting.recount(range(start + 1, min(start + counting.AT_ONCE, lot) + 1))
    print(f"counted in {time.perf_counter() - began:.0f} s", flush=True)
    began = time.perf_counter()
    copied(lot, times)
    scanned, count = scanned_beside(told, times), lot * (times + 1)
    print(f"{times} copies of them in {time.perf_counter() - began:.0f} s ({Case.objects.count()} cases)", flush=True)
    as_counted = counted_as_the_product_counts(count)

    def ours() -> dict[str, int]:
        known = counting.tallies(body.pk, YEAR)
        return {
            f"{table.name}.{one.column.name}": one.value or 0
            for table in template.tables for one in figures_of(table, template, known, {}, {})
        }  # fmt: skip

    given = {"body": body.pk, "first": date(YEAR, 1, 1), "last": date(YEAR, 12, 31), "order": list(template.order)}

    def theirs() -> list[Any]:
        return list(scanned.execute(SQL, given).fetchall())

    agrees = as_counted and same(ours(), theirs(), template.order)
    (mine, mine_cpu), (other, other_cpu) = in_turns(ours, theirs)
    ratio = mine / other
    print(
        f"kept counts {mine:.2f} ms ({mine_cpu:.2f} of CPU), DuckDB scan {other:.2f} ms ({other_cpu:.2f}), "
        f"ratio {ratio:.3f}, by CPU {mine_cpu / other_cpu:.3f} (goal {GOAL}); same answer: {agrees}"
    )
    print(json.dumps({
        "cases": count, "ours_ms": round(mine, 3), "duckdb_ms": round(other, 3), "ratio": round(ratio, 4),
        "cpu_ratio": round(mine_cpu / other_cpu, 4), "goal": GOAL, "same_answer": agrees,
    }))  # fmt: skip
    shutil.rmtree(os.environ["YANGGUANG_DATA_DIR"], ignore_errors=True)
    sys.exit(0 if agrees and ratio <= GOAL else 1)


if __name__ == "__main__":
    main()
