"""Makes reference.tsv: what SciPy, pyMannKendall and statsmodels answer on seeded random series.

    pip install scipy pymannkendall statsmodels && python3 make.py > reference.tsv

Each line: series (values separated by spaces), then name=value for each statistic.
"""

import sys
import numpy
import pymannkendall
import scipy
import scipy.stats
import statsmodels
import statsmodels.api
from statsmodels.tsa.stattools import acf

random = numpy.random.default_rng(20231231)


def series(number):
    n = int(random.integers(5, 41))
    kind = number % 7
    steps = random.normal(size=n)
    if kind == 0:
        values = random.normal(100, 10, n)
    elif kind == 1:
        values = 50 + 0.7 * numpy.arange(n) + random.normal(0, 2, n)
    elif kind == 2:
        values = random.integers(0, 4, n).astype(float)
    elif kind == 3:
        values = numpy.cumsum(steps)
    elif kind == 4:
        values = numpy.concatenate([numpy.zeros(n // 2), numpy.ones(n - n // 2)]) * 5 + random.normal(0, 1, n)
    elif kind == 5:
        values = numpy.full(n, 7.0)
        values[int(random.integers(0, n))] += float(random.integers(0, 3))
    else:
        values = numpy.round(random.exponential(30, n))
    return [round(float(v), 6) for v in values]


def gaps(n, number):
    times = numpy.arange(n + 5)
    if number % 3 == 0:
        return sorted(random.choice(times, size=n, replace=False).tolist())
    return list(range(n))


def facts(x, t):
    y = numpy.array(x)
    n = len(y)
    found = {"mean": y.mean(), "sd": y.std(ddof=1), "median": numpy.median(y)}
    found["mad"] = scipy.stats.median_abs_deviation(y)
    constant = numpy.all(y == y[0])
    if not constant:
        found["acf1"] = acf(y, nlags=1, fft=False)[1]
    mk = pymannkendall.original_test(y)
    found.update({"mk_s": mk.s, "mk_var": mk.var_s, "mk_z": mk.z, "mk_p": mk.p})
    if len(set(x)) == n:
        exact = scipy.stats.kendalltau(numpy.arange(n), y, method="exact")
        found["exact_p"] = exact.pvalue
    if not constant:
        found["tau"] = scipy.stats.kendalltau(numpy.arange(n), y).statistic
        hamed = pymannkendall.hamed_rao_modification_test(y)
        found.update({"hr_var": hamed.var_s, "hr_z": hamed.z, "hr_p": hamed.p})
    slope, intercept, low, high = scipy.stats.theilslopes(y, t, alpha=0.95, method="separate")
    found.update({"ts_slope": slope, "ts_intercept": intercept, "ts_low": low, "ts_high": high})
    fit = statsmodels.api.OLS(y, statsmodels.api.add_constant(numpy.array(t, dtype=float))).fit()
    interval = fit.conf_int(0.05)[1]
    found.update(
        {"ols_slope": fit.params[1], "ols_intercept": fit.params[0], "ols_slope_se": fit.bse[1],
         "ols_intercept_se": fit.bse[0], "ols_sd": numpy.sqrt(fit.mse_resid), "ols_low": interval[0],
         "ols_high": interval[1]})
    # Pettitt's statistic by its definition: the largest |sum over i <= t < j of sign(x_i - x_j)|.
    best, place = 0, 0
    for split in range(n - 1):
        score = abs(sum(numpy.sign(x[i] - x[j]) for i in range(split + 1) for j in range(split + 1, n)))
        if score > best:
            best, place = score, split
    found.update({"pettitt_k": best, "pettitt_at": place})
    found["pettitt_p"] = min(1.0, 2 * numpy.exp(-6 * best**2 / (n**3 + n**2)))
    return found


print(f"# scipy {scipy.__version__}, pymannkendall {pymannkendall.__version__ if hasattr(pymannkendall, '__version__') else '1.4'}, "
      f"statsmodels {statsmodels.__version__}, numpy {numpy.__version__}")
for number in range(210):
    x = series(number)
    t = gaps(len(x), number)
    print(
        " ".join(repr(v) for v in x), " ".join(str(v) for v in t),
        *(f"{name}={float(value)!r}" for name, value in facts(x, t).items()), sep="\t")
for p in [1e-12, 1e-6, 0.001, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.975, 0.999999]:
    print(f"quantiles\t{p!r}\tnormal={scipy.stats.norm.ppf(p)!r}", *(
        f"t{d}={scipy.stats.t.ppf(p, d)!r}" for d in [1, 2, 3, 5, 9, 30, 200]), sep="\t")
