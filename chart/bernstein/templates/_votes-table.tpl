{{- define "bernstein.votes-table.statement" -}}
CREATE TABLE IF NOT EXISTS votes (id text PRIMARY KEY, vote text NOT NULL)
{{- end }}

{{/* What the votes table Job does, apart from its name, which is made of this. */}}
{{- define "bernstein.votes-table" -}}
backoffLimit: 20
template:
  metadata:
    labels:
      {{- include "bernstein.labels" (list . "votes-table") | nindent 6 }}
  spec:
    restartPolicy: OnFailure
    automountServiceAccountToken: false
    enableServiceLinks: false
    containers:
    - name: votes-table
      image: {{ toYaml .Values.postgres.image }}
      env:
      {{- include "bernstein.environment.psql" . | nindent 6 }}
      command: [sh, -ec]
      args:
      - |
        until pg_isready --quiet; do sleep 1; done
        psql --command='{{ include "bernstein.votes-table.statement" . }}'
      resources:
        requests:
          cpu: 10m
          memory: 32M
        limits:
          memory: 128M
{{- end }}
