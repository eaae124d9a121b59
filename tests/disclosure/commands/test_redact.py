"""`yangguang redact` says what would be hidden and why, as JSON."""

import json
import subprocess
import sys


def redact(text, *arguments):
    done = subprocess.run(
        [sys.executable, "-m", "yangguang", "redact", *arguments], input=text.encode(), capture_output=True, check=True
    )
    return json.loads(done.stdout)


def test_command_lists_hidden_places_and_questions():
    told = redact("证人康平，电话13800138000，法定代表人卢志远。", "--name", "卢志远")
    assert [(one["kind"], one["original"], one["how"]) for one in told["hidden"]] == [
        ("电话号码", "13800138000", "号码，号段正确"),
        ("自然人姓名", "卢志远", "本案已知"),
    ]
    assert [one["original"] for one in told["questions"]] == ["康平"]
    assert told["text"] == "证人康平，电话〔已隐去：电话号码〕，法定代表人卢某某。"
