#!/usr/bin/env bash
# Replays what the worker took off the queue and did not write. redis writes every vote into its file before the voter gets an answer, so the
# last vote of a voter in that file is the one that the table must have. A vote that is replayed too early, or twice, does no harm: the
# worker writes the same over it, and what a worker writes late is put right by the next round.
set -uo pipefail
data=${DATA:-/data} aside=${DATA:-/data}/ledger votes=${TMPDIR:-/tmp}/votes error=${TMPDIR:-/tmp}/error
# In seconds: when a vote that has left the queue must be in the table, and how long a counted one is remembered at least, because what a
# lost node has sent may come as late as the kernel repeats it.
patience=${PATIENCE:-5} memory=${MEMORY:-900}
declare -A said
say_once() { [ "$2" = "${said[$1]-}" ] || echo "$(date -u +%FT%TZ) $2"; said[$1]=$2; }
ask_redis() (
  { exec 3<>"/dev/tcp/127.0.0.1/${REDIS_PORT:-6379}"; } 2>/dev/null || return
  printf '%s\r\n' "$1" >&3
  IFS= read -r -t 5 answer <&3 && printf '%s\n' "${answer%?}"
)
# The files that redis would read at a start, in order: one up to version 6, from then on those that a manifest names.
current() {
  local folder=$data/appendonlydir
  if [ -s "$folder/appendonly.aof.manifest" ]; then
    sed -n 's|^file \(.*\) seq [0-9]* type [bi].*|'"$folder"'/\1|p' "$folder/appendonly.aof.manifest"
  elif [ -e "$data/appendonly.aof" ]; then
    echo "$data/appendonly.aof"
  fi
}
# Each vote in a file, one a line; an empty line for other commands, and FLUSHALL when redis was emptied. Only whole commands: what
# comes after them is still being written. A file from before the ledger begins with what only redis can read, and goes on with commands.
votes_in() {
  tr '\000' '\001' <"$1" | LC_ALL=C awk '
    BEGIN { RS = "\r\n" }
    NR == 1 && /^REDIS/ { foreign = 1 }
    foreign == 3 && $0 == "SELECT" { foreign = 0; words = 2; word = 1; size = -1; command[1] = $0; next }
    foreign { foreign = /\*2$/ ? 2 : foreign == 2 && $0 == "$6" ? 3 : 1; next }
    broken { next }
    !words { if (/^\*[1-9][0-9]*$/) { words = substr($0, 2) + 0; word = 0; size = -1 } else if (!/^#/) broken = 1; next }
    size < 0 { if (/^\$[0-9]+$/) { size = substr($0, 2) + 0; part = 0 } else broken = 1; next }
    {
      text = part++ ? text RS $0 : $0
      if (length(text) < size) next
      if (length(text) > size) { broken = 1; next }
      command[++word] = text
      size = -1
      if (word < words) next
      words = 0
      name = toupper(command[1])
      if (name == "FLUSHALL") print name
      if ((name == "RPUSH" || name == "LPUSH") && command[2] == "votes")
        for (at = 3; at <= word; at++) print command[at] ~ /^[{]/ && command[at] !~ /[\001-\037]/ ? command[at] : ""
    }'
}
# Writes the votes of the voters whose last one is among the first N. A server on a lost node does not answer: stop after
# twenty seconds without data; a slow server is not stopped.
replay() {
  PGCLIENTENCODING=LATIN1 timeout 600 psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 --set=taken="$1" --set=table="$TABLE" \
    --dbname='keepalives_idle=5 keepalives_interval=5 keepalives_count=3 tcp_user_timeout=20000' --file="${SQL:-/scripts/ledger.sql}" <"$votes" 2>"$error"
}
# Whether the file of redis continues the part that was kept: it is the same file, or the next one.
# After another file, votes between them may be missing, and an older vote must not replace a newer one.
follows() {
  local first; first=$(current | head -n 1)
  if [ "$first" -ef "$aside/001" ]; then return; fi
  { [ -e "$aside/next" ] || ln "$first" "$aside/next"; } && [ "$first" -ef "$aside/next" ]
}
# Lets redis rewrite its file, with only the queue in it, and keeps the old file for the time of memory. That file is
# linked, not copied: what redis adds until the new one takes its place is in it too.
turn_over() {
  local file number count=0 fresh
  if [ -e "$aside" ]; then
    [ "$taken" -ge "$before" ] && [ "$(($(date +%s) - $(stat -c %Y "$aside")))" -ge "$memory" ] && rm -r "$aside" || return
    taken=$((taken - before)) total=$((total - before))
  fi
  file=$(current | head -n 1)
  [ "$total" -gt 0 ] || [ "$(head -c 5 "$file")" = REDIS ] || return
  fresh=$(mktemp -d "$aside.XXXXXX") || return
  while IFS= read -r file; do
    printf -v number %03d "$((count += 1))"
    ln "$file" "$fresh/$number" || { rm -r "$fresh" && return 1; }
  done < <(current)
  mv "$fresh" "$aside" && ask_redis BGREWRITEAOF >/dev/null
}
# A vote is off the queue when no more votes wait than came after it. One round learns how many those are, the next one replays them.
round() {
  local file waiting replayed bad
  before=0
  : >"$votes" || return
  if [ -e "$aside" ] && ! follows; then
    [ -e "$aside/next" ] && rm -r "$aside" || return
    taken=0
    echo "$(date -u +%FT%TZ) redis has rewritten its file without the ledger: earlier votes are ignored"
  fi
  for file in "$aside"/[0-9]*; do [ ! -e "$file" ] || votes_in "$file" >>"$votes" || return; done
  before=$(wc -l <"$votes")
  while IFS= read -r file; do votes_in "$file" >>"$votes" || return; done < <(current)
  total=$(wc -l <"$votes")
  waiting=$(ask_redis 'LLEN votes')
  if ! read -r replayed bad < <(replay "$taken"); then
    say_once database "Waiting for PostgreSQL: $(head -n 1 "$error")"
    replayed=
  else
    said[database]=
    [ "$replayed" = 0 ] || echo "$(date -u +%FT%TZ) votes that were taken off the queue and not written, replayed: $replayed"
    [ "$bad" = 0 ] || say_once bad "ignored, as they are no votes: $bad"
  fi
  [ "$taken" -lt "$total" ] || settled=$state
  [ "$replayed" ] && turn_over
  [[ $waiting =~ ^:[0-9]+$ ]] && taken=$((total > ${waiting#:} ? total - ${waiting#:} : 0))
  [ "$replayed" ]
}
# The image of postgres is stopped with SIGINT.
trap exit INT TERM
rm -rf "$aside".*
taken=0 settled=none last=$((SECONDS - 60))
while :; do
  began=$SECONDS
  state=$(for file in "$aside"/* $(current); do [ ! -e "$file" ] || stat -c '%i %s' "$file"; done)
  # Counted votes are checked once a minute too: a worker on a lost node may write late, and a database may start without votes.
  if [ "$(current)" ] && { [ "$state" != "$settled" ] || [ "$((SECONDS - last))" -ge 60 ]; }; then
    last=$SECONDS
    round || settled=none
  fi
  # A long file must not keep a processor busy.
  sleep "$((patience + 3 * (SECONDS - began)))" & wait "$!"
done
