#!/usr/bin/env bash
# What it costs to read a table of a million rows and eight columns from PostgreSQL, beside psql's \copy of it and a CSV file with the same rows; to
# write the table; and to read its first 100,000 rows from a workbook, a Parquet file and a CSV file.
#   scripts/tables_cost.sh [RUNS]      medians of RUNS (3) rounds in turns
# Expects a release binary: cargo build --release -p cli
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."
runs=${1:-3}
syllogist=${CARGO_TARGET_DIR:-$PWD/target}/release/syllogist
programs=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
work=$(mktemp -d)
as() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }
trap 'as "$programs/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

port=54399
export PGPASSWORD=secret PGHOST=127.0.0.1 PGPORT=$port PGUSER=owner PGDATABASE=postgres
echo "$PGPASSWORD" >"$work/password"
if [ "$(id -u)" = 0 ]; then chown -R postgres "$work"; fi
as "$programs/initdb" -D "$work/data" -A scram-sha-256 -U owner -E UTF8 --locale=C.UTF-8 --no-sync --pwfile="$work/password" >/dev/null
as "$programs/pg_ctl" -D "$work/data" -w -l "$work/log" -o "-p $port -k '' -c fsync=off -c listen_addresses=127.0.0.1" start >/dev/null
psql -qX -c "CREATE TABLE deal (id bigint PRIMARY KEY, no text, district text, party text, price numeric, area float8, day date, state int);
    INSERT INTO deal SELECT n, '建字〔' || 2015 + n % 10 || '〕' || n, '第' || n % 16 || '区', '公司' || n % 50000, (n::bigint * 7919 % 1000000) / 4.0,
        n % 1000 / 3.0, date '2015-01-01' + n % 3650, n % 5 FROM generate_series(1, 1000000) n"
psql -qX -c 'VACUUM ANALYZE deal'

columns="id: number, no: symbol, district: symbol, party: symbol, price: decimal, area: float, day: date, state: number"
cat >"$work/table.dl" <<END
.decl deal($columns)
.input deal(IO=database, connection="land")
.printsize deal
END
cat >"$work/file.dl" <<END
.decl deal($columns)
.input deal(filename="$work/deal.csv", rfc4180=true, headers=true)
.printsize deal
END
sed "s/.printsize deal/.output deal(IO=database, connection=\"land\", table=\"copy\")/" "$work/file.dl" >"$work/write.dl"
chmod 755 "$work"
sed "s/deal.csv/part.csv/; s/.printsize deal/.output deal(IO=excel)\n.output deal(IO=parquet)/" "$work/file.dl" >"$work/make.dl"
sed "s/deal.csv/part.csv/" "$work/file.dl" >"$work/part.dl"
for form in excel.xlsx parquet.parquet; do
    sed "s|^.input.*|.input deal(IO=${form%.*}, filename=\"$work/deal.${form#*.}\")|" "$work/file.dl" >"$work/${form%.*}.dl"
done
psql -qX -c "\\copy (SELECT * FROM deal ORDER BY id LIMIT 100000) TO '$work/part.csv' (FORMAT csv, HEADER)"
"$syllogist" run "$work/make.dl" -D "$work" -w >"$work/out" 2>"$work/told"

# Wall time, processor time, largest resident set in MB.
measure() {
    local name=$1
    shift
    /usr/bin/time -a -o "$work/$name.times" -f '%e %U %S %M' "$@" >"$work/out" 2>"$work/told"
}
land="land=postgres://owner@127.0.0.1:$port/postgres?password_env=PGPASSWORD"
for ((run = 0; run < runs; run++)); do
    measure copy psql -qX -c "\\copy (SELECT * FROM deal ORDER BY id) TO '$work/deal.csv' (FORMAT csv, HEADER)"
    measure table "$syllogist" run "$work/table.dl" -w --connection "$land"
    grep -q 1000000 "$work/out"
    measure file "$syllogist" run "$work/file.dl" -w
    measure write "$syllogist" run "$work/write.dl" -w --connection "$land" -D "$work"
    for form in excel parquet part; do
        measure "$form" "$syllogist" run "$work/$form.dl" -w
        grep -q 100000 "$work/out"
    done
done

median() { sort -n "$work/$1.times" | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'; }
copied=$(median copy)
for name in copy table file write excel parquet part; do
    rows=1000000
    case $name in excel | parquet | part) rows=100000 ;; esac
    echo "$name $(median $name) $rows $copied"
done | awk '{ printf "%-7s %7d rows  wall %.2fs (%.1fx psql)  processor %.2fs  peak %d MB\n", $1, $6, $2, $2 / $7, $3 + $4, $5 / 1024 }'
