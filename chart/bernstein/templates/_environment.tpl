{{/* The environment variables that workloads share, from their ConfigMaps and their Secret. Call with $. */}}
{{- define "bernstein.environment.redis" -}}
- name: REDIS_HOST
  valueFrom:
    configMapKeyRef:
      name: redis
      key: REDIS_HOST
{{- end }}

{{- define "bernstein.environment.postgres" -}}
{{- include "bernstein.environment.references" (dict
    "secret" (include "bernstein.credentials.secret" .)
    "names" (dict "POSTGRES_HOST" "POSTGRES_HOST" "POSTGRES_PORT" "POSTGRES_PORT" "POSTGRES_DB" "POSTGRES_DB"
                  "POSTGRES_USER" "POSTGRES_USER" "POSTGRES_PASSWORD" "POSTGRES_PASSWORD")) }}
{{- include "bernstein.environment.tls" . }}
{{- end }}

{{/* The same under the names that PostgreSQL's own tools read. */}}
{{- define "bernstein.environment.psql" -}}
{{- include "bernstein.environment.references" (dict
    "secret" (include "bernstein.credentials.secret" .)
    "names" (dict "POSTGRES_HOST" "PGHOST" "POSTGRES_PORT" "PGPORT" "POSTGRES_DB" "PGDATABASE"
                  "POSTGRES_USER" "PGUSER" "POSTGRES_PASSWORD" "PGPASSWORD")) }}
{{- include "bernstein.environment.tls" . }}
{{- end }}

{{- define "bernstein.postgres.port" -}}
{{ ternary .Values.postgres.external.port 5432 (ne .Values.postgres.external.host "") }}
{{- end }}

{{- define "bernstein.environment.references" -}}
{{- $separator := "" }}
{{- range $key := list "POSTGRES_HOST" "POSTGRES_PORT" "POSTGRES_DB" }}
{{- $separator }}- name: {{ index $.names $key }}
  valueFrom:
    configMapKeyRef:
      name: postgres
      key: {{ $key }}
{{- $separator = "\n" }}
{{- end }}
{{- range $key := list "POSTGRES_USER" "POSTGRES_PASSWORD" }}
- name: {{ index $.names $key }}
  valueFrom:
    secretKeyRef:
      name: {{ toYaml $.secret }}
      key: {{ $key }}
{{- end }}
{{- end }}

{{- define "bernstein.environment.tls" -}}
{{- if .Values.postgres.external.host }}
- name: PGSSLMODE
  value: {{ .Values.postgres.external.sslMode }}
{{- end }}
{{- end }}
