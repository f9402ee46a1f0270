#!/usr/bin/env bash
# Counts the instructions of small benchmark runs and compares them with the accepted counts in benches/gates/counts.tsv.
#   scripts/gates.sh            fails if a count is more than 5 % above or below the accepted one
#   scripts/gates.sh --accept   takes the counts of now as the accepted ones; commit the file
# Expects the binary that `cargo test --workspace --all-features` leaves behind, built with CARGO_INCREMENTAL=0 as in CI: an incremental build
# differs by up to 7 %.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
accepted=benches/gates/counts.tsv tolerance_percent=5
syllogist=$CARGO_TARGET_DIR/debug/syllogist
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The generator needs no crate; cargo would look up those of all peers.
rustc --edition 2024 -C opt-level=1 -o "$work/inputs" benches/inputs/src/main.rs

run_gate() {
    local program=$1 inputs=$2 scale=$3
    "$work/inputs" "$inputs" "$work/input.$program" "$scale"
    valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file="$work/$program.log" \
        "$syllogist" run "benches/workloads/$program/program.dl" -w -j 1 -F "$work/input.$program" -D "$work/input.$program" >"$work/$program.out" 2>&1 ||
        { cat "$work/$program.out" "$work/$program.log"; exit 1; }
    printf '%s\t%s\n' "$program" "$(sed -n 's/.*Collected : //p' "$work/$program.log")" >"$work/$program.count"
}

# Two at a time: counts do not depend on what else runs.
export -f run_gate
export work syllogist
grep -v '^#' benches/gates/gates.tsv | xargs -P 2 -L 1 bash -euc 'run_gate "$@"' gate

cat "$work"/*.count >"$work/counts.tsv"
if [ "${1:-}" = --accept ]; then
    cp "$work/counts.tsv" "$accepted"
    exit
fi
join -t "$(printf '\t')" -a 1 -a 2 -e 0 -o 0,1.2,2.2 "$accepted" "$work/counts.tsv" |
    awk -F '\t' -v tolerance="$tolerance_percent" '
        { change = $2 ? 100 * ($3 - $2) / $2 : 100; verdict = "ok" }
        change > tolerance { verdict = "SLOWER"; failed = 1 }
        change < -tolerance { verdict = "faster: lower the accepted count"; failed = 1 }
        { printf "%-12s %14d %14d %+7.1f %%  %s\n", $1, $2, $3, change, verdict }
        END { if (failed) print "scripts/gates.sh --accept takes the new counts; say in the commit why they changed"; exit failed }'
