{{/* The environment variables of postgres, from its ConfigMap and its Secret, and those that its TLS needs. Call with $. */}}
{{- define "bernstein.environment" -}}
{{- with .Values.postgres -}}
- name: POSTGRES_HOST
  valueFrom: {configMapKeyRef: {name: postgres, key: POSTGRES_HOST}}
- name: POSTGRES_PORT
  valueFrom: {configMapKeyRef: {name: postgres, key: POSTGRES_PORT}}
- name: POSTGRES_DB
  valueFrom: {configMapKeyRef: {name: postgres, key: POSTGRES_DB}}
- name: POSTGRES_USER
  valueFrom: {secretKeyRef: {name: {{ .existingSecret | default "postgres" }}, key: {{ toYaml .existingSecretKeys.user }}}}
- name: POSTGRES_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .existingSecret | default "postgres" }}, key: {{ toYaml .existingSecretKeys.password }}}}
{{- if .external.host }}
- {name: PGSSLMODE, value: {{ .external.sslMode }}}
{{- if .external.caSecret }}
- {name: PGSSLROOTCERT, value: /etc/postgres-ca/ca.crt}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/*
A line of shell: the same under the names that PostgreSQL's own tools read, and when they give up on a server that does not answer.
Where HAProxy stands in the pod, and may not run yet, the Service has a name that does not lead there.
*/}}
{{- define "bernstein.psql" -}}
{{- $guarded := and .Values.guards.enabled (empty .Values.postgres.external.host) }}
{{- $host := print "$POSTGRES_HOST" (ternary (print "." .Values.namespace) "" $guarded) -}}
export PGHOST="{{ $host }}" PGPORT="$POSTGRES_PORT" PGDATABASE="$POSTGRES_DB" PGUSER="$POSTGRES_USER" PGPASSWORD="$POSTGRES_PASSWORD"
{{- " PGCONNECT_TIMEOUT=10" }}
{{- end }}

{{/* The statement that makes the table: in a new database, in the Job, in the ledger and in a restore. */}}
{{- define "bernstein.votes-table.statement" -}}
CREATE TABLE IF NOT EXISTS votes (id text PRIMARY KEY, vote text NOT NULL)
{{- end }}

{{/*
Where the password of postgres comes from, in this order:
1. an existing Secret, named in postgres.existingSecret;
2. the password given in postgres.password;
3. the password that the Secret of this release already holds in the cluster, so that an upgrade keeps it;
4. a new one, generated once a rendering, where Helm speaks to a cluster, which then keeps it;
5. else, as with helm template, a word that is the same each time and that postgres refuses to start with.
*/}}
{{- define "bernstein.credentials.password" -}}
{{- $postgres := .Values.postgres }}
{{- if and (not $postgres.password) (not (hasKey $postgres "keptPassword")) }}
{{- $held := dig "data" "POSTGRES_PASSWORD" "" (lookup "v1" "Secret" .Values.namespace "postgres") | b64dec }}
{{- $cluster := not (empty (lookup "v1" "Namespace" "" .Values.namespace)) }}
{{- $new := ternary (randAlphaNum 24) (include "bernstein.credentials.none" .) $cluster }}
{{- /* Kept in the values: the Secret and its checksum need the same password. */}}
{{- $_ := set $postgres "keptPassword" ($held | default $new) }}
{{- end }}
{{- $postgres.password | default $postgres.keptPassword }}
{{- end }}

{{- define "bernstein.credentials.none" -}}
set-postgres.password-or-postgres.existingSecret
{{- end }}
