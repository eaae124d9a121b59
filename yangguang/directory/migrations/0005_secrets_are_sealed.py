"""The secrets of authenticators are sealed; the key is made here, once, and never again."""

from django.db import migrations, models

from yangguang.directory import sealing


def seal(apps, editor):
    """Make the key and seal what lay open."""
    sealing.make_key()
    for account in apps.get_model("directory", "Account").objects.exclude(totp_sealed="").iterator():
        account.totp_sealed = sealing.sealed(account.totp_sealed)
        account.save(update_fields=["totp_sealed"])


def open_again(apps, editor):
    """Lay the secrets open, as they were."""
    for account in apps.get_model("directory", "Account").objects.exclude(totp_sealed="").iterator():
        account.totp_sealed = sealing.opened(account.totp_sealed)
        account.save(update_fields=["totp_sealed"])


class Migration(migrations.Migration):
    dependencies = [("directory", "0004_wrong_codes_are_counted")]

    operations = [
        migrations.RenameField("account", "totp_secret", "totp_sealed"),
        migrations.AlterField(
            "account",
            "totp_sealed",
            models.CharField(blank=True, max_length=255, verbose_name="动态验证码密钥（密封）"),
        ),
        migrations.RunPython(seal, open_again),
    ]
