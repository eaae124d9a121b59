"""The key that seals the secrets of authenticators: made here, once, and never again."""

from django.db import migrations

from yangguang.directory import sealing


def make_key(apps, editor):
    """A key where nothing is sealed yet: a site that lost its key gets no new one quietly."""
    if not apps.get_model("directory", "Account").objects.exclude(totp_sealed="").exists():
        sealing.make_key()


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_tables")]

    operations = [migrations.RunPython(make_key, migrations.RunPython.noop)]
