"""A corpus of sentences of decisions: what is private is hidden, what must be read stays; precision and recall are printed."""

import re
from dataclasses import dataclass
from pathlib import Path

from yangguang.disclosure.rules.redaction import Known, find, with_aliases

LINES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line for line in LINES if line and not line.startswith("#")]
(NAMES,) = (line.partition("：")[2].split("、") for line in LINES if line.startswith("# 本案已知"))
KNOWN = [Known(name) for name in NAMES]
MARK = re.compile(r"⟦(?P<hide>.+?)⟧|⟪(?P<ask>.+?)⟫")
WIDER = 2  # signs by which a place may be wider than its mark: the + before a number, a bracket


@dataclass(frozen=True)
class Sentence:
    """A sentence without its marks, and where they were."""

    text: str
    hide: tuple[tuple[int, int], ...]
    ask: tuple[tuple[int, int], ...]


def read(line: str) -> Sentence:
    text, reached, marks = "", 0, {"hide": [], "ask": []}
    for match in MARK.finditer(line):
        text += line[reached : match.start()]
        kind = match.lastgroup
        marks[kind].append((len(text), len(text) + len(match[kind])))
        text, reached = text + match[kind], match.end()
    return Sentence(text + line[reached:], tuple(marks["hide"]), tuple(marks["ask"]))


def is_it(found, mark):
    return found[0] <= mark[0] and mark[1] <= found[1] and found[1] - found[0] <= mark[1] - mark[0] + WIDER


def measured(kind, certain):
    """Marks, marks found, places found that are no mark; as (sentence, words)."""
    marks, missed, wrong = 0, [], []
    for sentence in map(read, SENTENCES):
        spans = [span for span in find(sentence.text, with_aliases(KNOWN, [sentence.text])) if span.certain is certain]
        places, wanted = [(span.start, span.end) for span in spans], getattr(sentence, kind)
        marks += len(wanted)
        missed += [(sentence.text, sentence.text[a:b]) for a, b in wanted if not any(is_it(p, (a, b)) for p in places)]
        wrong += [(sentence.text, sentence.text[a:b]) for a, b in places if not any(is_it((a, b), w) for w in wanted)]
    return marks, missed, wrong


def told(what, marks, missed, wrong):
    found = marks - len(missed)
    print(f"\n{what}: precision {found}/{found + len(wrong)}, recall {found}/{marks}")
    for words in (*missed, *wrong):
        print("  ", words)


def test_corpus_is_large_and_says_every_sentence_once():
    assert len(SENTENCES) == len(set(SENTENCES)) >= 205


def test_everything_private_of_the_corpus_is_hidden_and_what_must_be_read_stays(capsys):
    marks, missed, wrong = measured("hide", certain=True)
    with capsys.disabled():
        told("hidden", marks, missed, wrong)
    assert not missed
    assert len(wrong) <= marks // 100


def test_names_nobody_knows_are_asked_about(capsys):
    marks, missed, wrong = measured("ask", certain=False)
    with capsys.disabled():
        told("asked", marks, missed, wrong)
    assert not missed
    assert len(wrong) <= marks // 10
