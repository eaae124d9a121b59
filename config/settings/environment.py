"""Every setting a site may change, read once from YANGGUANG_* environment variables."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[2]


class Environment(BaseSettings):
    """Settings by environment variable: YANGGUANG_DATA_DIR, YANGGUANG_DATABASE_URL, and so on."""

    model_config = SettingsConfigDict(env_prefix="YANGGUANG_")

    data_dir: Path = ROOT / "var"
    database_url: str = ""  # empty: SQLite in data_dir
    public_database_url: str = ""
    secret_key: str = ""  # empty: made once and kept in data_dir
    sites: str = "both"  # desk | portal | both
    demo: bool = False
    debug: bool = False
    hosts: str = "127.0.0.1,localhost,[::1]"
    https: bool = False
    fonts_dir: str = ""  # a site's own licensed faces (仿宋_GB2312, 楷体)
    public_site_name: str = "行政执法公示"
    public_site_host: str = ""  # 主办和监督单位 under the name of the public site
    public_site_phone: str = ""  # 监督电话
