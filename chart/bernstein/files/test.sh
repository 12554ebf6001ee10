#!/usr/bin/env bash
# helm test: whether each part of the release answers the others. Prints a line for each check, and fails where one of them fails.
# shellcheck disable=SC2016,SC2317 # what check and bash -c are given runs later
set -euo pipefail
failed=0
check() {
  if "${@:2}" >/dev/null; then echo "ok      $1"; else echo "FAILED  $1" && failed=1; fi
}
ask() { psql --no-psqlrc --quiet --no-align --tuples-only --command="$1"; }
# Whether an address answers at a port: ADDRESS PORT HOST PATH STATUS.
get() {
  timeout 10 bash -c 'exec 3<>"/dev/tcp/$0/$1" && printf "GET $3 HTTP/1.0\r\nHost: $2\r\n\r\n" >&3 && read -r _ status _ <&3 && [ "$status" = "$4" ]' "$@"
}
pong() {
  timeout 10 bash -c 'exec 3<>"/dev/tcp/$REDIS_HOST/6379" && printf "PING\r\n" >&3 && read -r answer <&3 && [ "${answer:0:5}" = +PONG ]'
}
every_cadvisor() {
  local address addresses=
  # A new name is not found at once.
  for _ in {1..20}; do
    addresses=$(getent ahosts "$CADVISOR" | cut -d' ' -f1 | sort -u) && break
    sleep 1
  done
  for address in $addresses; do
    get "$address" 8080 cadvisor /healthz 200 || { echo "        no answer from $address" >&2 && return 1; }
  done
  [ "$addresses" ]
}
backed_up() {
  # The first backup may still be running.
  for _ in {1..20}; do
    [ "$(ask "SELECT max(taken) > now() - interval '$BACKUP_HOURS hours' FROM backups WHERE votes IS NOT NULL" 2>/dev/null)" = t ] && return
    sleep 2
  done
  return 1
}
# Characters that break the address which result makes.
fits() { [[ ! ${!1} =~ $2 && ! ${!1} =~ [[:cntrl:]] ]]; }
# With some network plugins a new pod can connect only after some moments.
for _ in {1..10}; do
  if timeout 5 psql --quiet --command='SELECT' >/dev/null 2>&1; then break; fi
  sleep 1
done
check "poll answers $STATUS through Traefik as $POLL_HOST" get "$TRAEFIK" 80 "$POLL_HOST" / "$STATUS"
check "result answers $STATUS through Traefik as $RESULT_HOST" get "$TRAEFIK" 80 "$RESULT_HOST" / "$STATUS"
check "redis answers at $REDIS_HOST" pong
check "postgres answers at $POSTGRES_HOST" ask 'SELECT'
check 'the votes table is there' ask 'SELECT id, vote FROM votes LIMIT 0'
[ -z "${BACKUP_HOURS:-}" ] || check "a backup was made in the last $BACKUP_HOURS hours (kubectl get jobs, docs/backup.md)" backed_up
check 'POSTGRES_USER fits into the address that result makes: no # / : ? \ or %41, no line end' fits POSTGRES_USER '[#/:?\]|%[0-9A-Fa-f]{2}'
check 'POSTGRES_PASSWORD fits into it: no # / ? \ or %41, no line end' fits POSTGRES_PASSWORD '[#/?\]|%[0-9A-Fa-f]{2}'
[ -z "${CADVISOR:-}" ] ||
  check 'cadvisor answers on every node; google/cadvisor exits at once on those with cgroup v2: set cadvisor.image to ghcr.io/google/cadvisor:v0.53.0' every_cadvisor
exit "$failed"
