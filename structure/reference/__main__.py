"""Write every reference page."""

import os

import django

from structure import reference


def main() -> None:
    """Write docs/reference."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    reference.PLACE.mkdir(parents=True, exist_ok=True)
    for part, module in reference.parts().items():
        reference.file_of(part).write_text(module.page(), encoding="utf-8")


if __name__ == "__main__":
    main()
