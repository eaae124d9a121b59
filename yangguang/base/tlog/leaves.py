"""What one entry says: a salted commitment in canonical JSON (RFC 8785), never a name, a number or a word of the content."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from yangguang.kernel.digests import canonical

FORM = 1
SALT = 32
COMMITMENT = b"\x01"
MOST_BYTES = 1024
REF = re.compile(r"[a-z2-7]{26}\Z", re.ASCII)
DIGEST = re.compile(r"(?:[0-9a-f]{64})?\Z", re.ASCII)
GROUND = re.compile(r"[a-z_]{0,40}\Z", re.ASCII)


class LeafType(StrEnum):
    """What a leaf is about."""

    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"
    LIST_SNAPSHOT = "list_snapshot"
    MONTH_COUNTS = "month_counts"
    EVIDENCE_DAY = "evidence_day"
    REPORT = "report"
    KEY_CHANGE = "key_change"


class BadLeaf(ValueError):
    """An entry that says more or less than a leaf may."""


@dataclass(frozen=True)
class Leaf:
    """One entry before it has its place. `key` is random and its own, `obj` random and the object's.

    `commit` is the commitment of what stands from now on, empty when nothing does; `prev` the commitment it takes the
    place of; `ground` a code, for what was taken down.
    """

    key: str
    type: str
    obj: str
    ver: int
    commit: str
    prev: str
    t: str
    ground: str = ""

    def entry(self, seq: int) -> bytes:
        """The bytes of the entry at a place. Raises BadLeaf when they would say what they may not."""
        fault = self._fault()
        if fault:
            raise BadLeaf(fault)
        facts: dict[str, Any] = {"v": FORM, "seq": seq, **asdict(self)}
        if not self.ground:
            del facts["ground"]
        content = canonical(facts)
        if len(content) > MOST_BYTES:
            raise BadLeaf("记录太长")
        return content

    def _fault(self) -> str:
        if self.type not in set(LeafType):
            return f"没有叫做 {self.type} 的记录种类"
        if not REF.match(self.key) or not REF.match(self.obj):
            return "标识和对象应当是随机编号"
        if not DIGEST.match(self.commit) or not DIGEST.match(self.prev):
            return "承诺应当是摘要"
        if not GROUND.match(self.ground) or self.ver < 0 or self.t != written(read_time(self.t)):
            return "情形、版次或者时间的写法不对"
        return ""


def leaf_of(entry: bytes) -> tuple[int, Leaf]:
    """Place and leaf of an entry. Raises BadLeaf unless it is one, in its one canonical form."""
    try:
        facts = json.loads(entry)
        seq, form = facts.pop("seq"), facts.pop("v")
        leaf = Leaf(**facts)
        again = leaf.entry(seq)
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise BadLeaf(f"这不是日志的记录：{fault}") from None
    if form != FORM or again != entry:
        raise BadLeaf("记录不是规范的写法")
    return seq, leaf


def commitment(salt: bytes, content: bytes) -> str:
    """What a leaf says of a content: nothing, to whoever lacks the salt; one content only, to whoever has it."""
    if len(salt) != SALT:
        raise BadLeaf("盐应当是 32 字节")
    return hashlib.sha256(COMMITMENT + salt + content).hexdigest()


def written(instant: datetime) -> str:
    """An instant as leaves write it: UTC, whole seconds."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_time(text: str) -> datetime:
    """The instant a leaf names. Raises ValueError when it is none."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
