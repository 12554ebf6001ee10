{{/* The environment variables that workloads share, from their ConfigMaps and their Secret. Call each with $. */}}
{{- define "bernstein.environment.redis" -}}
- name: REDIS_HOST
  valueFrom: {configMapKeyRef: {name: redis, key: REDIS_HOST}}
{{- end }}

{{- define "bernstein.environment.postgres" -}}
{{- $secret := .Values.postgres.existingSecret | default "postgres" | toYaml }}
{{- $keys := .Values.postgres.existingSecretKeys }}
{{- range $variable := list "POSTGRES_HOST" "POSTGRES_PORT" "POSTGRES_DB" -}}
- name: {{ $variable }}
  valueFrom: {configMapKeyRef: {name: postgres, key: {{ $variable }}}}
{{ end -}}
- name: POSTGRES_USER
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: {{ toYaml $keys.user }}}}
- name: POSTGRES_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: {{ toYaml $keys.password }}}}
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

{{/*
A line of shell: the same under the names that PostgreSQL's own tools read. Where HAProxy stands in the pod, and may not run yet, the Service has a
name that does not lead there.
*/}}
{{- define "bernstein.psql" -}}
{{- $host := print "$POSTGRES_HOST" (ternary (print "." .Values.namespace) "" (and .Values.guards.enabled (empty .Values.postgres.external.host))) -}}
export PGHOST="{{ $host }}" PGPORT="$POSTGRES_PORT" PGDATABASE="$POSTGRES_DB" PGUSER="$POSTGRES_USER" PGPASSWORD="$POSTGRES_PASSWORD"
{{- end }}
