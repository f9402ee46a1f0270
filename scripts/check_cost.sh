#!/usr/bin/env bash
# What it costs to check proofs step by step: one proof of a chain, and many of decisions with absences and computations.
#   scripts/check_cost.sh [STEPS]      proofs of about STEPS (a million) steps, three runs each
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
steps=${1:-1000000}
(cd benches && cargo build --release --quiet -p latency --bin certify)
certify=${CARGO_TARGET_DIR:-$PWD/benches/target}/release/certify
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/chain.dl" <<END
.decl edge(x: number, y: number)
.input edge
.decl reach(x: number)
.output reach
reach(0).
reach(y) :- reach(x), edge(x, y).
END
mkdir "$work/chain" "$work/law"
seq 0 $((steps / 2)) | awk '{ print $1 "\t" $1 + 1 }' >"$work/chain/edge.facts"
rustc --edition 2024 -C opt-level=1 -o "$work/inputs" benches/inputs/src/main.rs
"$work/inputs" law "$work/law"

for ((run = 0; run < 3; run++)); do
    echo chain && "$certify" "$work/chain.dl" "$work/chain" reach "$steps"
    echo decisions && "$certify" benches/workloads/law_plain/program.dl "$work/law" large "$steps"
done
