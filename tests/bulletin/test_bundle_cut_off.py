"""Killed at any moment while it takes in a bundle, a public site shows the old or the new, never some of each, and goes on."""

import shutil

import pytest

from tests.builders.disclosure import a_publication, the_people, withdraw
from tests.builders.public_site import keep_up
from tests.portal.alone import fetched, run, script
from yangguang.bulletin.bundles import keys, sending
from yangguang.bulletin.models import Notice
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D19")]
NOT_NOW = {404, 503}
IMPORT = """
import json, os, signal, sys
told = json.load(sys.stdin)
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.feeding"
from yangguang.kernel import disk
steps = 0

def counted(work):
    def step(*args, **kwargs):
        global steps
        steps += 1
        if steps == told["die_before"]:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(*args, **kwargs)
    return step

for name in ("write_durably", "make_durably", "remove_durably"):
    setattr(disk, name, counted(getattr(disk, name)))
import django
django.setup()
from pathlib import Path
from yangguang.bulletin.bundles import taking_in
taking_in.shutil.rmtree = counted(taking_in.shutil.rmtree)
taking_in.take_in(Path(told["bundle"]))
print(steps)
"""


@pytest.fixture
def far(apart, tmp_path):
    """A public site that has the first bundle; the second takes one decision back, corrects one and brings one."""
    folder = tmp_path / "far"
    people = the_people()
    kept, fallen = (a_publication(people, state="published") for _ in range(2))
    keep_up()
    sending.export(apart)
    for words in (("init",), ("bundle", "trust", keys.own_key().verifier.vkey), ("bundle", "import", apart)):
        code, told = run(folder, *words)
        assert code == 0, told
    Notice.objects.filter(ref=kept.notice_ref).update(fulfilment="已履行")
    withdraw(fallen, people)
    a_publication(people, state="published")
    keep_up()
    sending.export(apart)
    return folder


def seen(folder):
    """What visitors may see of the three decisions, and lists of them."""
    refs = list(Notice.objects.order_by("pk").values_list("ref", flat=True))
    asked = [
        f"/decisions/{ref}{rest}"
        for ref in refs
        for rest in ("", "/copy.json", "/decision.pdf", "/decision.tlog-proof")
    ]
    asked += ["/", "/decisions/", "/search?q=超时", "/feeds/decisions.json", "/open-data/decisions.json"]
    return fetched(folder, asked, clock.now())


def is_whole(shown, whole):
    """Nothing shown differs; what is not there at the moment is not shown."""
    return all(shown[address] == whole[address] or shown[address][0] in NOT_NOW for address in whole)


def imported(folder, bundle, die_before=0):
    return script(folder, IMPORT, told={"bundle": str(bundle), "die_before": die_before})


def test_site_killed_early_or_late_shows_old_or_new_and_the_next_run_finishes(far, apart, tmp_path):
    killed(far, apart, tmp_path, lambda steps: {steps // 2, steps})


@pytest.mark.long
def test_site_killed_at_any_step_shows_old_or_new_and_the_next_run_finishes(far, apart, tmp_path):
    killed(far, apart, tmp_path, lambda steps: set(range(1, steps + 1)))


def killed(far, apart, tmp_path, deaths):
    """One death before each of these steps, each on a site of its own."""
    second = apart / "bundle-000002.tar"
    before = seen(far)
    done = tmp_path / "done"
    shutil.copytree(far, done)
    counted = imported(done, second)
    steps, after = int(counted.stdout), seen(done)
    assert before != after
    assert not is_whole(before, after)
    turned = []
    for die_before in sorted(deaths(steps)):
        dying = tmp_path / f"dying-{die_before}"
        shutil.copytree(far, dying)
        assert imported(dying, second, die_before).returncode == -9
        shown = seen(dying)
        assert is_whole(shown, before) or is_whole(shown, after), die_before
        turned.append(is_whole(shown, after))
        code, told = run(dying, "verify")
        assert code == 0, told
        code, told = run(dying, "bundle", "import", second)
        assert code == 0, told
        assert seen(dying) == after
        code, told = run(dying, "verify")
        assert (code, "!" in told) == (0, False), told
    assert {False, True} <= set(turned)
