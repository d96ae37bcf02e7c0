#!/usr/bin/env bash
# The LKjIP of the example: Selaras as a cold process, beside the layout and export alone, and beside
# LibreOffice converting a DOCX with the same text and tables. The three take turns, so that a slow
# minute of the machine falls on all of them. Needs soffice, and python-docx.
# Usage: bench/run-report.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=examples/bkpsdm-dumai-2023

cargo build --release --quiet -p selaras-cli
cargo build --release --quiet -p selaras-reports --example tree
./target/release/examples/tree "$package" > "$work/tree.json"
python3 bench/report_libreoffice.py "$work/tree.json" "$work/same.docx"
steps=$(cargo bench --quiet -p selaras-cli --bench report --no-run --message-format json |
  python3 -c '
import json, sys
for line in sys.stdin:
    it = json.loads(line)
    if it.get("executable") and it["target"]["kind"] == ["bench"]:
        print(it["executable"])
')

python3 - "$runs" "$work" "$package" "$steps" <<'PY'
import collections, statistics, subprocess, sys, time
runs, work, package, steps = int(sys.argv[1]), *sys.argv[2:]
ours = ["./target/release/selaras", "report", "lkjip", package, "-o", f"{work}/lkjip.pdf"]
theirs = ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless",
          "--convert-to", "pdf", "--outdir", work, f"{work}/same.docx"]
times = collections.defaultdict(list)

def run(command):
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    start = time.perf_counter()
    subprocess.run(command, check=True, **quiet)
    return (time.perf_counter() - start) * 1000

# Each runs twice in its turn and the second counts: what the one before it has pushed out of the
# caches must not be paid by the next.
for _ in range(runs):
    run(ours)
    times["selaras"].append(run(ours))
    run([steps])
    for line in subprocess.check_output([steps], text=True).splitlines():
        name, ms = line.split()
        times[name].append(float(ms))
    run(theirs)
    times["libreoffice"].append(run(theirs))

median = {name: statistics.median(all) for name, all in times.items()}
print(f"{'':22}{'median':>10}{'fastest':>10}{'slowest':>10}   ms, {runs} runs")
for name in ("selaras", "read", "measure", "tree", "layout-and-export", "libreoffice"):
    print(f"{name:22}{median[name]:10.0f}{min(times[name]):10.0f}{max(times[name]):10.0f}")
print(f"selaras / layout and export  {median['selaras'] / median['layout-and-export']:.2f}   (at most 1.3)")
print(f"libreoffice / selaras        {median['libreoffice'] / median['selaras']:.1f}   (at least 5)")
PY
