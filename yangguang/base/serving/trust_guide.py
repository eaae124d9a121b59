"""How the telephones and computers of an office are told to trust its own certificate authority: on screen, and on paper."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.blocks import Block, Heading, facts, paragraph
from yangguang.base.press.sheet import Sheet

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("一、核对指纹", (
        "用单位的U盘、内网文件共享或者政务通讯软件取得证书文件 ca.crt，不要从不明来处下载。",
        "打开证书的“详细信息”，逐组核对 SHA-256 指纹与上面所列一致。不一致的不要安装，立即告诉系统管理员。",
    )),
    ("二、安卓、鸿蒙手机", (
        "把 ca.crt 存到手机。打开“设置”，搜索“证书”，进入“加密与凭据”（鸿蒙：“安全”—“更多安全设置”—“加密和凭据”）。",
        "选“安装证书”—“CA 证书”，确认提示，选中 ca.crt。装好后在“受信任的凭据”—“用户”里能看到。",
        "用系统浏览器或者 Chrome、Edge 打开网址，不再出现警告即为成功。",
    )),
    ("三、苹果手机和平板", (
        "用 Safari 或者“文件”打开 ca.crt，按提示允许下载描述文件。",
        "打开“设置”—“通用”—“VPN与设备管理”，选中描述文件，点“安装”。",
        "再到“设置”—“通用”—“关于本机”—“证书信任设置”，打开这张证书的开关。这一步不做，浏览器仍然不信任。",
    )),
    ("四、Windows 电脑", (
        "双击 ca.crt，点“安装证书”，选“当前用户”，再选“将所有的证书都放入下列存储”，选“受信任的根证书颁发机构”。",
        "弹出的安全警告里有指纹，核对后点“是”。重新打开浏览器。火狐需在“设置”—“隐私与安全”—“证书”里另行导入。",
    )),
    ("五、统信UOS、麒麟和其他 Linux 电脑", (
        "sudo cp ca.crt /usr/local/share/ca-certificates/yangguang.crt，再 sudo update-ca-certificates"
        "（CentOS、欧拉系：放入 /etc/pki/ca-trust/source/anchors/，再 sudo update-ca-trust）。",
        "Chromium 系浏览器自带证书库：设置—隐私和安全—安全—管理证书—授权机构—导入，勾选“信任该证书以标识网站”。",
    )),
    ("六、把现场采集装到手机桌面", (
        "用浏览器打开网址并登录，进入“采集”。安卓：浏览器菜单—“安装应用”或者“添加到主屏幕”；苹果：分享—“添加到主屏幕”。",
        "第一次使用请在有网络时打开一次案件的“现场采集”页，之后没有网络也能打开；登录结束后需要重新登录。",
    )),
)  # fmt: skip


def sheet_of(*, addresses: tuple[str, ...], mark: str, expires: date, made_on: date, office: str) -> Sheet:
    """The guide as a paper."""
    told: list[tuple[str, str]] = [
        ("网址", "\n".join(addresses)), ("证书文件", "ca.crt"), ("SHA-256 指纹", mark),
        ("服务器证书有效期至", f"{expires.year}年{expires.month}月{expires.day}日"),
    ]  # fmt: skip
    blocks: list[Block] = [Heading("内部证书信任指南"), facts(*told)]
    for title, steps in STEPS:
        blocks.append(Heading(title, 1))
        blocks += [paragraph(f"{number}. {step}") for number, step in enumerate(steps, start=1)]
    return Sheet("内部证书信任指南", tuple(blocks), made_on, body_name=office, form=True)


def lines_of(*, addresses: tuple[str, ...], mark: str) -> list[str]:
    """The same in short, for whoever ran the command."""
    return [
        f"网址 address: {'  '.join(addresses)}", f"SHA-256 指纹 fingerprint: {mark}",
        "下一步 next:",
        "  1. 用 yangguang serve --host 0.0.0.0 --port 443 --tls 启动 start it with TLS",
        "  2. 把 ca.crt 发到每台手机和电脑，按信任指南安装，先核对指纹 install ca.crt on every device",
        "  3. 把 ca.key 移到离线介质保存 keep ca.key offline",
    ]  # fmt: skip
