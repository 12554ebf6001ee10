{{/*
A container beside redis that hands in again what the worker took off the queue and did not write. It has the image of postgres, whose bash,
awk and psql are all that it needs, and the volume of redis. Call with $.
*/}}
{{- define "bernstein.ledger" -}}
- name: ledger
  {{- include "bernstein.image" (list . "postgres") | nindent 2 }}
  {{- include "bernstein.securityContext.container" (list . "psql") | nindent 2 }}
  env:
  {{- include "bernstein.environment.psql" . | nindent 2 }}
  - name: PGAPPNAME
    value: ledger
  - name: TABLE
    value: {{ include "bernstein.votes-table.statement" . }}
  command: [bash, -c]
  args:
  - |
    {{- .Files.Get "files/ledger.sh" | trim | nindent 4 }}
  resources:
    requests:
      cpu: 10m
      memory: 32M
    limits:
      memory: 128M
      {{- with dig "limits" "cpu" "" .Values.redis.resources }}
      cpu: {{ . }}
      {{- end }}
  volumeMounts:
  - name: claim
    mountPath: /data
  - name: ledger
    mountPath: /tmp
  {{- with include "bernstein.ca.mount" . }}
  {{- . | trim | nindent 2 }}
  {{- end }}
{{- end }}

{{/* How redis keeps its file for it: a vote is on the disk before the voter is told, as a command that others can read, and nothing is forgotten. */}}
{{- define "bernstein.ledger.options" -}}
--appendfsync always --aof-use-rdb-preamble no --auto-aof-rewrite-percentage 0
{{- end }}
