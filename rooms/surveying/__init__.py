"""A room measured with a tape: whether its walls close, which measurement is the wrong one, and what would tell.

`judge` (verdict.py) answers for a `Measured` (measured.py). It reckons by least squares with every measurement in its
turn left out, as surveyors look for blunders: W. Baarda, A testing procedure for use in geodetic networks, 1968, and
what two such tests cannot tell apart after W. Förstner, Reliability and discernability of extended Gauss-Markov
models, 1983.
"""
