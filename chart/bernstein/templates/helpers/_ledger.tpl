{{/*
A container beside redis that hands in again what the worker took off the queue and did not write. It has the image of postgres, whose bash,
awk and psql are all that it needs, and the volume of redis. Call each with $.
*/}}
{{- define "bernstein.ledger" -}}
- name: ledger
  {{- include "bernstein.container" (list . "ledger") | nindent 2 }}
  env:
  {{- include "bernstein.environment.postgres" . | nindent 2 }}
  - name: TABLE
    value: {{ include "bernstein.votes-table.statement" . }}
  command: [bash, -c]
  args:
  - |
    {{- include "bernstein.psql" . | nindent 4 }}
    exec bash /scripts/ledger.sh
  volumeMounts:
  - {name: claim, mountPath: /data}
  - {name: ledger, mountPath: /tmp}
  - {name: scripts, mountPath: /scripts, readOnly: true}
  {{- with include "bernstein.mounts" (list . "ledger") }}
  {{- . | trim | nindent 2 }}
  {{- end }}
{{- end }}

{{- define "bernstein.ledger.volumes" -}}
- {name: ledger, emptyDir: {}}
- {name: scripts, configMap: {name: scripts}}
{{- include "bernstein.volumes" (list . "ledger") }}
{{- end }}

{{/* How redis keeps its file for it: a vote is on the disk before the voter is told, as a command that others can read, and nothing is forgotten. */}}
{{- define "bernstein.ledger.options" -}}
- --appendfsync
- always
- --aof-use-rdb-preamble
- "no"
- --auto-aof-rewrite-percentage
- "0"
{{- end }}
