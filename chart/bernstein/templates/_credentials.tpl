{{/*
Where the credentials of postgres come from, in this order:
1. an existing Secret, named in postgres.existingSecret;
2. the password given in postgres.password;
3. the password that the Secret of this release already holds in the cluster, so that an upgrade keeps it;
4. a new one, generated once a rendering, where Helm speaks to a cluster, which then keeps it;
5. else, as with helm template and the tools that call it at every change, a word that is the same each time and that postgres refuses to begin with.
*/}}
{{- define "bernstein.credentials.secret" -}}
{{- .Values.postgres.existingSecret | default "postgres" | toYaml }}
{{- end }}

{{/* The key of that Secret which holds the user or the password. Call with (list $ "user") or (list $ "password"). */}}
{{- define "bernstein.credentials.key" -}}
{{- $postgres := (first .).Values.postgres }}
{{- ternary (get $postgres.existingSecretKeys (last .)) (print "POSTGRES_" (upper (last .))) (ne $postgres.existingSecret "") | toYaml }}
{{- end }}

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

{{/* What breaks the address that the image of result makes of them, unescaped; as a regular expression, for Helm and for bash alike. */}}
{{- define "bernstein.credentials.broken.user" -}}
[#/:?\\]|%[0-9A-Fa-f]{2}
{{- end }}

{{- define "bernstein.credentials.broken.password" -}}
[#/?\\]|%[0-9A-Fa-f]{2}
{{- end }}

{{- define "bernstein.credentials.broken.database" -}}
[#%?\\]
{{- end }}
