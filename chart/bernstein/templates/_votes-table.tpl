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
    {{- include "bernstein.securityContext.pod" (list . "psql") | nindent 4 }}
    {{- include "bernstein.scheduling" (list . "worker") | trim | nindent 4 }}
    containers:
    - name: votes-table
      {{- include "bernstein.image" (list . "postgres") | nindent 6 }}
      {{- include "bernstein.securityContext.container" (list . "psql") | nindent 6 }}
      env:
      {{- include "bernstein.environment.psql" . | nindent 6 }}
      command: [sh, -ec]
      args:
      - |
        ask() { psql --no-align --tuples-only --command="$1"; }
        until said=$(ask 'SELECT' 2>&1); do
          echo "Waiting for PostgreSQL: $said"
          sleep 1
        done
        # In a database of somebody else's the table may be there already, and this user allowed to make none.
        if [ "$(ask "SELECT to_regclass('votes')")" != votes ] && ! ask '{{ include "bernstein.votes-table.statement" . }}'; then
          echo "$PGUSER can't make the table votes: as the owner of the database run GRANT CREATE ON SCHEMA public TO \"$PGUSER\"" >&2
          exit 1
        fi
        denied=$(ask "SELECT string_agg(needed, ', ') FROM unnest('{SELECT,INSERT,UPDATE}'::text[]) AS needed WHERE NOT has_table_privilege('votes', needed)")
        if [ "$denied" ]; then
          echo "$PGUSER can't use the table votes: as its owner run GRANT $denied ON votes TO \"$PGUSER\"" >&2
          exit 1
        fi
      resources:
        {{- toYaml .Values.worker.resources | nindent 8 }}
      {{- with include "bernstein.ca.mount" . }}
      volumeMounts:
      {{- . | trim | nindent 6 }}
      {{- end }}
    {{- with include "bernstein.ca.volume" . }}
    volumes:
    {{- . | trim | nindent 4 }}
    {{- end }}
{{- end }}
