"""Every setting a site may change, read once from YANGGUANG_* environment variables."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[2]


class Environment(BaseSettings):
    """Settings by environment variable: YANGGUANG_DATA_DIR, YANGGUANG_DATABASE_URL, and so on."""

    model_config = SettingsConfigDict(env_prefix="YANGGUANG_")

    data_dir: Path = Field(default=ROOT / "var", description="数据目录：SQLite 数据库、存件、密钥、公示页面")
    database_url: str = Field(default="", description="办公端数据库地址，如 `postgresql://…`；空：数据目录里的 SQLite")
    public_database_url: str = Field(default="", description="公示库地址；空：数据目录里的另一个 SQLite")
    inbox_database_url: str = Field(
        default="",
        description="群众来件（更正申请等）单独的数据库地址；空：公示端单独运行时用数据目录里的 inbox.sqlite3，否则放在公示库",
    )
    progress_key_file: str = Field(
        default="",
        description="进度查询标记、订阅链接的密钥文件；空：数据目录里的 `progress_key`。公示端在另一台机器时，把办公端的这一份拷过去",
    )
    secret_key: str = Field(default="", description="签名密钥；空：第一次启动时生成，存入数据目录，只有服务账号可读")
    seal_key_file: str = ""  # seals the secrets of authenticators; empty: seal_key in data_dir
    idle_minutes_administrators: int = 30  # a sign-in ends after so long without anything done
    idle_minutes: int = 120
    sites: str = Field(default="both", description="这个进程提供哪一端：`desk` 办公端、`portal` 公示端、`both` 两端")
    upload_gb: int = Field(default=16, description="一个录音录像文件最大多少 GB")
    upload_person_gb: int = Field(default=64, description="一个人未传完、未归入证据的录音录像最多多少 GB")
    upload_case_gb: int = Field(default=256, description="一个案件的录音录像最多多少 GB")
    demo: bool = Field(default=False, description="演示模式：登录页列出账号、密码和验证码；真实站点绝不能打开")
    debug: bool = Field(default=False, description="显示出错的细节，只供开发")
    hosts: str = Field(
        default="127.0.0.1,localhost,[::1]", description="站点的域名，用逗号分开；其他域名的请求不予答复"
    )
    proxies: str = Field(
        default="",
        description="站点前面的反向代理（如 nginx）的地址，用逗号分开；来自这些地址的请求，按 `X-Forwarded-For` 的最后一个认来处",
    )
    https: bool = Field(default=False, description="站点在 TLS 之后：只用安全 Cookie，要求浏览器今后只走 HTTPS")
    fonts_dir: str = Field(default="", description="本单位有授权的字体（仿宋_GB2312、楷体）所在目录")
    tsa_url: str = Field(default="", description="可信时间戳服务（RFC 3161）的地址；空：不加盖")
    tsa_roots_file: str = Field(default="", description="时间戳服务的根证书（PEM）；盖回来的时间戳凭它核对")
    vault_replica: str = Field(
        default="",
        description="存件副本所在目录（与存件目录同样的结构）；巡检发现损坏、缺失的，从这里核对指纹后恢复；空：不恢复",
    )
    public_site_name: str = Field(default="行政执法公示", description="公示端的名称")
    public_site_host: str = Field(default="", description="公示端名称下面的主办和监督单位")
    public_site_url: str = Field(
        default="",
        description="公示端的网址，如 `https://…`，设了域名的公示端必须设；空：公开页面和公开文本上没有二维码",
    )
    public_site_phone: str = Field(default="", description="公示端的监督电话")
    smtp_host: str = Field(default="", description="发信服务器；空：不能用邮件订阅。公示端和后台作业两处要设得一样")
    smtp_port: int = Field(default=465, description="发信服务器的端口")
    smtp_security: str = Field(default="tls", description="怎样加密：`tls`、`starttls`、`none`（只用于本机）")
    smtp_user: str = Field(default="", description="发信账号；空：不登录")
    smtp_password_file: str = Field(default="", description="存放发信密码的文件，只有服务账号可读")
    mail_from: str = Field(default="", description="发件人，如 `行政执法公示 <gongshi@…>`")
    tlog_cosignatures: int = Field(
        default=0, description="存证日志头应有几个见证人联署；不够或者超过一天，`yangguang verify` 提醒"
    )
    outgoing_hosts: str = Field(
        default="", description="允许主动连接的主机，用逗号分开，如 `api.weixin.qq.com,api.weibo.com`；空：不对外连接"
    )
    weixin_app_id: str = Field(default="", description="微信公众号的 AppID；空：不推送到微信")
    weixin_secret_file: str = Field(default="", description="存放微信公众号 AppSecret 的文件，只有服务账号可读")
    weixin_cover: str = Field(default="", description="微信文章封面的永久素材 media_id")
    weibo_token_file: str = Field(
        default="", description="存放微博 access_token 的文件，只有服务账号可读；空：不推送到微博"
    )
