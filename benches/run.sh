#!/usr/bin/env bash
# Builds Syllogist and the peers, installs DuckDB, and compares: benches/run.sh [WORKLOAD..] [--runs N] [--threads N] [--scale X]
set -euo pipefail
cd "$(dirname "$0")"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/../target}
cargo build --release --quiet --manifest-path ../Cargo.toml -p cli
cargo build --release --quiet --workspace
duckdb/install.sh
exec "$CARGO_TARGET_DIR/release/compare" "$@"
