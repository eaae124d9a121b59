#!/usr/bin/env python3
"""Check a recording, or a stretch of it, against the proof that came with it. Needs Python and check_publication.py beside it.

核对一件录音录像或者其中一段：不必相信机关，只需要 Python 3.9 以上，不装任何东西，不连网。

    python3 check_recording.py 核对包文件夹 原件
    python3 check_recording.py 核对包文件夹            只核对其中的一段（part.bin）
    python3 check_recording.py 核对包文件夹 原件 日志公钥   连同公示存证日志一起核对

证明的是：自入库登记时起没有改动，登记在当日的存证里，当日的存证在公示存证日志里。入库以前的情况不在证明之内。
退出码 0：一致；1：不一致；2：命令写错了。
"""

import base64
import hashlib
import json
import sys
from pathlib import Path

import check_publication as log


def check_statement(told):
    """What was signed about the recording. Raises Wrong unless the key that is named signed it."""
    name, number, public = log.key_of(told["key"])
    line = told["signature"].rstrip("\n")
    who, _, raw = line.removeprefix("— ").partition(" ")
    signature = base64.b64decode(raw, validate=True)
    log.must(who == name and signature[:4] == number, "签名不是这把钥匙的 another key's signature")
    log.check_signature(public, told["statement"].encode(), signature[4:])
    return json.loads(told["statement"])


def check_day(told, day):
    """That the statement is one of its day."""
    leaf = hashlib.sha256(b"\x00" + told["statement"].encode()).digest()
    path = [bytes.fromhex(one) for one in told["day"]["proof"]]
    reached = log.root_from(leaf, told["day"]["index"], told["day"]["size"], path).hex()
    log.must(reached == told["day"]["root"] == day["root"], "登记不在当日的存证里 not one of its day")
    log.must(day["size"] == told["day"]["size"], "当日件数不一致 the day has another size")


def check_part(told, said, content):
    """That each chunk of a stretch belongs to the recording."""
    size, part = said["chunk_bytes"], told["part"]
    log.must(len(content) > (len(part["proofs"]) - 1) * size, "这一段不完整 the stretch is not whole")
    log.must(len(content) <= len(part["proofs"]) * size, "这一段多出内容 the stretch is too long")
    for number, path in enumerate(part["proofs"]):
        chunk = content[number * size : (number + 1) * size]
        leaf = hashlib.sha256(b"\x00" + chunk).digest()
        reached = log.root_from(leaf, part["first"] + number, part["chunks"], [bytes.fromhex(one) for one in path])
        log.must(reached.hex() == said["tree_root"], "这一段不属于登记的录音录像 not a part of the recording")


def check_whole(said, path):
    """That a file is the recording."""
    made = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            made.update(block)
    log.must(made.hexdigest() == said["sha256"], "文件与入库登记的指纹不一致 the file is not what came in")


def check(folder, recording="", key=""):
    """What was proven, in words. Raises Wrong when anything at all does not hold."""
    folder = Path(folder)
    try:
        told = json.loads((folder / "recording.json").read_text(encoding="utf-8"))
        said, proven = check_statement(told), ["入库登记有签名"]
        if "day" in told:
            content = (folder / "day.json").read_bytes()
            check_day(told, json.loads(content))
            proven.append("登记在当日的存证里")
            if key:
                log.check(key, content, (folder / "day.tlog-proof").read_bytes())
                proven.append("当日的存证在公示存证日志里")
        if recording:
            check_whole(said, recording)
            proven.append("文件自入库时起未改动")
        elif "part" in told:
            check_part(told, said, (folder / "part.bin").read_bytes())
            proven.append("这一段自入库时起未改动")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as fault:
        raise log.Wrong(f"文件的格式不对 wrong form of a file: {fault}") from None
    return said, proven


def main(words):
    """Say yes or no."""
    if len(words) not in (1, 2, 3):
        sys.stderr.write(__doc__ or "")
        return 2
    try:
        said, proven = check(*words)
    except (log.Wrong, OSError) as fault:
        sys.stdout.write(f"不一致 NOT VERIFIED: {fault}\n")
        return 1
    sys.stdout.write(f"一致 VERIFIED: {said['name']} {said['made_at']}\n" + "".join(f"  {one}\n" for one in proven))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
