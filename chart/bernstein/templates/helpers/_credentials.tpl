{{/*
Where the password of postgres comes from, in this order:
1. an existing Secret, named in postgres.existingSecret;
2. the password given in postgres.password;
3. the password that the Secret of this release already holds in the cluster, so that an upgrade keeps it;
4. a new one, generated once a rendering, where Helm speaks to a cluster, which then keeps it;
5. else, as with helm template and the tools that call it at every change, a word that is the same each time and that postgres refuses to begin with.
*/}}
{{- define "bernstein.credentials.password" -}}
{{- $postgres := .Values.postgres }}
{{- if and (not $postgres.password) (not (hasKey $postgres "keptPassword")) }}
{{- $held := dig "data" "POSTGRES_PASSWORD" "" (lookup "v1" "Secret" .Values.namespace "postgres") | b64dec }}
{{- $new := ternary (randAlphaNum 24) (include "bernstein.credentials.none" .) (not (empty (lookup "v1" "Namespace" "" .Values.namespace))) }}
{{- /* Kept beside the values: the Secret and its checksum must see the same password. */}}
{{- $_ := set $postgres "keptPassword" ($held | default $new) }}
{{- end }}
{{- $postgres.password | default $postgres.keptPassword }}
{{- end }}

{{- define "bernstein.credentials.none" -}}
set-postgres.password-or-postgres.existingSecret
{{- end }}
