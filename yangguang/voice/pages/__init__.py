"""One page a file; a post calls exactly one use case."""
