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
      key: {{ include "bernstein.credentials.key" (list . "user") }}
- name: POSTGRES_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "bernstein.credentials.secret" . }}
      key: {{ include "bernstein.credentials.key" (list . "password") }}
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
      key: {{ include "bernstein.credentials.key" (list . "user") }}
- name: PGPASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "bernstein.credentials.secret" . }}
      key: {{ include "bernstein.credentials.key" (list . "password") }}
# A server on a node that is lost answers nothing: ask again.
- name: PGCONNECT_TIMEOUT
  value: "10"
{{- include "bernstein.environment.tls" . }}
{{- end }}

{{- define "bernstein.environment.tls" -}}
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

{{/* The file that PGSSLROOTCERT names, in a container and in its pod, where the database has a certificate of its own authority. */}}
{{- define "bernstein.ca.mount" -}}
{{- if .Values.postgres.external.caSecret }}
- name: postgres-ca
  mountPath: /etc/postgres-ca
  readOnly: true
{{- end }}
{{- end }}

{{- define "bernstein.ca.volume" -}}
{{- with .Values.postgres.external.caSecret }}
- name: postgres-ca
  secret:
    secretName: {{ toYaml . }}
    items:
    - key: ca.crt
      path: ca.crt
{{- end }}
{{- end }}

{{- define "bernstein.postgres.port" -}}
{{ ternary .Values.postgres.external.port 5432 (ne .Values.postgres.external.host "") }}
{{- end }}
