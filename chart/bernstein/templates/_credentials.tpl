{{/*
Where the credentials of postgres come from, in this order:
1. an existing Secret, named in postgres.existingSecret;
2. the password given in postgres.password;
3. the password that the Secret of this release already holds in the cluster, so that an upgrade keeps it;
4. a new one, generated once a rendering.
*/}}
{{- define "bernstein.credentials.secret" -}}
{{- .Values.postgres.existingSecret | default "postgres" | toYaml }}
{{- end }}

{{- define "bernstein.credentials.password" -}}
{{- $postgres := .Values.postgres }}
{{- if and (not $postgres.password) (not (hasKey $postgres "keptPassword")) }}
{{- $held := dig "data" "POSTGRES_PASSWORD" "" (lookup "v1" "Secret" .Values.namespace "postgres") | b64dec }}
{{- /* Kept beside the values: the Secret and its checksum must see the same password. */}}
{{- $_ := set $postgres "keptPassword" ($held | default (randAlphaNum 24)) }}
{{- end }}
{{- $postgres.password | default $postgres.keptPassword }}
{{- end }}
