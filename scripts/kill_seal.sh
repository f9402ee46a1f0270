#!/usr/bin/env bash
# Kills `run --seal` at random moments and looks at what is left: a bundle that verifies is the one that an undisturbed run makes.
#   scripts/kill_seal.sh [TIMES]      default: 200
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:-200}
cargo build --quiet
syllogist=${CARGO_TARGET_DIR:-target}/debug/syllogist
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
example=examples/long_lease_auction
"$syllogist" run "$example" --seal "$folder/whole" >"$folder/said" 2>&1
root=$(sha256sum "$folder/whole/manifest.json" | cut -c -64)
# The whole run in microseconds: kills are spread over it, and a little beyond.
began=$(date +%s%N)
"$syllogist" run "$example" --seal "$folder/again" >"$folder/said" 2>&1
micros=$((($(date +%s%N) - began) / 900))
RANDOM=7
whole=0 broken=0
for ((n = 0; n < times; n++)); do
    "$syllogist" run "$example" --seal "$folder/run" >"$folder/said" 2>&1 &
    sleep "$(printf '0.%06d' $(((RANDOM * 32768 + RANDOM) % micros)))"
    kill -9 $! 2>/dev/null || true
    wait $! 2>/dev/null || true
    if "$syllogist" verify "$folder/run" >"$folder/said" 2>&1; then
        "$syllogist" verify "$folder/run" --root "$root" >"$folder/said" 2>&1 || { cat "$folder/said"; exit 1; }
        whole=$((whole + 1))
    else
        broken=$((broken + 1))
    fi
    rm -rf "$folder/run"
done
printf '%s kills: %s left the whole bundle, %s one that does not verify, none one that is wrong\n' "$times" "$whole" "$broken"
