{{/* The environment variables that workloads share, from their ConfigMaps and their Secret. Call each with $. */}}
{{- define "bernstein.environment.redis" -}}
- name: REDIS_HOST
  valueFrom:
    configMapKeyRef:
      name: redis
      key: REDIS_HOST
{{- end }}

{{- define "bernstein.environment.postgres" -}}
- name: POSTGRES_HOST
  valueFrom:
    configMapKeyRef:
      name: postgres
      key: POSTGRES_HOST
- name: POSTGRES_PORT
  valueFrom:
    configMapKeyRef:
      name: postgres
      key: POSTGRES_PORT
- name: POSTGRES_DB
  valueFrom:
    configMapKeyRef:
      name: postgres
      key: POSTGRES_DB
- name: POSTGRES_USER
  valueFrom:
    secretKeyRef:
      name: {{ include "bernstein.credentials.secret" . }}
      key: POSTGRES_USER
- name: POSTGRES_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "bernstein.credentials.secret" . }}
      key: POSTGRES_PASSWORD
{{- include "bernstein.environment.tls" . }}
{{- end }}

{{/* The same under the names that PostgreSQL's own tools read. */}}
{{- define "bernstein.environment.psql" -}}
- name: PGHOST
  valueFrom:
    configMapKeyRef:
      name: postgres
      key: POSTGRES_HOST
- name: PGPORT
  valueFrom:
    configMapKeyRef:
      name: postgres
      key: POSTGRES_PORT
- name: PGDATABASE
  valueFrom:
    configMapKeyRef:
      name: postgres
      key: POSTGRES_DB
- name: PGUSER
  valueFrom:
    secretKeyRef:
      name: {{ include "bernstein.credentials.secret" . }}
      key: POSTGRES_USER
- name: PGPASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "bernstein.credentials.secret" . }}
      key: POSTGRES_PASSWORD
# A server on a node that is lost answers nothing: ask again.
- name: PGCONNECT_TIMEOUT
  value: "10"
{{- include "bernstein.environment.tls" . }}
{{- end }}

{{- define "bernstein.environment.tls" -}}
{{- if .Values.postgres.external.host }}
- name: PGSSLMODE
  value: {{ .Values.postgres.external.sslMode }}
{{- end }}
{{- end }}

{{- define "bernstein.postgres.port" -}}
{{ ternary .Values.postgres.external.port 5432 (ne .Values.postgres.external.host "") }}
{{- end }}
