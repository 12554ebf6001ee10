#!/usr/bin/env bash
# Writes every vote into a file of the claim (backup), and puts back from one what the table lacks (restore). The name of a file tells when
# it was made and how many votes it has: votes-20261125-031700-1234.csv.gz. What has such a name is whole.
set -euo pipefail
shopt -s nullglob
cd "${BACKUPS:-/backups}"
export TMPDIR=$PWD
ask() { psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 "$@"; }
fail() {
  echo "$*" >&2
  exit 1
}
votes_of() {
  local name=${1%.csv.gz}
  echo "${name##*-}"
}
# Reads a file as a restore does, and says how many votes it has.
votes_in() {
  gzip --decompress --stdout "$1" | ask --command='CREATE TEMPORARY TABLE reading (id text, vote text)' \
    --command='\copy reading FROM pstdin (FORMAT csv, HEADER)' --command='SELECT count(*) FROM reading'
}
list() {
  local file
  for file in "${backups[@]}"; do echo "$file: $(votes_of "$file") votes, $(stat -c %s "$file") bytes"; done
}
backup() {
  local votes
  rm -f new.part
  # Number and votes as of one moment.
  votes=$(
    ask <<'SQL'
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT count(*) FROM votes;
\copy (SELECT id, vote FROM votes ORDER BY id) TO PROGRAM 'gzip >new.part' (FORMAT csv, HEADER)
COMMIT;
SQL
  )
  [ "$(votes_in new.part)" = "$votes" ] || fail "the file does not have the $votes votes that were written into it"
  # A table that somebody has emptied must not push out what was kept.
  if [ "$votes" = 0 ] && [ "$newest" ] && [ "$(votes_of "$newest")" != 0 ]; then
    fail "the table is empty, and $newest is not: restore it, or delete the files of an earlier poll from the claim"
  fi
  sync new.part
  mv new.part "votes-$(date -u +%Y%m%d-%H%M%S)-$votes.csv.gz"
  sync .
  backups=(votes-*.csv.gz)
  while [ "${#backups[@]}" -gt "$KEEP" ]; do
    rm "${backups[0]}"
    backups=("${backups[@]:1}")
  done
  [ "$(ask --command="SELECT to_regclass('backups')")" ] || ask --command="$NOTES"
  ask --command="INSERT INTO backups VALUES (now(), $votes)"
  list
}
# The newest, or the one whose time is the end of the Job's name: restore-20261125-031700.
restore() {
  local time=${JOB#restore-} file=$newest votes matching
  [ "$file" ] || fail 'there is no backup on the claim'
  if [[ $time =~ ^[0-9] ]]; then
    matching=("votes-$time"*.csv.gz)
    [ "${#matching[@]}" = 1 ] || fail "$JOB names ${#matching[@]} backups. There are:"$'\n'"$(list)"
    file=${matching[0]}
  fi
  votes=$(votes_of "$file")
  [ "$(votes_in "$file")" = "$votes" ] || fail "$file does not have the $votes votes that its name tells: take another one"$'\n'"$(list)"
  gzip --decompress --stdout "$file" | ask --single-transaction --set=table="$TABLE" --file=<(
    cat <<'SQL'
SELECT to_regclass('votes') IS NULL AS missing \gset
\if :missing
:table;
\endif
CREATE TEMPORARY TABLE backup (id text, vote text);
\copy backup FROM pstdin (FORMAT csv, HEADER)
SELECT count(*) AS newer FROM votes JOIN backup USING (id) WHERE votes.vote <> backup.vote \gset
WITH back AS (INSERT INTO votes SELECT id, vote FROM backup ON CONFLICT (id) DO NOTHING RETURNING id)
SELECT 'put back: ' || count(*) || ' votes; another vote of the same voter is in the table already, and stays: ' || :newer FROM back;
SQL
  )
  echo "from $file, of $votes votes"
}
backups=(votes-*.csv.gz)
newest=${backups[*]: -1}
# A network plugin may let a new pod talk some moments after it has begun only.
for _ in {1..30}; do
  ask --command='SELECT' >/dev/null 2>&1 && break
  sleep 1
done
"$1"
