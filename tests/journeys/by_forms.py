"""The same people without a browser: each opens the page, fills in its form as it stands there, sends it and is led on."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from tests.journeys.walking import Walk
from yangguang.directory.api import DEMO_PASSWORD
from yangguang.kernel import clock

PRIMARY = "//form[.//button[contains(concat(' ', @class, ' '), ' primary ')]]"
SAID_NO = "//*[contains(@class, 'field-error') or contains(@class, 'errorlist') or contains(@class, 'refusal') or @role='alert']"


class Forms(Walk):
    """A walk over HTTP: what a form offers is what can be sent, and what it has filled in is sent along."""

    def __init__(self, name, county, *, start):
        super().__init__(name, county, _Here, None, handler_width="desktop", start=start)
        self.shown = {}  # what each person was answered last

    def _sign_in(self, name):
        """With password and code, through the screens."""
        client, account = Client(), self.county.account(name)
        typed = {"username": account.username, "password": DEMO_PASSWORD}
        answer = client.post("/desk/sign-in", typed, follow=True)
        if b'name="code"' in answer.content:
            answer = client.post(answer.redirect_chain[-1][0], {"code": self.code(name)}, follow=True)
        assert answer.redirect_chain[-1][0].startswith("/desk/"), answer.content.decode()[:1500]
        return client

    def open(self, name, address):
        """A page as somebody reads it."""
        answer = self.person(name).get(address, follow=True)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        self.shown[name] = answer
        return _tree(answer)

    def act(self, name, address, picture="", /, **typed):
        """Fill in the one form of a page and send it: whoever is refused is told why."""
        self._send(name, address, _last(self.open(name, address), PRIMARY, address), typed)

    def confirm(self, name):
        """Send the form of the page that came back."""
        answer = self.shown[name]
        address = answer.request["PATH_INFO"]
        self._send(name, address, _last(_tree(answer), PRIMARY, address), {})

    def sign(self, name, approval, *, deciding=False, picture=""):
        """Somebody agrees on an approval form."""
        address = f"/desk/approvals/{approval.public_id}/"
        form = _last(self.open(name, address), "//form[.//*[@name='agrees']]", address)
        self._send(name, address, form, {"agrees": "yes"} | ({"code": self.code(name)} if deciding else {}))
        approval.refresh_from_db()
        assert approval.steps.filter(signed_by_name=name).exists(), _words(self.shown[name])

    def reads(self, name, address, *told):
        """Somebody finds these words on a page."""
        shown = self.open(name, address).find(".//main").text_content()
        for words in told:
            assert words in shown, shown

    def picture(self, tab, called):
        """Nobody looks here."""

    def _send(self, name, address, form, typed):
        sent = _filled(form, typed)
        with clock.frozen(self.now):
            answer = self.person(name).post(form.get("action") or address, sent, follow=True)
        self.shown[name] = answer
        complaints = [one.text_content().strip() for one in _tree(answer).xpath(SAID_NO)]
        if answer.status_code != 200 or (not answer.redirect_chain and any(complaints)):
            raise AssertionError(f"{address}: {answer.status_code} {complaints or _words(answer)}")


class _Here:
    url = ""


def _tree(answer):
    return html.fromstring(answer.content.decode())


def _words(answer):
    return _tree(answer).text_content()[:1500]


def _last(tree, path, address):
    found = tree.xpath(path)
    assert found, f"{address}: no form in {tree.text_content()[:1500]}"
    return found[-1]


def _filled(form, typed):
    """What a browser would send: every field with what stands in it, or with what was typed."""
    for field in typed:
        assert form.xpath(".//*[@name=$name]", name=field), f"no field {field} in {sorted(set(form.xpath('.//@name')))}"
    sent = {}
    for control in form.xpath(".//*[self::input or self::select or self::textarea][@name][not(@disabled)]"):
        name, kind = control.get("name"), control.get("type", control.tag)
        if kind == "file":
            if name in typed:
                sent[name] = SimpleUploadedFile(typed[name]["name"], typed[name]["buffer"], typed[name]["mimeType"])
        elif kind in {"checkbox", "radio"}:
            _tick(sent, control, typed)
        elif name in typed:
            sent[name] = typed[name]
        elif kind == "select" and control.get("multiple") is not None:
            sent[name] = list(control.value)
        else:
            sent[name] = (control.value if kind != "textarea" else control.text) or ""
    return sent


def _tick(sent, control, typed):
    name, said = control.get("name"), control.get("value", "on")
    wanted = typed.get(name)
    values = wanted if isinstance(wanted, list) else [wanted]
    if (wanted is True or said in values) if name in typed else control.get("checked") is not None:
        sent.setdefault(name, []).append(said)
