#!/usr/bin/env bash
# The LKjIP of the example: Selaras as a cold process, beside the layout and export alone, and beside
# LibreOffice converting a DOCX with the same text and tables. Needs soffice, and python-docx.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=examples/bkpsdm-dumai-2023

cargo build --release --quiet -p selaras-cli
cargo build --release --quiet -p selaras-reports --example tree
./target/release/examples/tree "$package" > "$work/tree.json"
python3 bench/report_libreoffice.py "$work/tree.json" "$work/same.docx"

# Median wall time of a command in milliseconds.
median() {
  python3 - "$runs" "$@" <<'PY'
import statistics, subprocess, sys, time
runs, command = int(sys.argv[1]), sys.argv[2:]
times = []
for _ in range(runs):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    times.append((time.perf_counter() - start) * 1000)
print(f"{statistics.median(times):.0f}")
PY
}

selaras=$(median ./target/release/selaras report lkjip "$package" -o "$work/lkjip.pdf")
libreoffice=$(median soffice "-env:UserInstallation=file://$work/profile" --headless \
  --convert-to pdf --outdir "$work" "$work/same.docx")
echo "selaras report lkjip, cold process   $selaras ms"
echo "LibreOffice, same text and tables    $libreoffice ms"
echo "ratio                                $(python3 -c "print(round($libreoffice / $selaras, 1))")"

# Where the time goes: medians over fresh processes.
for _ in $(seq "$runs"); do cargo bench --quiet -p selaras-cli --bench report; done |
  python3 -c '
import collections, statistics, sys
times = collections.defaultdict(list)
for line in sys.stdin:
    name, ms = line.split()
    times[name].append(float(ms))
for name, all in times.items():
    print(f"  {name:20} {statistics.median(all):8.1f} ms")
'
