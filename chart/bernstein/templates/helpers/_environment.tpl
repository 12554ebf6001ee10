{{/* The environment variables that workloads share, from their ConfigMaps and their Secret. Call each with $. */}}
{{- define "bernstein.environment.redis" -}}
- name: REDIS_HOST
  valueFrom: {configMapKeyRef: {name: redis, key: REDIS_HOST}}
{{- end }}

{{- define "bernstein.environment.postgres" -}}
{{ include "bernstein.environment.user" . }}
- name: POSTGRES_DB
  valueFrom: {configMapKeyRef: {name: postgres, key: POSTGRES_DB}}
- name: POSTGRES_PASSWORD
  valueFrom: {{ include "bernstein.environment.secret" (list . "password") }}
{{- with .Values.postgres.external }}
{{- if .host }}
- name: PGSSLMODE
  value: {{ .sslMode }}
{{- end }}
{{- if .caSecret }}
- name: PGSSLROOTCERT
  value: /etc/postgres-ca/ca.crt
{{- end }}
{{- end }}
{{- end }}

{{/* Where postgres is, and as whom: all that a check of HAProxy needs. */}}
{{- define "bernstein.environment.user" -}}
- name: POSTGRES_HOST
  valueFrom: {configMapKeyRef: {name: postgres, key: POSTGRES_HOST}}
- name: POSTGRES_PORT
  valueFrom: {configMapKeyRef: {name: postgres, key: POSTGRES_PORT}}
- name: POSTGRES_USER
  valueFrom: {{ include "bernstein.environment.secret" (list . "user") }}
{{- end }}

{{- define "bernstein.environment.secret" -}}
{{- $postgres := (first .).Values.postgres -}}
{secretKeyRef: {name: {{ $postgres.existingSecret | default "postgres" }}, key: {{ get $postgres.existingSecretKeys (last .) | toYaml }}}}
{{- end }}

{{/*
A line of shell: the same under the names that PostgreSQL's own tools read. Where HAProxy stands in the pod, and may not run yet, the Service has a
name that does not lead there.
*/}}
{{- define "bernstein.psql" -}}
{{- $host := print "$POSTGRES_HOST" (ternary (print "." .Values.namespace) "" (and .Values.guards.enabled (empty .Values.postgres.external.host))) -}}
export PGHOST="{{ $host }}" PGPORT="$POSTGRES_PORT" PGDATABASE="$POSTGRES_DB" PGUSER="$POSTGRES_USER" PGPASSWORD="$POSTGRES_PASSWORD"
{{- end }}
