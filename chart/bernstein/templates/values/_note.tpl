{{/* The name of the claim that postgres is to have. Call each with $. */}}
{{- define "bernstein.kept.claim" -}}
{{- .Values.postgres.volume.existingClaim | default "postgres" }}
{{- end }}

{{/* The name of the claim that the postgres of the cluster has at this moment; empty for none. */}}
{{- define "bernstein.kept.mounted" -}}
{{- range dig "spec" "template" "spec" "volumes" list (lookup "apps/v1" "Deployment" .Values.namespace "postgres") }}
{{- dig "persistentVolumeClaim" "claimName" "" . }}
{{- end }}
{{- end }}

{{/*
The namespace that the release had its votes in, if it is another one. Traefik's account says so; in older releases the binding of the whole
cluster does. Where Traefik moves too, its account is looked for. Who has rights in a few namespaces only is asked for no more, unless the
account says nothing.
*/}}
{{- define "bernstein.kept.namespace" -}}
{{- $before := dig "metadata" "annotations" "bernstein/namespace" "" (lookup "v1" "ServiceAccount" .Values.traefik.namespace "traefik") }}
{{- if and (not $before) (or .Release.IsUpgrade .Values.traefik.clusterWide) }}
{{- $binding := lookup "rbac.authorization.k8s.io/v1" "ClusterRoleBinding" "" "traefik" }}
{{- $before = dig "metadata" "annotations" "bernstein/namespace" "" $binding }}
{{- end }}
{{- if and (not $before) .Release.IsUpgrade }}
{{- range dig "items" list (lookup "v1" "ServiceAccount" "" "") }}
{{- $before = dig "annotations" "bernstein/namespace" $before .metadata }}
{{- end }}
{{- end }}
{{- $before }}
{{- end }}

{{/* The other namespace whose claim has the volume that is made by hand: it has one name in the whole cluster, and is kept. */}}
{{- define "bernstein.kept.owner" -}}
{{- with .Values.postgres }}
{{- if and .volume.hostPath (not .volume.existingClaim) (not .external.host) }}
{{- $owner := dig "spec" "claimRef" "namespace" "" (lookup "v1" "PersistentVolume" "" "postgres") }}
{{- ternary "" $owner (eq $owner $.Values.namespace) }}
{{- end }}
{{- end }}
{{- end }}

{{/*
What the votes on a claim were written with: database and version of PostgreSQL, by the note (once on the claim), else by what runs.
Call with (list $ NAME CLAIM).
*/}}
{{- define "bernstein.kept.note" -}}
{{- $root := first . }}
{{- $note := dig "data" dict (lookup "v1" "ConfigMap" $root.Values.namespace "postgres-data") }}
{{- $note = ternary $note dict (and (last .) (eq (get $note "claim") (index . 1)) | empty | not) }}
{{- $database := $note.database | default (dig "metadata" "annotations" "bernstein/database" "" (last .)) }}
{{- $major := $note.postgres | default (dig "metadata" "annotations" "bernstein/postgres" "" (last .)) }}
{{- if eq (include "bernstein.kept.mounted" $root) (index . 1) }}
{{- $database = $database | default (dig "data" "POSTGRES_DB" "" (lookup "v1" "ConfigMap" $root.Values.namespace "postgres")) }}
{{- range dig "spec" "template" "spec" "containers" list (lookup "apps/v1" "Deployment" $root.Values.namespace "postgres") }}
{{- $major = ternary ($major | default (include "bernstein.image.major" .image)) $major (eq .name "postgres") }}
{{- end }}
{{- end }}
{{- dict "database" $database "major" $major | toJson }}
{{- end }}
