#!/usr/bin/env bash
# Fuzzes one target for some seconds on stable Rust: scripts/fuzz.sh parse 300
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:-check} seconds=${2:-60}
command -v cargo-fuzz >/dev/null || cargo install cargo-fuzz --locked
mkdir -p "fuzz/corpus/$target"
# What programs are made of for programs, and what the target was given to begin with.
case $target in check | parse | preprocess) cp -n rules/models/*.dl "fuzz/corpus/$target/" || true ;; esac
if [ -d "fuzz/seeds/$target" ]; then cp -n "fuzz/seeds/$target"/* "fuzz/corpus/$target/" || true; fi
cargo fuzz run --sanitizer none "$target" -- -max_total_time="$seconds" -max_len=4096
