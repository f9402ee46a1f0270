#!/usr/bin/env bash
# What the law costs on a million decisions: the same rules plain, with norms and exceptions, and with something open.
#   scripts/law_cost.sh [RUNS]      user time of one thread, loading included and apart; medians of RUNS (5) rounds in turns
# Expects a release binary: cargo build --release -p cli
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
runs=${1:-5}
syllogist=${CARGO_TARGET_DIR:-$PWD/target}/release/syllogist
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rustc --edition 2024 -C opt-level=1 -o "$work/inputs" benches/inputs/src/main.rs
"$work/inputs" law "$work/data"

# The records alone: what is left when it is taken away is what the rules cost.
mkdir "$work/load"
sed '/^\.norm/,$d; /^\/\/\/ Nobody/,$d' benches/workloads/law_plain/program.dl >"$work/load/program.dl"
echo '.printsize decision, applied, exempt' >>"$work/load/program.dl"
sed 's/exempt$/exempt, grave/; /^\.input/i .decl grave(id: number, value: symbol, by: symbol, on: date, basis: symbol)' \
    "$work/load/program.dl" >"$work/load/open.dl"

TIMEFORMAT=%U
measure() {
    local name=$1 program=$2
    { time "$syllogist" run "$program" -w -j 1 -F "$work/data" -D "$work" >"$work/out" 2>&1; } 2>>"$work/$name.times" ||
        { cat "$work/out"; exit 1; }
}
for ((run = 0; run < runs; run++)); do
    measure load "$work/load/program.dl"
    measure load_open "$work/load/open.dl"
    for name in law_plain law law_open; do measure $name "benches/workloads/$name/program.dl"; done
done

median() { sort -n "$work/$1.times" | awk '{ time[NR] = $1 } END { print time[int((NR + 1) / 2)] }'; }
awk -v load="$(median load)" -v load_open="$(median load_open)" \
    -v plain="$(median law_plain)" -v law="$(median law)" -v open="$(median law_open)" 'BEGIN {
    printf "%-10s %8s %8s %16s\n", "", "whole", "rules", "rules / plain"
    printf "%-10s %7.2fs %7.2fs\n", "plain", plain, plain - load
    printf "%-10s %7.2fs %7.2fs %15.2fx\n", "law", law, law - load, (law - load) / (plain - load)
    printf "%-10s %7.2fs %7.2fs %15.2fx\n", "open", open, open - load_open, (open - load_open) / (plain - load)
}'
