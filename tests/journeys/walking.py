"""People at real screens: each signs in with password and code, fills in forms and presses the button, day after day."""

import os
from pathlib import Path

from playwright.sync_api import expect

from yangguang.desk.demo import journal
from yangguang.directory.api import DEMO_PASSWORD, totp
from yangguang.kernel import clock

CITIZEN = "市民"
PAGE = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


class Walk:
    """One journey: who walks, at which width the handler works, on which day everything stands."""

    def __init__(self, name, county, live_server, open_tab, *, handler_width, start):
        self.name, self.county, self.url, self.open_tab = name, county, live_server.url, open_tab
        self.widths = {"陈立": handler_width}
        self.handler_width, self.day, self.hour = handler_width, start, 9
        self.tabs, self.pictures = {}, 0

    @property
    def now(self):
        """The instant the clock stands at."""
        return clock.beijing(self.day, self.hour)

    def later(self, workdays=0, hour=None):
        """So many working days on, or an hour on."""
        self.day = journal.workdays_after(self.day, workdays)
        self.hour = hour or (9 if workdays else self.hour + 1)

    def person(self, name):
        """The tab of somebody, signed in through the screens."""
        if name not in self.tabs:
            self.tabs[name] = self._sign_in(name)
        return self.tabs[name]

    def person_outside(self):
        """The one tab of a citizen, on a phone, signed in nowhere."""
        if CITIZEN not in self.tabs:
            self.tabs[CITIZEN] = self.open_tab("phone")
        return self.tabs[CITIZEN]

    def _sign_in(self, name):
        account = self.county.account(name)
        tab = self.open_tab(self.widths.get(name, "desktop"))
        tab.goto(f"{self.url}/desk/sign-in")
        tab.fill("[name=username]", account.username)
        tab.fill("[name=password]", DEMO_PASSWORD)
        self.press(tab, tab.locator("main form button[type=submit], main form button:not([type])").first)
        if tab.locator("[name=code]").count():
            tab.fill("[name=code]", self.code(name))
            self.press(tab, tab.locator("main form button[type=submit], main form button:not([type])").first)
        expect(tab).to_have_url(f"{self.url}/desk/")
        return tab

    def code(self, name):
        """What the authenticator shows."""
        account = self.county.account(name)
        account.refresh_from_db()
        return totp.next_usable_code(account.totp_secret, now=self.now, after=account.totp_last_step)

    def press(self, tab, button):
        """Press a button, once more where it asks back, and wait for the page it leads to."""
        with tab.expect_navigation():
            asks_back = button.get_attribute("data-consequence")
            button.click()
            if asks_back:
                tab.locator("dialog[open] button.primary").click()

    def act(self, name, address, picture="", /, **typed):
        """Open a page, fill in its form, press its one button, and be led on: whoever is refused stays."""
        tab = self.person(name)
        tab.goto(f"{self.url}{address}")
        form = tab.locator("form:has(button.primary)").last
        for field, value in typed.items():
            self.fill_in(form, field, value)
        if picture:
            self.picture(tab, picture)
        self.press(tab, form.locator("button.primary").last)
        if tab.url.endswith(address):
            complaints = tab.locator(".field-error:visible, .errorlist:visible, .refusal:visible, [role=alert]:visible")
            raise AssertionError(
                f"{address}: {complaints.all_inner_texts() or tab.locator('main').inner_text()[:1500]}"
            )
        return tab

    def fill_in(self, form, field, value):
        """One field: ticked, chosen, attached or typed."""
        control = form.locator(f"[name={field}]")
        standing = control.evaluate_all("all => all.map(e => [e.type, e.value, e.checked])")
        assert standing, f"no field {field}"
        kind = standing[0][0]
        if kind in {"checkbox", "radio"}:
            values = value if isinstance(value, list) else [value]
            for place, (_, said, checked) in enumerate(standing):
                wanted = value is True or said in values
                if wanted != checked and (wanted or kind == "checkbox"):
                    control.nth(place).set_checked(wanted)
        elif kind.startswith("select"):
            control.first.select_option(value)
        elif kind == "file":
            control.first.set_input_files(value)
        else:
            control.first.fill(value)

    def confirm(self, name):
        """Press the one button of the page that came back: a look before the act."""
        tab = self.person(name)
        self.press(tab, tab.locator("main button.primary").last)

    def sign(self, name, approval, *, deciding=False, picture=""):
        """Somebody agrees on an approval form."""
        tab = self.person(name)
        typed = {"code": self.code(name)} if deciding else {}
        address = f"/desk/approvals/{approval.public_id}/"
        tab.goto(f"{self.url}{address}")
        form = tab.locator("form:has([name=agrees])")
        self.fill_in(form, "agrees", "yes")
        for field, value in typed.items():
            self.fill_in(form, field, value)
        if picture:
            self.picture(tab, picture)
        self.press(tab, form.locator("button.primary").last)
        approval.refresh_from_db()
        assert approval.steps.filter(signed_by_name=name).exists(), tab.locator("main").inner_text()[:1500]

    def picture(self, tab, called):
        """Keep what is on screen where YANGGUANG_JOURNEYS says (docs/screenshots has some): journey, width, place in it."""
        self.pictures += 1
        if folder := os.environ.get("YANGGUANG_JOURNEYS"):
            path = Path(folder) / f"{self.name}-{self.handler_width}-{self.pictures:02d}-{called}.png"
            tab.screenshot(path=str(path), full_page=True)
