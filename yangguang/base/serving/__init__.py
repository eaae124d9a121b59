"""Serving a site: one supervisor over the web server and the job process, started, restarted and stopped together."""
