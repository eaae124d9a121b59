"""How fast a decision becomes PDF: `render_pdf` against a warm typst compiler given the same layout and data.

Run: .venv/bin/python bench/decision_pdf.py [rounds]. Both sides render documents never seen before, turn about, in one
process; the ratio of each pair is taken, and the median, least and greatest ratio are printed with a line of JSON.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import typst

from tests.base.press import samples
from yangguang.base.press.blocks import SealPlace, Table, paragraph
from yangguang.base.press.docx import render_docx
from yangguang.base.press.faces import fonts
from yangguang.base.press.pdf import LAYOUT, STANDARD, inputs_of, render_pdf
from yangguang.base.press.reading import page_count
from yangguang.base.press.sheet import Sheet

GOAL = 1.3


def decision(number: int) -> Sheet:
    """A decision of two pages with a table of twelve rows; every number gives other words."""
    whole = samples.penalty_decision()
    roster = Table(
        head=("序号", "姓名", "欠付月份", "应发（元）", "已发（元）", "欠付（元）"),
        rows=tuple((row[0], f"{row[1]}{number}", *row[2:]) for row in samples.worker_rows(12)),
        widths=(2, 4, 5, 4, 3, 4),
        numbers=(3, 4, 5),
    )
    texts = [paragraph(f"{text}（第{number}件）") for text in samples.DECISION_TEXT[:4]]
    code = replace(whole.code, link=f"{whole.code.link}{number:04}")
    return replace(whole, code=code, blocks=(*whole.blocks[:4], *texts, roster, SealPlace(samples.BUREAU, samples.DAY)))


def warm_typst() -> Callable[[dict[str, str]], bytes]:
    """A compiler that stays warm: fonts, layout and everything it may keep are loaded once."""
    compiler, source = typst.Compiler(font_paths=fonts("")), LAYOUT.read_bytes()
    return lambda inputs: compiler.compile(source, format="pdf", sys_inputs=inputs, pdf_standards=STANDARD)


def milliseconds(work: Callable[[], bytes]) -> float:
    """How long the work took."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def measured(rounds: int) -> dict:
    """The times of both sides, pair by pair; who goes first changes every round."""
    alone = warm_typst()
    pages = page_count(render_pdf(decision(0)))
    alone(inputs_of(decision(1), ""))
    ours, theirs, word = [], [], []
    for number in range(2, 2 * rounds + 2, 2):
        mine, prepared = decision(number), inputs_of(decision(number + 1), "")
        turns = [
            lambda mine=mine: ours.append(milliseconds(lambda: render_pdf(mine))),
            lambda prepared=prepared: theirs.append(milliseconds(lambda: alone(prepared))),
        ]
        for turn in turns if number % 4 else reversed(turns):
            turn()
        word.append(milliseconds(lambda mine=mine: render_docx(mine)))
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return {
        "measure": "decision_pdf",
        "rounds": rounds,
        "pages": pages,
        "press_ms": round(statistics.median(ours), 2),
        "typst_ms": round(statistics.median(theirs), 2),
        "docx_ms": round(statistics.median(word), 2),
        "ratio_median": round(statistics.median(ratios), 3),
        "ratio_min": round(min(ratios), 3),
        "ratio_max": round(max(ratios), 3),
        "goal": GOAL,
    }


def main() -> None:
    """Measure and print."""
    result = measured(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
    print(
        f"render_pdf {result['press_ms']} ms, warm typst {result['typst_ms']} ms: ratio {result['ratio_median']} "
        f"(least {result['ratio_min']}, greatest {result['ratio_max']}; goal {GOAL})"
    )
    print(json.dumps(result))


if __name__ == "__main__":
    main()
