{{- define "bernstein.votes-table.statement" -}}
CREATE TABLE IF NOT EXISTS votes (id text PRIMARY KEY, vote text NOT NULL)
{{- end }}

{{/* What the votes table Job does, apart from its name, which is made of this. It runs where the worker runs, which waits for it. */}}
{{- define "bernstein.votes-table" -}}
# With the pauses that Kubernetes makes, up to five minutes each, more than an hour for a database to let the user in.
backoffLimit: 20
template:
  metadata:
    {{- include "bernstein.pod.metadata" (list . "votes-table") | nindent 4 }}
  spec:
    restartPolicy: OnFailure
    {{- include "bernstein.pod" (list . "votes-table") | nindent 4 }}
    containers:
    - name: votes-table
      {{- include "bernstein.container" (list . "votes-table") | nindent 6 }}
      env:
      {{- include "bernstein.environment.postgres" . | nindent 6 }}
      {{- if .Values.postgres.external.host }}
      - name: STATEMENT
        value: {{ include "bernstein.votes-table.statement" . }}
      {{- end }}
      command: [sh, -ec]
      args:
      - |
        {{- include "bernstein.psql" . | nindent 8 }}
        until pg_isready --quiet; do sleep 1; done
        {{- if .Values.postgres.external.host }}
        sh /scripts/votes-table.sh
        {{- else }}
        psql --command='{{ include "bernstein.votes-table.statement" . }}'
        {{- end }}
      {{- if .Values.postgres.external.host }}
      volumeMounts:
      - {name: scripts, mountPath: /scripts, readOnly: true}
      {{- with include "bernstein.mounts" (list . "votes-table") }}
      {{- . | trim | nindent 6 }}
      {{- end }}
    volumes:
    - {name: scripts, configMap: {name: scripts}}
    {{- with include "bernstein.volumes" (list . "votes-table") }}
    {{- . | trim | nindent 4 }}
    {{- end }}
    {{- end }}
{{- end }}

{{/* An init container that waits until the table is there. */}}
{{- define "bernstein.votes-table.wait" -}}
- name: votes-table
  {{- include "bernstein.container" (list . "votes-table") | nindent 2 }}
  env:
  {{- include "bernstein.environment.postgres" . | nindent 2 }}
  command: [sh, -c]
  args:
  - |
    {{- include "bernstein.psql" . | nindent 4 }}
    until psql --quiet --command='SELECT FROM votes LIMIT 0'; do sleep 2; done
  {{- with include "bernstein.mounts" (list . "votes-table") }}
  volumeMounts:
  {{- . | trim | nindent 2 }}
  {{- end }}
{{- end }}
