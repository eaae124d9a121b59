"""A WSGI application for tests: it answers `/now` at once from memory and everything else in the usual way."""


class Application:
    """Says which way an answer came, and what it was sent."""

    def at_once(self, head):
        """Only for /now."""
        if head.startswith(b"GET /now "):
            return b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: keep-alive\r\n\r\nquick"
        if head.startswith(b"GET /much "):
            return b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n" + b"x" * 9_000_000
        return None

    def __call__(self, environ, start_response):
        """The usual way. A body stays unread on purpose."""
        content = f"slow {environ['REQUEST_METHOD']} {environ['PATH_INFO']}".encode()
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(content)))])
        return [content]


application = Application()
