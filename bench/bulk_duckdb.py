"""Asks DuckDB what `cargo bench -p selaras-rules --bench bulk` asks the bulk path: same facts, same
question, same numbers. DuckDB is the oracle and the yardstick.

    python3 bench/bulk_duckdb.py [--units N]

Everything is in memory and in integers: `/` would give a binary float. The query is the fastest of
several that say the same thing.
"""

import statistics
import sys
import time

import duckdb

INDIKATOR, PERIODS, UNITS_PER_PARENT, RUNS = 2_000, 5, 100, 5
UNITS = int(sys.argv[sys.argv.index("--units") + 1]) if "--units" in sys.argv else 5_000

# A method as numbers: capaian is (a R + b T) / (c T + e R), in steps of the last decimal; factor is
# two steps of 100 percent, unit what a step is worth in ten-thousandths of a percent.
METHODS = f"""
create table indikator as
select
    k::integer as indikator,
    (case when k % 10 < 6 then 1 when k % 10 = 7 then 0 else -1 end)::bigint as a,
    (case when k % 10 < 6 then 0 when k % 10 = 6 then 2 else 1 end)::bigint as b,
    (case when k % 10 = 7 then 0 else 1 end)::bigint as c,
    (case when k % 10 = 7 then 1 else 0 end)::bigint as e,
    (200 * step)::bigint as factor,
    (10000 // step * (1 + k % 9))::bigint as weight_unit,
    (1 + k % 9)::bigint as weight,
    (case when way in (1, 2) then 0 else -1000000000000000 end)::bigint as floor,
    (case way when 0 then 1000000000000000 when 1 then 120 when 2 then 150 else 110 end * step)
        ::bigint as cap,
    (case when way in (0, 2) then 55 else 51 end * step)::bigint as b2,
    (case when way in (0, 2) then 70 else 66 end * step)::bigint as b3,
    (case when way in (0, 2) then 85 else 76 end * step)::bigint as b4,
    (case when way in (0, 2) then null else 91 * step end)::bigint as b5
from (
    select k, k // 10 % 4 as way,
        case k // 10 % 4 when 0 then 100 when 1 then 10 when 2 then 1 else 10000 end as step
    from range({INDIKATOR}) t(k)
)
"""

FACTS = f"""
create table fact as
with one as (
    select i, (i * 48271 + 11) % 2147483647 as one from range({INDIKATOR * PERIODS * UNITS}) t(i)
),
drawn as (
    select i, one, one * 16807 % 2147483647 as other,
        case when one % 997 = 0 then 0 else 100 + one % 99901 end as target
    from one
)
select
    (i // {INDIKATOR * UNITS})::integer as period,
    (i // {INDIKATOR} % {UNITS})::integer as unit,
    (i % {INDIKATOR})::integer as indikator,
    target::bigint as target,
    (case when other % 89 <> 0 then target * (other % 1501) // 1000 - other % 7 end)::bigint
        as realisasi
from drawn
"""

QUESTION = f"""
with ratio as (
    select *, a * realisasi + b * t as n, c * t + e * realisasi as d
    from (select *, nullif(target, 0) as t from fact join indikator using (indikator))
),
-- // cuts off, so half a divisor is added away from zero first.
rounded as (
    select *, case when xor(n, d) < 0 then n * factor - d else n * factor + d end
        // nullif(2 * d, 0) as steps
    from ratio
),
figure as (
    select period, unit, weight, weight_unit, b2, b3, b4, b5,
        case when steps < floor then floor when steps > cap then cap else steps end as x
    from rounded
),
by_unit as materialized (
    select period, unit,
        count(x) as computed,
        count(*) - count(x) as not_computable,
        sum(x * weight_unit) as weighted_sum,
        sum(case when x is not null then weight end) as weight,
        count_if(x >= b2) as from_2,
        count_if(x >= b3) as from_3,
        count_if(x >= b4) as from_4,
        count_if(x >= b5) as from_5
    from figure
    group by period, unit
),
by_parent as (
    select period, unit // {UNITS_PER_PARENT} as parent,
        sum(computed) as computed, sum(not_computable) as not_computable,
        sum(weighted_sum) as weighted_sum, sum(weight) as weight,
        sum(from_2) as from_2, sum(from_3) as from_3, sum(from_4) as from_4, sum(from_5) as from_5
    from by_unit
    group by all
)
select
    sum(computed) as computed,
    sum(not_computable) as not_computable,
    sum(weighted_sum) as weighted_sum,
    sum(weight) as weight,
    sum(computed - from_2) as band_1,
    sum(from_2 - from_3) as band_2,
    sum(from_3 - from_4) as band_3,
    sum(from_4 - from_5) as band_4,
    sum(from_5) as band_5,
    (select sum((period * {UNITS} + unit + 1) * (weighted_sum + from_5)) from by_unit) as by_unit,
    sum((period * {-(-UNITS // UNITS_PER_PARENT)} + parent + 1) * (weighted_sum + from_5))
        as by_parent
from by_parent
"""


def main():
    base = duckdb.connect(":memory:", config={"threads": 2})
    base.execute(METHODS)
    base.execute(FACTS)
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter_ns()
        answer = base.execute(QUESTION)
        row = answer.fetchone()
        times.append((time.perf_counter_ns() - start) // 1000)
    times = times[1:]  # the first run also warms up
    facts = INDIKATOR * PERIODS * UNITS
    print(f"duckdb {duckdb.__version__}: {facts} facts, 2 threads")
    print(f"median ms {statistics.median(times) / 1000:.1f}, fastest ms {min(times) / 1000:.1f}")
    print(f"median_us {int(statistics.median(times))}")
    for column, value in zip(answer.description, row):
        print(f"= {column[0]} {value}")


main()
