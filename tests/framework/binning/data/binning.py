"""The rule by which events come onto bins, and samples and intervals too; and what tries it.

Time is counted in whole nanoseconds. With r(x) = x * 1e9 rounded to the nearest integer (llround):

    start = r(start)                   bins begin at edge(k) = start + r(k * bin), k = 0, 1, ...
    number of bins = the largest n with edge(n) <= r(stop): what is left over at the end is no bin
    an event at t is in bin k where edge(k) <= r(t) < edge(k + 1): on an edge it is of the bin that begins there
    events before start, at the end of the last bin or later are in no bin (how many is told)

Why: 0.15 / 0.05 is 2.9999999999999996 and 3 * 0.05 is 0.15000000000000002, so that a spike at 0.15 s falls into
bin 2 by either, and 61529 / 30000 differs from 61529 * (1 / 30000) in the last bit. A nanosecond is a thousandth of
what any acquisition resolves and a million times the rounding of a double at 1000 s, so that every way to write the
same sample gives the same integer; edges are made anew from k, so that nothing adds up over an hour (1/30 s).
Where times are beyond 4e6 s (unix times) a tick is a microsecond, since their doubles are 0.24 us apart.

It is the rule of pynapple's count (edges and times rounded to 9 decimals, [a, b)), apart from the part of a bin at the
end, which pynapple keeps where its middle lies in the epoch.
"""
import numpy as np


TICKS = 1e9   # a second; 1e6 where times are beyond 4e6 s (46 days: unix times), whose doubles are coarser than a nanosecond


def ticks(t):
    x = np.asarray(t, np.float64) * TICKS
    return np.where(x >= 0, np.floor(x + 0.5), np.ceil(x - 0.5)).astype(np.int64)   # as llround


def edges_ticks(start, stop, width):
    n = int(np.floor((stop - start) / width + 0.5)) + 1
    e = ticks(start) + ticks(np.arange(n + 1) * np.float64(width))
    return e[e <= ticks(stop)]


def edges(start, stop, width):
    return edges_ticks(start, stop, width) / TICKS


def counts(units, start, stop, width):
    e = edges_ticks(start, stop, width)
    out = np.zeros((len(e) - 1, len(units)), np.int64)
    for u, t in enumerate(units):
        k = np.searchsorted(e, ticks(t), side="right") - 1
        k = k[(k >= 0) & (k < len(e) - 1)]
        np.add.at(out[:, u], k, 1)
    return out


def centres(start, stop, width):
    e = edges_ticks(start, stop, width)
    return (e[:-1] + e[1:]) / (2 * TICKS)


# samples onto bins: x at times t (ascending, seconds)
def mean(t, x, start, stop, width, gap=None, circular=False):
    """Of the samples in the bin that are not NaN; NaN where there is none."""
    e = edges_ticks(start, stop, width); k = np.searchsorted(e, ticks(t), side="right") - 1
    ok = (k >= 0) & (k < len(e) - 1) & np.isfinite(x); n = len(e) - 1
    c = np.bincount(k[ok], minlength=n)
    def average(v): return np.bincount(k[ok], weights=v[ok], minlength=n) / np.where(c == 0, 1, c)
    if circular: y = np.mod(np.arctan2(average(np.sin(x)), average(np.cos(x))), 2 * np.pi)
    else: y = average(np.where(np.isfinite(x), x, 0))
    return np.where(c == 0, np.nan, y)


def last(t, x, start, stop, width, gap):
    """The last sample before the end of the bin, at most `gap` seconds older than its centre."""
    e = edges_ticks(start, stop, width); c = (e[:-1] + e[1:]) // 2
    i = np.searchsorted(ticks(t), e[1:], side="left") - 1
    y = np.where(i >= 0, x[np.maximum(i, 0)], np.nan)
    return np.where((i >= 0) & (c - ticks(t)[np.maximum(i, 0)] <= ticks(gap)), y, np.nan)


def nearest(t, x, start, stop, width, gap):
    """The sample nearest to the centre, at most `gap` seconds away; of two as near the earlier."""
    e = edges_ticks(start, stop, width); c = (e[:-1] + e[1:]) // 2; tt = ticks(t)
    i = np.clip(np.searchsorted(tt, c, side="left"), 1, len(tt) - 1)
    i = np.where(c - tt[i - 1] <= tt[i] - c, i - 1, i)
    return np.where(np.abs(tt[i] - c) <= ticks(gap), x[i], np.nan)


def linear(t, x, start, stop, width, gap, circular=False):
    """Between the samples on both sides of the centre, which are at most `gap` seconds apart; NaN samples do not count."""
    ok = np.isfinite(x); t, x = np.asarray(t)[ok], np.asarray(x, np.float64)[ok]
    e = edges_ticks(start, stop, width); c = (e[:-1] + e[1:]) // 2; tt = ticks(t)
    i = np.searchsorted(tt, c, side="left"); exact = (i < len(tt)) & (tt[np.minimum(i, len(tt) - 1)] == c)
    inside = (i > 0) & (i < len(tt)); j = np.clip(i, 1, len(tt) - 1)
    w = (c - tt[j - 1]) / (tt[j] - tt[j - 1])
    if circular:
        d = np.mod(x[j] - x[j - 1] + np.pi, 2 * np.pi) - np.pi
        y = np.mod(x[j - 1] + w * d, 2 * np.pi)
    else: y = x[j - 1] + w * (x[j] - x[j - 1])
    y = np.where(inside & (tt[j] - tt[j - 1] <= ticks(gap)), y, np.nan)
    return np.where(exact, x[np.minimum(i, len(tt) - 1)], y)


def interval_of(starts, stops, start, stop, width):
    """Which interval holds the centre of each bin, start <= centre < stop; -1 where none does, of several the last that began."""
    e = edges_ticks(start, stop, width); c = (e[:-1] + e[1:]) // 2
    which = np.full(len(c), -1, np.int64)
    for i in np.argsort(ticks(starts), kind="stable"):
        which[(c >= ticks(starts[i])) & (c < ticks(stops[i]))] = i
    return which
