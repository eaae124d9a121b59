"""A mail server on this machine that answers as RFC 5321 says: takes mail, turns single mailboxes away, or everybody for a while."""

import socketserver
import threading
from contextlib import contextmanager
from email import message_from_bytes, policy

GONE, FULL = "gone@", "full@"  # mailboxes it does not have, and one that takes nothing today


class _Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 stub ESMTP" if not self.server.away else "421 too busy")
        while line := self.rfile.readline().strip().decode():
            verb = line.upper().split(":")[0].split(" ")[0]
            if verb in {"EHLO", "HELO"}:
                self.say("250 stub")
            elif verb == "RCPT":
                self.say(self.answer_to(line.lower()))
            elif verb == "DATA":
                self.say("354 go on")
                self.take()
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def answer_to(self, line):
        return "550 no such mailbox" if GONE in line else "452 mailbox full" if FULL in line else "250 ok"

    def take(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        self.server.taken.append(message_from_bytes(b"".join(lines), policy=policy.default))
        self.say("250 taken")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True


@contextmanager
def a_mail_server(settings):
    """It runs, and the site is told to use it."""
    with _Server(("127.0.0.1", 0), _Session) as server:
        server.taken, server.away = [], False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        settings.EMAIL_USE_SSL = settings.EMAIL_USE_TLS = False
        settings.MAIL_FROM = "行政执法公示 <gongshi@site.example>"
        settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
        yield server
        server.shutdown()
