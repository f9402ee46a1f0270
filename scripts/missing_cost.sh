#!/usr/bin/env bash
# What it costs to say of each of a million candidates what it lacks, and of one of them with near misses, beside the run itself.
#   scripts/missing_cost.sh [RUNS]      wall time with two threads, loading included; medians of RUNS (3) rounds in turns
# Expects a release binary: cargo build --release -p cli
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
runs=${1:-3}
syllogist=${CARGO_TARGET_DIR:-$PWD/target}/release/syllogist
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rustc --edition 2024 -C opt-level=1 -o "$work/inputs" benches/inputs/src/main.rs
"$work/inputs" law "$work/data"

# A million names and numbers as people mistype them.
mkdir "$work/names"
awk 'BEGIN { print "id,holder,day"; for (i = 0; i < 1000000; i++)
    printf "JY%010d,holder of %d,%d-%02d-%02d\n", i * 7919 % 10000000000, i * 31 % 1000003, 2000 + i % 25, 1 + i % 12, 1 + i % 28 }' \
    >"$work/names/licence.csv"
cat >"$work/names/program.dl" <<'RULES'
.decl licence(id: symbol, holder: symbol, day: date)
.input licence(filename="licence.csv", rfc4180=true, headers=true)
.decl valid(id: symbol, holder: symbol)
.printsize valid
valid(i, h) :- licence(i, h, d), d >= d"2010-01-01".
RULES

TIMEFORMAT=%R
measure() {
    local name=$1 status=0
    shift
    { time "$syllogist" "$@" -w -j 2 >"$work/out" 2>&1 || status=$?; } 2>>"$work/$name.times"
    case $status in 0 | 3) ;; *) cat "$work/out"; exit 1 ;; esac
}
for ((run = 0; run < runs; run++)); do
    for name in missing missing_open; do
        program=benches/workloads/$name/program.dl
        measure "$name.run" run "$program" -F "$work/data" -D "$work"
        measure "$name.check" why "$program" 'large(-1)' -F "$work/data"
        measure "$name.why" why "$program" --missing -F "$work/data"
    done
    measure near.run run "$work/names/program.dl" -D "$work"
    measure near.one why "$work/names/program.dl" 'valid("JY0000007920", "holder of 31")'
    measure near.two why "$work/names/program.dl" 'licence("JY0000007920", _, _)'
done

median() { sort -n "$work/$1.times" | awk '{ time[NR] = $1 } END { print time[int((NR + 1) / 2)] }'; }
for name in missing missing_open; do
    awk -v name="$name" -v run="$(median $name.run)" -v one="$(median $name.check)" -v all="$(median $name.why)" 'BEGIN {
        printf "%-14s run %.2fs, why of one candidate %.2fs, --missing of all %.2fs (%.2fx)\n", name, run, one, all, all / run }'
done
awk -v run="$(median near.run)" -v one="$(median near.one)" -v two="$(median near.two)" 'BEGIN {
    printf "%-14s run %.2fs, near misses of a rule %.2fs, of a record by its number %.2fs\n", "names", run, one, two }'
