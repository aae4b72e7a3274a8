"""The bench: what the house costs, in ratios against two other ways of making the same guide."""
