import pkgutil
from importlib import import_module

from django.apps import AppConfig, apps


class BaseConfig(AppConfig):
    name = "yangguang.base"
    label = "base"
    verbose_name = "基础"

    def ready(self) -> None:
        """Let every installed context register its pages, plugs, listeners, jobs and invariants."""
        for page in ("health", "large_type", "autosave"):
            import_module(f"yangguang.base.{page}")
        for config in apps.get_app_configs():
            if config.name.startswith("yangguang."):
                for drawer in ("plugs", "pages", "checks"):
                    _import_drawer(f"{config.name}.{drawer}")


def _import_drawer(name: str) -> None:
    """Import a module, or every module of a package; a context without this drawer is fine."""
    try:
        module = import_module(name)
    except ModuleNotFoundError as missing:
        if missing.name != name:
            raise
        return
    for found in pkgutil.iter_modules(getattr(module, "__path__", [])):
        import_module(f"{name}.{found.name}")
