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
The namespace that the release had its votes in, if it is another one. Traefik's account says so; in older releases the binding of the whole cluster
does. Where Traefik moves too, its account is looked for. Who has rights in a few namespaces alone is asked for no more, unless the account says
nothing.
*/}}
{{- define "bernstein.kept.namespace" -}}
{{- $before := dig "metadata" "annotations" "bernstein/namespace" "" (lookup "v1" "ServiceAccount" .Values.traefik.namespace "traefik") }}
{{- if and (not $before) (or .Release.IsUpgrade .Values.traefik.clusterWide) }}
{{- $before = dig "metadata" "annotations" "bernstein/namespace" "" (lookup "rbac.authorization.k8s.io/v1" "ClusterRoleBinding" "" "traefik") }}
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
