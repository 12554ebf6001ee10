{{- define "bernstein.votes-table.statement" -}}
CREATE TABLE IF NOT EXISTS votes (id text PRIMARY KEY, vote text NOT NULL)
{{- end }}

{{/* What the votes table Job does, apart from its name, which is made of this. It runs where the worker runs, which waits for it. */}}
{{- define "bernstein.votes-table" -}}
# With the pauses that Kubernetes makes, up to five minutes each, more than an hour for a database to let the user in.
backoffLimit: 20
template:
  metadata:
    labels:
      {{- include "bernstein.labels" (list . "votes-table") | nindent 6 }}
    {{- with .Values.worker.podAnnotations }}
    annotations:
      {{- toYaml . | nindent 6 }}
    {{- end }}
  spec:
    restartPolicy: OnFailure
    {{- with include "bernstein.imagePullSecrets" . }}
    imagePullSecrets:
    {{- . | trim | nindent 4 }}
    {{- end }}
    automountServiceAccountToken: false
    enableServiceLinks: false
    {{- include "bernstein.scheduling" (list . "worker") | trim | nindent 4 }}
    containers:
    - name: votes-table
      image: {{ include "bernstein.image" (list . "postgres") }}
      env:
      {{- include "bernstein.environment.psql" . | nindent 6 }}
      command: [sh, -ec]
      args:
      - |
        until pg_isready --quiet; do sleep 1; done
        psql --command='{{ include "bernstein.votes-table.statement" . }}'
      resources:
        {{- toYaml .Values.worker.resources | nindent 8 }}
{{- end }}
