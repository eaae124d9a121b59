"""Draw the style boards: `python -m structure.styleboard [board…]` writes HTML and pictures to build/styleboard/.

Each board is drawn at 1440 (1280 for public pages) and 390 under the strict content security policy the sites send.
"""

import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BOARDS = ROOT / "tests/base/boards"
OUT = ROOT / "build/styleboard"
STATIC = ROOT / "yangguang/base/static"
ORIGIN = "http://styleboard.test"
POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def rendered(name: str) -> str:
    """One board as a page."""
    from django.template import RequestContext, engines
    from django.test import RequestFactory

    from tests.base.boards.facts import facts

    engine = engines["django"].engine  # type: ignore[attr-defined]
    template = engine.from_string((BOARDS / f"{name}.html").read_text(encoding="utf-8"))
    request = RequestFactory().get("/desk/?sort=name")
    context = RequestContext(request)
    with context.bind_template(template):
        context.update(facts())
        return str(template._render(context))


def answer(route: Any, pages: dict[str, str]) -> None:
    """Serve a board or a static file to the browser, with the policy the sites send."""
    path = route.request.url.removeprefix(ORIGIN).split("?")[0]
    if path.startswith("/static/"):
        file = STATIC / path.removeprefix("/static/")
        kind = TYPES.get(file.suffix, "application/octet-stream")
        route.fulfill(body=file.read_bytes(), content_type=kind)
        return
    page = pages.get(path.strip("/"))
    headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html; charset=utf-8"}
    route.fulfill(status=200 if page else 404, body=page or "", headers=headers)


def draw(names: list[str]) -> list[str]:
    """Write the boards and their pictures; return what the browser complained about."""
    from playwright.sync_api import sync_playwright

    pages = {name: rendered(name) for name in names}
    complaints: list[str] = []
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name in names:
            (OUT / f"{name}.html").write_text(pages[name], encoding="utf-8")
            for width in (1440, 390):
                view = browser.new_page(viewport={"width": width, "height": 900})
                view.route("**/*", lambda route: answer(route, pages))
                view.on("console", lambda message: complaints.append(message.text))
                view.goto(f"{ORIGIN}/{name}", wait_until="networkidle")
                view.screenshot(path=OUT / f"{name}-{width}.png", full_page=True)
                view.close()
        browser.close()
    return complaints


def main() -> None:
    """Draw the named boards, or all."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    for complaint in draw(sys.argv[1:] or sorted(path.stem for path in BOARDS.glob("*.html"))):
        sys.stderr.write(f"{complaint}\n")


if __name__ == "__main__":
    main()
