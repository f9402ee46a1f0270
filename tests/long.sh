#!/bin/sh
# More random programs than a normal test run has time for: ./tests/long.sh [PROGRAMS [SEED]]
set -eu
cd "$(dirname "$0")/.."
exec cargo test --release -p tests --test differential -- --programs "${1:-100000}" --seed "${2:-2}"
