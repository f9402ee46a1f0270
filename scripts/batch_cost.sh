#!/usr/bin/env bash
# What it costs to derive and write a hundred thousand clues, and a report of eleven thousand, beside the run itself.
#   scripts/batch_cost.sh [RUNS]      with one and two threads, loading included; medians of RUNS (3) rounds in turns
# Expects a release binary: cargo build --release -p cli
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
runs=${1:-3}
syllogist=${CARGO_TARGET_DIR:-$PWD/target}/release/syllogist
program=benches/workloads/clues/program.dl
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rustc --edition 2024 -C opt-level=1 -o "$work/inputs" benches/inputs/src/main.rs
"$work/inputs" law "$work/data"
"$work/inputs" law "$work/tenth" 0.1

# Wall time, processor time, largest resident set in MB.
measure() {
    local name=$1
    shift
    /usr/bin/time -a -o "$work/$name.times" -f '%e %U %S %M' "$syllogist" "$@" -w >/dev/null 2>&1
}
for ((run = 0; run < runs; run++)); do
    for threads in 1 2; do
        measure "run.$threads" run "$program" -F "$work/data" -D "$work" -j "$threads"
        for form in json jsonl; do
            measure "$form.$threads" why "$program" 'large(_, _)' --limit all --format "$form" -F "$work/data" -j "$threads"
        done
        measure "tenth.$threads" run "$program" -F "$work/tenth" -D "$work" -j "$threads"
        measure "report.$threads" report "$program" -F "$work/tenth" -o "$work/report" -j "$threads"
    done
done

median() { sort -n "$work/$1.times" | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'; }
for threads in 1 2; do
    for name in run json jsonl; do
        echo "$name $threads $(median $name.$threads) $(median run.$threads)"
    done
    echo "report $threads $(median report.$threads) $(median tenth.$threads)"
done | awk '{ printf "%-7s %d thread(s)  wall %.2fs (%.1fx the run)  processor %.2fs (%.1fx)  peak %d MB\n", $1, $2, $3, $3 / $7, $4 + $5, ($4 + $5) / ($8 + $9), $6 / 1024 }'
