"""How fast the public search answers: our own bigram index against tantivy with the same bigrams, over 100,000 decisions.

Run: .venv/bin/python bench/public_search.py [decisions] [queries]. Newest 20 with a count capped at 10,000, for words of 2, 4
and 6 characters; turn about, query by query; the median of the ratios and p95 of both sides are printed with a line of JSON.
Recall is measured against LIKE over the whole text.
"""

import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
DATA = Path(tempfile.mkdtemp(prefix="yangguang-bench-"))
os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings.base", "YANGGUANG_DATA_DIR": str(DATA)}

import django

django.setup()

import tantivy
from django.core.management import call_command
from django.db import connections, transaction

from yangguang.base.search import normalised, query_bigrams
from yangguang.bulletin import search_index
from yangguang.bulletin.models import Notice
from yangguang.bulletin.queries import Search, find
from yangguang.bulletin.search_index import NOTICES
from yangguang.bulletin.word_index import tokens_of
from yangguang.kernel import clock

GOAL, CAP, BATCH = 1.0, 10_000, 5_000
TOWNS = ["城关", "东湖", "西山", "南岭", "北塘", "临江", "望海", "长青", "金桥", "白云"]
TRADES = ["电子", "建筑", "餐饮", "物流", "纺织", "园林", "食品", "机械", "装饰", "劳务"]
CAUSES = ("违法延长劳动者工作时间", "拖欠劳动报酬", "未按规定支付加班工资", "收取劳动者押金", "未建立职工名册",
          "拒不提供工资支付台账", "使用童工", "未依法缴纳社会保险费")  # fmt: skip
SENTENCES = (
    "经查，你单位安排{n}名劳动者每月延长工作时间超过三十六小时，最长一人延长{m}小时。",
    "以上事实有考勤系统电子数据、工资支付台账、询问笔录及现场检查笔录证实。",
    "本机关向你单位送达行政处罚事先告知书，你单位在规定期限内未提出陈述申辩。",
    "你单位的行为违反了《中华人民共和国劳动法》第四十一条的规定，依据《劳动保障监察条例》第二十五条。",
    "决定：一、给予警告；二、处罚款人民币{m}00元。罚款应当自收到本决定书之日起十五日内缴至代收机构。",
    "如不服本决定，可以自收到本决定书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。",
)
NAMES = "晨曦 宏远 新筑 安途 味鲜坊 云帆 绿洲 顺达 博远 锐博 惠民 通达 清源 佳丰 乐淘 天工 恒信 启明 瑞丰 海川".split()  # noqa: SIM905


