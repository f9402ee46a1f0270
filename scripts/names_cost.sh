#!/usr/bin/env bash
# A list of ten thousand names against a register of a million, at most one and at most two characters apart: time, memory, recall.
#   scripts/names_cost.sh [RUNS] [SCALE]      wall time of the whole run with two threads; medians of RUNS (3)
# Expects a release binary: cargo build --release -p cli
# `lost` and `invented` hold the result against comparing each with each (workload `names`); both must be 0.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
runs=${1:-3}
scale=${2:-1}
syllogist=${CARGO_TARGET_DIR:-$PWD/target}/release/syllogist
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rustc --edition 2024 -C opt-level=3 -o "$work/inputs" benches/inputs/src/main.rs
"$work/inputs" names "$work/data" "$scale"

for most in 1 2; do
    sed -e "s|^names.most(2)|names.most($most)|" -e "s|\.\./\.\./\.\./|$PWD/|" -e "s|truth(a, b, n), !|truth(a, b, n), n <= $most, !|" \
        benches/workloads/names/program.dl >"$work/$most.dl"
    for ((run = 0; run < runs; run++)); do
        /usr/bin/env time -f '%e %U %M' -o "$work/time" "$syllogist" run "$work/$most.dl" -w -j 2 -F "$work/data" -D "$work" >"$work/out" ||
            { cat "$work/out"; exit 1; }
        cat "$work/time" >>"$work/$most.times"
    done
    sort -n "$work/$most.times" | awk -v most=$most '{ wall[NR] = $1; user[NR] = $2; if ($3 > peak) peak = $3 }
        END { m = int((NR + 1) / 2); printf "at most %d apart: %.1fs, %.1fs of processors, %d MB\n", most, wall[m], user[m], peak / 1024 }'
    cat "$work/out"
    grep -Eq '^lost[^0-9]*0$' "$work/out" && grep -Eq '^invented[^0-9]*0$' "$work/out" || { echo 'not what comparing each with each gives'; exit 1; }
done
