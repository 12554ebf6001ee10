{{/*
A container beside the worker that says in the file /watch/cut-off when the worker's connections lead nowhere any more. The worker makes one to
redis and one to postgres, and never another: where postgres closes it, the worker only notices with the next vote in its hands, and
loses it; where a node is lost without a word, it waits for hours. Only the databases know whether it is connected to them: they are
asked for another connection from the address of this pod. A connection that is still being made shows in /proc/net/tcp: state 02, and
how often the kernel has asked. When the pod ends, it also lets the worker end with no vote in its hands. Call with $.
*/}}
{{- define "bernstein.watch" -}}
- name: watch
  # bash and psql are all that it needs, and this image has both.
  {{- include "bernstein.image" (list . "postgres") | nindent 2 }}
  {{- include "bernstein.securityContext.container" (list . "psql") | nindent 2 }}
  env:
  {{- include "bernstein.environment.redis" . | nindent 2 }}
  {{- include "bernstein.environment.psql" . | nindent 2 }}
  - name: PGAPPNAME
    value: watch
  command: [bash, -c]
  args:
  - |
    {{- if not .Values.redis.external.host }}
    ask_redis() {
      timeout 5 bash -c 'exec 3<>"/dev/tcp/$REDIS_HOST/6379" && printf "%s\r\n" "$@" QUIT >&3 && cat <&3' bash "$@"
    }
    # Those that redis knows from the address of this pod, each as its id and its port.
    known_to_redis() {
      ask_redis "CLIENT SETNAME watch-$HOSTNAME" "CLIENT LIST" |
        awk -v own=" name=watch-$HOSTNAME " '
          match($0, / addr=[^ ]*:/) {
            address = substr($0, RSTART, RLENGTH)
            split(substr($0, RSTART + RLENGTH), rest, " ")
            if (index($0, own)) here = address; else known[address] = known[address] substr($1, 4) ":" rest[1] "\n"
          }
          END { if (!here) exit 1; printf "%s", known[here] }'
    }
    connections_to_redis() {
      local known; known=$(known_to_redis) && wc -w <<<"$known"
    }
    # A vote in the worker's hands is lost when it is told to end. A second before, redis tells it that no vote came, which redis only does
    # while it waits for one: then it ends with none. Where a network translates addresses, others come from this one too; the port tells.
    let_go() {
      sleep 5
      while grep -q ':18EB 01 ' /proc/net/tcp*; do
        for one in $(known_to_redis); do
          if grep -q "$(printf ':%04X [^ ]*:18EB 01 ' "${one#*:}")" /proc/net/tcp*; then ask_redis "CLIENT UNBLOCK ${one%:*} ERROR" >/dev/null; fi
        done
        sleep 0.1
      done
      exit
    }
    {{- end }}
    {{- if not .Values.postgres.external.host }}
    connections_to_postgres() {
      timeout 5 psql --no-align --tuples-only --command="SELECT count(*) FROM pg_stat_activity WHERE client_addr = inet_client_addr() AND application_name <> 'watch'"
    }
    {{- end }}
    cut_off() {
      echo "$(date -u +%FT%TZ) $1: the worker starts again"
      touch /watch/cut-off
      seen= missed=0
    }
    # The image of postgres is told to end by SIGINT.
    trap {{ ternary "let_go" "exit" (empty .Values.redis.external.host) }} INT TERM
    seen= missed=0
    while :; do
      if grep -q ':{{ include "bernstein.postgres.port" . | int | printf "%04X" }} 08 ' /proc/net/tcp*; then
        cut_off 'postgres has closed the connection'
      elif grep -Eq ':(18EB|{{ include "bernstein.postgres.port" . | int | printf "%04X" }}) 02 [^ ]+ [^ ]+ 0000000[5-9A-F]' /proc/net/tcp*; then
        cut_off 'nobody answers where the connection is to lead'
      {{- if not (and .Values.redis.external.host .Values.postgres.external.host) }}
      elif ! found=$({{ list (ternary "" "connections_to_redis" (ne .Values.redis.external.host "")) (ternary "" "connections_to_postgres" (ne .Values.postgres.external.host "")) | compact | join " && " }}); then
        : # One that does not answer knows nothing. What is there when it answers again counts.
      elif [[ $'\n'$found$'\n' != *$'\n0\n'* ]]; then
        seen=1 missed=0
      elif [ "$seen" ] && [ "$((missed += 1))" = 5 ]; then
        cut_off "redis and postgres know of this many connections: ${found//$'\n'/, }"
      {{- end }}
      fi
      sleep 2 & wait "$!"
    done
  resources:
    requests:
      cpu: 10m
      memory: 32M
    limits:
      memory: 128M
      {{- with dig "limits" "cpu" "" .Values.worker.resources }}
      cpu: {{ . }}
      {{- end }}
  volumeMounts:
  - name: watch
    mountPath: /watch
  {{- with include "bernstein.ca.mount" . }}
  {{- . | trim | nindent 2 }}
  {{- end }}
{{- end }}
