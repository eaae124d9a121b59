#!/usr/bin/env python3
"""Check, without trusting the agency, that a published decision is what its public log recorded. Needs Python alone.

核对一份公开的决定：不必相信机关，只需要 Python 3.9 以上，不装任何东西，不连网。

    python3 check_publication.py KEY copy.json decision.tlog-proof
    python3 check_publication.py KEY 指纹单.json 清单.tlog-proof 清单.xlsx

KEY 是日志的公钥（name+id+key，或者存着它的文件），应当从机关以外的地方取得一次并留存：见证人、年度报告。
退出码 0：公开副本与日志记录一致；1：不一致；2：命令写错了。
"""

import base64
import hashlib
import json
import sys
from pathlib import Path

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


class Wrong(Exception):
    """Something does not hold."""


def must(holds, why):
    """Stop at the first thing that does not hold."""
    if not holds:
        raise Wrong(why)


def add(p, q):
    """Two points of the curve, in extended coordinates."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(number, point):
    """A point added to itself so often."""
    total = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = add(total, point)
        point, number = add(point, point), number >> 1
    return total


def point_of(raw):
    """A point from its 32 bytes (RFC 8032, 5.1.3)."""
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    must(len(raw) == 32 and y < P, "not a point")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    must((x * x - square) % P == 0 and (x or not sign), "not a point")
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def check_signature(public, message, signature):
    """Ed25519 (RFC 8032, 5.1.7)."""
    must(len(signature) == 64, "签名的长度不对 wrong length of the signature")
    s = int.from_bytes(signature[32:], "little")
    must(s < ORDER, "签名不对 wrong signature")
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    left, right = times(s, BASE), add(point_of(signature[:32]), times(k, point_of(public)))
    same = not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)
    must(same, "签名不对 wrong signature")


def key_of(told):
    """Name, id and public key, from the text or the file of a key."""
    if "+" not in told or Path(told).exists():
        told = Path(told).read_text(encoding="utf-8")
    name, number, key = told.strip().split("+", 2)
    raw = base64.b64decode(key, validate=True)
    made = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
    must(len(raw) == 33 and raw[0] == 1 and made.hex() == number, "这不是日志的公钥 this is no key of a log")
    return name, made, raw[1:]


def head_of(note, key):
    """Size and root of the signed head (C2SP signed-note, tlog-checkpoint)."""
    name, number, public = key
    text, _, lines = note.decode().rpartition("\n\n")
    origin, size, root = (text + "\n").split("\n")[:3]
    must(origin == name, "日志头是另一本日志的 the head is another log's")
    signatures = [line.rpartition(" ") for line in lines.strip("\n").split("\n")]
    ours = [base64.b64decode(raw, validate=True) for who, _, raw in signatures if who == "— " + name]
    ours = [raw[4:] for raw in ours if raw[:4] == number]
    must(ours, "日志没有签名 the log has not signed")
    for signature in ours:
        check_signature(public, (text + "\n").encode(), signature)
    return int(size), base64.b64decode(root, validate=True)


def root_from(leaf, index, size, proof):
    """The root a leaf leads to (RFC 9162, 2.1.3.2)."""
    must(0 <= index < size, "没有这一条 no such entry")
    position, last, reached = index, size - 1, leaf
    for neighbour in proof:
        must(last and len(neighbour) == 32, "证明不对 wrong proof")
        if position & 1 or position == last:
            reached = hashlib.sha256(b"\x01" + neighbour + reached).digest()
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            reached = hashlib.sha256(b"\x01" + reached + neighbour).digest()
        position, last = position >> 1, last >> 1
    must(last == 0, "证明不对 wrong proof")
    return reached


def check(key, copy, proof):
    """The entry that proves this copy. Raises Wrong when anything at all does not hold."""
    try:
        top, _, note = proof.partition(b"\n\n")
        lines = top.decode("ascii").split("\n")
        words = [line.partition(" ") for line in lines]
        form = (lines[0], words[1][0], words[2][0])
        must(form == ("c2sp.org/tlog-proof@v1", "extra", "index"), "这不是证明文件 this is no proof file")
        extra, index = json.loads(base64.b64decode(words[1][2], validate=True)), int(words[2][2])
        path = [base64.b64decode(one, validate=True) for one in lines[3:]]
        entry, salt = extra["leaf"].encode("ascii"), bytes.fromhex(extra["salt"])
        size, root = head_of(note, key_of(key))
        leaf = json.loads(entry)
        place, commit = leaf["seq"], leaf["commit"]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as fault:
        raise Wrong(f"文件的格式不对 wrong form of a file: {fault}") from None
    reached = root_from(hashlib.sha256(b"\x00" + entry).digest(), index, size, path)
    must(reached == root and place == index, "这一条不在日志里 the entry is not in the log")
    made = hashlib.sha256(b"\x01" + salt + copy).hexdigest()
    must(len(salt) == 32 and made == commit, "副本与记录不一致 the copy is not what was recorded")
    return leaf


def check_file(snapshot, content):
    """Which file of a list this is, by the snapshot that was checked. Raises Wrong when it is none of them."""
    try:
        files = json.loads(snapshot)["files"]
        made = hashlib.sha256(content).hexdigest()
        return next(suffix for suffix, digest in files.items() if digest == made)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Wrong("这不是清单的指纹单 this is no snapshot of a list") from None
    except StopIteration:
        raise Wrong("文件与指纹单上的都不一致 the file is none of those in the snapshot") from None


def main(words):
    """Say yes or no."""
    if len(words) not in (3, 4):
        sys.stderr.write(__doc__ or "")
        return 2
    try:
        copy = Path(words[1]).read_bytes()
        leaf = check(words[0], copy, Path(words[2]).read_bytes())
        if len(words) == 4:
            check_file(copy, Path(words[3]).read_bytes())
    except (Wrong, OSError) as fault:
        sys.stdout.write(f"不一致 NOT VERIFIED: {fault}\n")
        return 1
    sys.stdout.write(f"一致 VERIFIED: #{leaf['seq']} {leaf['type']} {leaf['t']}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
