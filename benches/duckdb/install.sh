#!/usr/bin/env bash
# Installs DuckDB's Python wheel into a virtual environment beside this script.
set -euo pipefail
cd "$(dirname "$0")"
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -c 'import duckdb' 2>/dev/null || .venv/bin/pip install --quiet duckdb==2.0.0
