"""People of a site that begins with nothing: each gets an account from the screens, chooses a password, binds an authenticator."""

import re

from playwright.sync_api import expect

from tests.journeys.walking import Walk
from yangguang.directory.api import Account, Officer, totp

TEMPORARY, OWN = "linshi-mima-2026", "ziji-xuande-2026"


class Newcomers(Walk):
    """A walk among people nobody prepared: they reach every page by the links the screens offer."""

    def __init__(self, live_server, open_tab, *, day):
        super().__init__("empty-site", self, live_server, open_tab, handler_width="desktop", start=day)
        self.usernames, self.first_passwords = {}, {}

    def account(self, name):
        """The account behind a name, as the rest of the journeys ask for it."""
        return Account.objects.get(username=self.usernames[name])

    def expect_person(self, name, username, password):
        """Somebody was told a sign-in name and a password for the first time."""
        self.usernames[name], self.first_passwords[name] = username, password

    def _sign_in(self, name):
        """Password for the first time, one's own password, an authenticator where the role wants one."""
        tab = self.open_tab("desktop")
        tab.goto(f"{self.url}/desk/")
        tab.fill("[name=username]", self.usernames[name])
        tab.fill("[name=password]", self.first_passwords[name])
        self._on(tab)
        expect(tab.locator("main")).to_contain_text("设置自己的密码")
        tab.fill("[name=current]", self.first_passwords[name])
        tab.fill("[name=password]", OWN)
        tab.fill("[name=again]", OWN)
        self._on(tab)
        if tab.locator("main code").count():
            secret = tab.locator("main code").inner_text().replace(" ", "")
            tab.fill("[name=code]", totp.code_at(secret, totp.step_at(self.now)))
            self._on(tab)
        expect(tab).to_have_url(f"{self.url}/desk/")
        return tab

    def _on(self, tab):
        self.press(tab, tab.locator("main form button[type=submit]").last)

    def open(self, name, *links):
        """Somebody follows links by their words, from wherever they are: the bar on the left is on every page."""
        tab = self.person(name)
        for words in links:
            self.follow(tab, words)
        return tab

    def follow(self, tab, words):
        """Press one link by the words that begin it: in the bar on the left or in the page; one that says no more comes first."""
        begins = re.escape(words)
        whole = tab.get_by_role("link", name=re.compile(f"^{begins}(?![一-鿿])"))
        link = whole if whole.count() else tab.get_by_role("link", name=re.compile(f"^{begins}"))
        with tab.expect_navigation():
            link.first.click()

    def send(self, tab, /, **typed):
        """Fill in the one form of the page and be led on; whoever is refused stays, and the test says why."""
        before = tab.url
        self.fill(tab, **typed)
        if tab.url == before and (said := self.complaints(tab)):
            raise AssertionError(f"{before}: {said}")
        return tab

    def refused(self, tab, words, /, **typed):
        """Fill in the one form of the page and be told why not."""
        self.fill(tab, **typed)
        assert words in " ".join(self.complaints(tab)), tab.locator("main").inner_text()[:1500]
        return tab

    def fill(self, tab, /, **typed):
        """Fill in the one form of the page and press its button."""
        form = tab.locator("form:has(button.primary)").last
        for field, value in typed.items():
            self.fill_in(form, field, value)
        self.press(tab, form.locator("button.primary").last)

    def complaints(self, tab):
        """What the page says is wrong."""
        return tab.locator(".field-error:visible, .errorlist:visible, [role=alert]:visible").all_inner_texts()

    def choose(self, tab, field, words):
        """The value behind the words of a choice."""
        return tab.locator(f"[name={field}] option", has_text=words).first.get_attribute("value")

    def officer_refs(self, *names):
        """How the forms name these officers."""
        return [str(Officer.objects.get(name=name).public_id) for name in names]
