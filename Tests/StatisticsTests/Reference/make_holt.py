"""Makes holt.tsv: what statsmodels answers on seeded random series for Holt's damped smoothing with given parameters,
and the smallest sum of squared one-step errors that SciPy's differential evolution finds.

    pip install scipy statsmodels && python3 make_holt.py > holt.tsv

Each line: series (values separated by spaces), then name=value for each parameter and statistic.
"""

import warnings

import numpy
import scipy
import scipy.optimize
import statsmodels
from statsmodels.tsa.holtwinters import Holt

warnings.simplefilter("ignore")
random = numpy.random.default_rng(19850531)


def series(number):
    n = int(random.integers(6, 31))
    kind = number % 4
    if kind == 0:
        values = 50 + 0.7 * numpy.arange(n) + random.normal(0, 2, n)
    elif kind == 1:
        values = numpy.cumsum(random.normal(size=n))
    elif kind == 2:
        values = 40 * (1 - 0.85 ** numpy.arange(n)) + random.normal(0, 1, n)
    else:
        values = random.integers(0, 9, n).astype(float)
    return [round(float(v), 4) for v in values]


def smoothed(y, alpha, share, phi):
    # The first value and the step to the second are where it starts.
    model = Holt(numpy.array(y[1:]), damped_trend=True, initialization_method="known",
                 initial_level=y[0], initial_trend=y[1] - y[0])
    return model.fit(optimized=False, smoothing_level=alpha, smoothing_trend=share, damping_trend=phi)


def squares(parameters, y):
    alpha, share, phi = parameters
    level, trend, total = y[0], y[1] - y[0], 0.0
    for value in y[1:]:
        expected = level + phi * trend
        error = value - expected
        total += error * error
        level, trend = expected + alpha * error, phi * trend + share * alpha * error
    return total


print(f"# statsmodels {statsmodels.__version__}, scipy {scipy.__version__}, numpy {numpy.__version__}")
for number in range(200):
    y = series(number)
    alpha, share, phi = (round(float(random.uniform(low, high)), 3) for low, high in [(0.05, 0.95), (0.05, 0.95), (0.8, 0.98)])
    fit = smoothed(y, alpha, share, phi)
    ahead = fit.forecast(3)
    best = scipy.optimize.differential_evolution(
        squares, [(0.001, 0.999), (0.001, 0.999), (0.8, 0.98)], args=(y,), seed=1, tol=1e-10, maxiter=400)
    facts = {"alpha": alpha, "share": share, "phi": phi, "level": fit.level[-1], "sse": fit.sse,
             "ahead1": ahead[0], "ahead2": ahead[1], "ahead3": ahead[2], "least": best.fun}
    assert abs(squares((alpha, share, phi), y) - fit.sse) < 1e-8 * max(1, fit.sse)
    print(" ".join(repr(v) for v in y), *(f"{name}={float(value)!r}" for name, value in facts.items()), sep="\t")
