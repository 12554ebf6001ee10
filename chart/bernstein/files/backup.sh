#!/usr/bin/env bash
# backup writes the table votes into a file of the claim; restore adds from a file the rows whose voter has none in the table.
# The name of a file has its number, time (UTC) and rows: votes-000042-20261125-031700-1234.dump. A file with such a name was read back completely.
# The highest number is the newest: clocks can be wrong.
set -euo pipefail
shopt -s nullglob
export PGHOST=$POSTGRES_HOST PGPORT=$POSTGRES_PORT PGDATABASE=$POSTGRES_DB PGUSER=$POSTGRES_USER PGPASSWORD=$POSTGRES_PASSWORD PGCONNECT_TIMEOUT=10 LC_ALL=C
fail() { echo "$*" >&2; exit 1; }
ask() { psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 --command="$1"; }
# pg_dump begins every row on a new line, outside of quotes.
rows() { pg_restore --data-only --no-owner --file=- "$1" | awk -v RS="'" 'NR % 2 { rows += gsub(/\n\t\(/, "") } END { print rows + 0 }'; }
rows_by_name() { local name=${1%.dump}; echo "${name##*-}"; }
list() {
  backups=(votes-??????-????????-??????-*.dump)
  for file in "${backups[@]}"; do
    echo "$file: $(rows_by_name "$file") votes, $(stat -c %s "$file") bytes$([[ ! ${file:13:15} > $now ]] || echo ', later than the clock of this node')"
  done
}
backup() {
  pg_dump --format=custom --table=votes --column-inserts --rows-per-insert=1000 --on-conflict-do-nothing --file=new.part
  votes=$(rows new.part) || fail "the file just written can't be read again: is the claim backups full? $(df -P . | tail -n 1)"
  # The backup of an emptied table must not push out the others.
  [ "$votes" != 0 ] || [ "$(rows_by_name "${newest:-0}")" = 0 ] || fail "the table is empty, and $newest is not: restore it, or delete the files of an earlier poll from the claim"
  number=${newest:6:6}
  mv new.part "votes-$(printf %06d $((10#${number:-0} + 1)))-$now-$votes.dump"
  sync .
  for old in "${backups[@]:0:${#backups[@]} < KEEP ? 0 : ${#backups[@]} - KEEP + 1}"; do rm "$old"; done
  [ "$(ask "SELECT to_regclass('backups')")" ] || ask 'CREATE TABLE backups (taken timestamptz, votes bigint)' || fail "$PGUSER can't make the table backups: as the owner of the database run GRANT CREATE ON SCHEMA public TO \"$PGUSER\""
  ask "INSERT INTO backups VALUES (now(), $votes)"
  list
}
# From the newest, or from the one whose number or (beginning of) time the name of the Job has, from its first digit on: restore-20261125-03.
restore() {
  wanted=${JOB#"${JOB%%[0-9]*}"} matching=(${newest:+"$newest"}) only=()
  [ -z "$wanted" ] || matching=(votes-"$wanted"-*.dump votes-??????-"$wanted"*.dump)
  [ "${#matching[@]}" = 1 ] || fail "${#matching[@]} backups fit ${wanted:-the name} of the Job $JOB. There are:"$'\n'"$(list)"
  votes=$(rows "${matching[0]}") || votes=none
  [ "$votes" = "$(rows_by_name "${matching[0]}")" ] || fail "${matching[0]} is damaged, or newer than these tools: take another one"$'\n'"$(list)"
  if [ "$(ask "SELECT to_regclass('votes')")" ]; then
    # Fails where id is no key, and the same voter would be counted twice.
    ask 'EXPLAIN INSERT INTO votes (id, vote) SELECT id, vote FROM votes ON CONFLICT (id) DO NOTHING' >/dev/null
    only=(--data-only)
    echo "the table had $(ask 'SELECT count(*) FROM votes') votes"
  fi
  pg_restore --single-transaction --no-owner --no-privileges "${only[@]}" --dbname="$PGDATABASE" "${matching[0]}"
  echo "from ${matching[0]}, of $votes votes: the table has $(ask 'SELECT count(*) FROM votes')"
}
cd "${BACKUPS:-/backups}"
exec 9>>lock
timeout "${PATIENCE:-300}" flock 9 || fail "no lock on the claim backups: another backup or restore runs, or its volume has no file locks (NFS: mount it with nfsvers=4.1, or take another backup.volume.storageClass)"
trap 'rm -f new.part' EXIT
now=$(date -u +%Y%m%d-%H%M%S) backups=(votes-??????-????????-??????-*.dump) newest=${backups[*]: -1}
# With some network plugins a new pod can connect only after some moments.
for _ in {1..30}; do ask SELECT >/dev/null 2>&1 && break; sleep 1; done
version=$(ask 'SHOW server_version_num')
[[ $(pg_dump --version) =~ \ ${version%????}[^0-9] ]] || fail "postgres.image has $(pg_dump --version), the database is PostgreSQL ${version%????}: set postgres.image to that version"
# A setting that a pooler does not pass on. It would keep the empty search_path of pg_dump for the worker, which would no longer find its table.
export PGOPTIONS='-c bernstein.direct=on'
[ "$(ask "SELECT current_setting('bernstein.direct', true)")" = on ] || fail "$PGHOST is a connection pooler: set postgres.external.host to the database itself"
"$1"
