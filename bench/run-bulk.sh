#!/usr/bin/env bash
# Runs the bulk path and DuckDB on the same facts, shows both, and fails if their numbers differ.
# Usage: bench/run-bulk.sh [--units N]      (5000 units make 50 million facts)
set -euo pipefail
cd "$(dirname "$0")/.."

out=target/bench-bulk
mkdir -p "$out"
python=python3
if ! $python -c 'import duckdb' 2>/dev/null; then
    python=$out/venv/bin/python
    [ -x "$python" ] || python3 -m venv "$out/venv"
    "$python" -c 'import duckdb' 2>/dev/null || "$python" -m pip install --quiet duckdb==2.0.1
fi

cargo bench --quiet -p selaras-rules --bench bulk -- "$@" | tee "$out/selaras.txt"
"$python" bench/bulk_duckdb.py "$@" | tee "$out/duckdb.txt"

for side in selaras duckdb; do
    grep '^= ' "$out/$side.txt" >"$out/$side.found"
done
if ! diff "$out/selaras.found" "$out/duckdb.found"; then
    echo "the numbers differ" >&2
    exit 1
fi
ours=$(sed -n 's/^median_us //p' "$out/selaras.txt")
theirs=$(sed -n 's/^median_us //p' "$out/duckdb.txt")
echo "same numbers; on two threads $((theirs / ours)).$((theirs * 10 / ours % 10)) times as fast as DuckDB"
