"""The sanctions list of wage arrears: notice, objections, the head's decision, three years, early removal, annulment."""
