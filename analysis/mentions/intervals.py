"""The intervals of shares, where mentions were first counted; they live in `analysis.intervals`."""

from analysis.intervals import Z95, difference_interval, share_interval

__all__ = ["Z95", "difference_interval", "share_interval"]
