"""What the agency did in a year, counted from its files: the annual report of enforcement (行政执法统计年报, D18).

Kept counts, templates of tables as data, the report from draft to published, its filings upward. What a case holds that
counts is told by `cases`; what the public reads lies in `bulletin`.
"""
