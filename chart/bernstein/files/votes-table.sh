#!/bin/sh
# Makes the votes table in an external database: it may exist already, and this user may lack a right.
set -eu
ask() { psql --no-psqlrc --quiet --no-align --tuples-only --command="$1"; }
if [ "$(ask "SELECT to_regclass('votes')")" != votes ] && ! ask "$STATEMENT"; then
  echo "$PGUSER can't make the table votes: as the owner of the database run GRANT CREATE ON SCHEMA public TO \"$PGUSER\"" >&2
  exit 1
fi
denied=$(ask "SELECT string_agg(needed, ', ') FROM unnest('{SELECT,INSERT,UPDATE}'::text[]) AS needed WHERE NOT has_table_privilege('votes', needed)")
if [ "$denied" ]; then
  echo "$PGUSER can't use the table votes: as its owner run GRANT $denied ON votes TO \"$PGUSER\"" >&2
  exit 1
fi
