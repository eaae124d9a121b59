"""The one set of parts pages are built from: tags and filters, each documented in docs/how-to/use-components.md."""