def corpus(count):
    """Decisions that repeat phrases, as decisions do."""
    chance = random.Random(7)
    for number in range(count):
        party = f"示范县{chance.choice(TOWNS)}{chance.choice(NAMES)}{chance.choice(TRADES)}有限公司"
        text = [one.format(n=chance.randint(2, 400), m=chance.randint(37, 99)) for one in SENTENCES]
        if number % 997 == 0:
            text.append("经营场所饲养的孔雀损坏了邻近梯田。")
        yield Notice(
            ref=f"{number:026d}", kind="penalty", kind_label="行政处罚", number=f"示人社监罚字〔2026〕第{number}号",
            number_key=str(number), title=f"{party}{chance.choice(CAUSES)}案", body_ref="b" * 26,
            body_name="示范县人力资源和社会保障局", party_name=party, conclusion="警告；罚款", basis="劳动保障监察条例第二十五条",
            decided_on=date(2020, 1, 1) + timedelta(days=number % 2000),
            published_on=date(2020, 1, 10) + timedelta(days=number * 2000 // count), text=text, digest="0", received_at=clock.now(),
        )  # fmt: skip


def build(count):
    """Both indexes over the same rows and the same tokens, one after the other: CPU and wall seconds of each."""
    call_command("migrate", database="public", verbosity=0)
    notices = corpus(count)
    while batch := list(islice(notices, BATCH)):
        Notice.objects.bulk_create(batch)
    print(f"{count} decisions written", flush=True)
    ours = seconds(index_ours)
    index = index_of_tantivy()
    theirs = seconds(lambda tokens: fill_tantivy(index, tokens))
    return index, ours, theirs


class Tokens:
    """Row by row, as many as there may be; how long making them took is known and is not the index's doing."""

    def __init__(self):
        self.cpu = self.wall = 0.0

    def __iter__(self):
        rows = Notice.objects.order_by("pk").iterator(BATCH)
        while lot := self._noted(lambda: [self._of(row) for row in islice(rows, BATCH)]):
            yield from lot

    def _of(self, row):
        return row.pk, tokens_of(search_index.searchable_text(row))

    def _noted(self, work):
        cpu, wall = time.thread_time(), time.perf_counter()
        result = work()
        self.cpu, self.wall = self.cpu + time.thread_time() - cpu, self.wall + time.perf_counter() - wall
        return result


def seconds(work):
    """CPU of all threads, and wall clock, without the making of the tokens."""
    tokens, cpu, wall = Tokens(), time.process_time(), time.perf_counter()
    work(tokens)
    took = time.process_time() - cpu - tokens.cpu, time.perf_counter() - wall - tokens.wall
    print("an index built: {:.1f} s of CPU, {:.1f} s".format(*took), flush=True)
    return took


def index_ours(tokens):
    """As an index is built afresh: one transaction, synced."""
    with transaction.atomic(using="public"):
        NOTICES.put_many(tokens)


def index_of_tantivy():
    """An empty index of row numbers and tokens."""
    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("id", stored=True, indexed=True, fast=True)
    schema.add_text_field("tokens", tokenizer_name="whitespace", index_option="basic")
    return tantivy.Index(schema.build())


def fill_tantivy(index, tokens):
    """One writer, one commit, merged; in memory, not synced."""
    writer = index.writer(128_000_000, 1)
    for row_id, pairs in tokens:
        writer.add_document(tantivy.Document(id=row_id, tokens=" ".join(pairs)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()


def tantivy_newest(index, words):
    """The newest 20 and a count, of documents that hold every bigram; rows fetched from the same database."""
    terms = [tantivy.Query.term_query(index.schema, "tokens", pair) for pair in query_bigrams(words)]
    query = tantivy.Query.boolean_query([(tantivy.Occur.Must, term) for term in terms])
    found = index.searcher().search(query, limit=20, count=True, order_by_field="id", order=tantivy.Order.Desc)
    searcher = index.searcher()
    ids = [searcher.doc(address)["id"][0] for _, address in found.hits]
    rows = Notice.objects.in_bulk(ids)
    return [rows[one] for one in ids], found.count


def some_rows():
    """Some 400 decisions from all over."""
    known = list(Notice.objects.order_by("pk").values_list("pk", flat=True))
    return list(Notice.objects.filter(pk__in=known[:: max(len(known) // 400, 1)][:900]).order_by("pk"))


def questions(count):
    """Pieces of 2, 4 and 6 characters out of real texts."""
    chance, rows = random.Random(11), some_rows()
    for _ in range(count):
        text = normalised(search_index.searchable_text(chance.choice(rows)))
        size = chance.choice((2, 4, 6))
        start = chance.randrange(len(text) - size)
        yield size, text[start : start + size]


def milliseconds(work):
    """How long the work took."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def prepare_recall():
    """Every text as it is compared, in a table of its own: what LIKE reads."""
    rows = Notice.objects.order_by("pk").iterator(BATCH)
    with transaction.atomic(using="public"), connections["public"].cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE plain (id INTEGER PRIMARY KEY, text TEXT)")
        texts = ((row.pk, normalised(search_index.searchable_text(row))) for row in rows)
        cursor.executemany("INSERT INTO plain VALUES (%s, %s)", texts)
        cursor.execute("PRAGMA case_sensitive_like=ON")


def recall(words):
    """Of the decisions that LIKE finds, up to the cap and the newest first, how many search proposes; and how many there are."""
    with connections["public"].cursor() as cursor:
        like = f"%{normalised(words)}%"
        cursor.execute("SELECT id FROM plain WHERE text LIKE %s ORDER BY id DESC LIMIT %s", [like, CAP])
        held = {row[0] for row in cursor.fetchall()}
    proposed = set(NOTICES.candidates(words, 10**9))
    return len(held & proposed), len(held)


def true_newest(words):
    """The newest 20 by LIKE, as row numbers."""
    with connections["public"].cursor() as cursor:
        like = f"%{normalised(words)}%"
        cursor.execute("SELECT id FROM plain WHERE text LIKE %s ORDER BY id DESC LIMIT 20", [like])
        return [row[0] for row in cursor.fetchall()]


def main(decisions=100_000, queries=200):
    """Build, ask turn about, compare."""
    try:
        index, built, built_by_tantivy = build(decisions)
        asked = list(questions(queries))
        for _, words in asked[:10]:
            find(Search(words), facets=False), tantivy_newest(index, words)
        times = {2: [], 4: [], 6: []}
        for number, (size, words) in enumerate(asked):
            sides = [lambda w=words: find(Search(w), facets=False), lambda w=words: tantivy_newest(index, w)]
            order = (0, 1) if number % 2 else (1, 0)
            taken = {side: milliseconds(sides[side]) for side in order}
            times[size].append((taken[0], taken[1]))
        result = {"bench": "public_search", "decisions": decisions, "goal": GOAL,
                  "build_ratio": round(built[0] / built_by_tantivy[0], 2), "build_seconds": [*built, *built_by_tantivy]}  # fmt: skip
        for size, pairs in times.items():
            ratio = statistics.median(ours / theirs for ours, theirs in pairs)
            p95 = [sorted(one[side] for one in pairs)[int(len(pairs) * 0.95)] for side in (0, 1)]
            print(
                f"{size} characters: median ratio {ratio:.2f}, p95 ours {p95[0]:.1f} ms, tantivy {p95[1]:.1f} ms",
                flush=True,
            )
            result[f"ratio_{size}"], result[f"p95_ratio_{size}"] = round(ratio, 2), round(p95[0] / p95[1], 2)
        prepare_recall()
        got, wanted = (sum(column) for column in zip(*(recall(words) for _, words in asked), strict=True))
        result["recall"] = round(got / max(wanted, 1), 6)
        result["first_pages_equal"] = sum(
            [one.pk for one in find(Search(words), facets=False).notices] == true_newest(words) for _, words in asked
        )
        print(
            f"recall {got} of {wanted} over {len(asked)} queries against LIKE, {result['first_pages_equal']} first pages equal"
        )
        print(
            "build, CPU and wall seconds: ours {:.1f}, {:.1f}; tantivy {:.1f}, {:.1f}".format(*built, *built_by_tantivy)
        )
        print(json.dumps(result))
    finally:
        shutil.rmtree(DATA, ignore_errors=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
