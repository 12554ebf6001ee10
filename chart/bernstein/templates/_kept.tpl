{{/*
What the cluster holds from before, and these values would lose sight of: mistakes for requirements.yaml, one a line. Where Helm speaks to no
cluster there are none. Each says what keeps the votes. Call with $.
*/}}
{{- define "bernstein.kept.mistakes" -}}
{{- $lines := list }}
{{- $postgres := .Values.postgres }}
{{- $volume := $postgres.volume }}
{{- $name := include "bernstein.kept.claim" . }}
{{- $claim := ternary dict (lookup "v1" "PersistentVolumeClaim" .Values.namespace $name) (ne $postgres.external.host "") }}
{{- $secret := lookup "v1" "Secret" .Values.namespace "postgres" }}
{{- $running := eq (include "bernstein.kept.mounted" .) $name }}
{{- if $claim }}
{{- if not $postgres.existingSecret }}
{{- /* An upgrade may bring another password: told to the database before, it is right. */}}
{{- range $key := ternary (list "user" "password") (list "user") .Release.IsInstall }}
{{- $held := dig "data" (print "POSTGRES_" (upper $key)) "" $secret | b64dec }}
{{- $given := get $postgres $key }}
{{- if and $held $given (ne $held $given) }}
{{- $mend := ternary (printf "set it to %s" $held) "leave it empty, the Secret postgres has the old one, and change it once the release runs (docs/operations.md)" (eq $key "user") }}
{{- $lines = append $lines (printf "postgres.%s is not the one that the votes on the claim %s were written with: %s; or delete claim and Secret postgres, and every vote with them" $key $name $mend) }}
{{- end }}
{{- end }}
{{- if not (or $secret $postgres.password (and $volume.existingClaim (not $running))) }}
{{- $lines = append $lines (printf "postgres.password is empty, and the votes on the claim %s have a password that no Secret postgres holds: set it, or postgres.existingSecret, to what they were written with" $name) }}
{{- end }}
{{- end }}
{{- $database := dig "metadata" "annotations" "bernstein/database" "" $claim }}
{{- $major := dig "metadata" "annotations" "bernstein/postgres" "" $claim }}
{{- if $running }}
{{- $database = $database | default (dig "data" "POSTGRES_DB" "" (lookup "v1" "ConfigMap" .Values.namespace "postgres")) }}
{{- range dig "spec" "template" "spec" "containers" list (lookup "apps/v1" "Deployment" $.Values.namespace "postgres") }}
{{- $major = $major | default (include "bernstein.image.major" .image) }}
{{- end }}
{{- end }}
{{- if and $database (ne $database $postgres.database) }}
{{- $lines = append $lines (printf "postgres.database is %s, and the votes on the claim %s are in the database %s: set it to %s" $postgres.database $name $database $database) }}
{{- end }}
{{- $new := include "bernstein.image.major" $postgres.image }}
{{- if and $major $new (ne $major $new) }}
{{- $lines = append $lines (printf "postgres.image is %s, and PostgreSQL %s can't read the votes that %s wrote on the claim %s: set it to postgres:%s, or move them (docs/operations.md, «Move the volume»)" $postgres.image $new $major $name $major) }}
{{- end }}
{{- if not $volume.existingClaim }}
{{- $bound := dig "spec" "volumeName" "" $claim }}
{{- $ours := dict }}
{{- if eq $bound "postgres" }}
{{- $ours = lookup "v1" "PersistentVolume" "" "postgres" }}
{{- end }}
{{- $folder := dig "spec" "hostPath" "path" "" $ours }}
{{- if and $bound (ne $folder $volume.hostPath) }}
{{- $lines = append $lines (printf "postgres.volume.hostPath is %s, and the votes are %s: set it to %s, or move them (docs/operations.md, «Move the volume»)" (quote $volume.hostPath) (ternary (print "in the folder " $folder) (print "on the volume " $bound) (ne $folder "")) (quote $folder)) }}
{{- end }}
{{- range dig "spec" "nodeAffinity" "required" "nodeSelectorTerms" list $ours }}
{{- $node := dig "values" list (first .matchExpressions) | first }}
{{- if ne $node $volume.node }}
{{- $lines = append $lines (printf "postgres.volume.node is %s, and the votes are on the node %s: set it to %s, or move them (docs/operations.md, «Move the volume»)" (quote $volume.node) $node $node) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- $queue := ternary (lookup "v1" "PersistentVolumeClaim" .Values.namespace "redis") dict .Values.redis.volume.enabled }}
{{- $backups := ternary (lookup "v1" "PersistentVolumeClaim" .Values.namespace "backups") dict .Values.backup.enabled }}
{{- range $component, $claim := dict "postgres" (ternary dict $claim (ne $volume.existingClaim "")) "redis" $queue "backup" $backups }}
{{- $given := (get $.Values $component).volume.storageClass }}
{{- $held := dig "spec" "storageClassName" "" $claim }}
{{- if and $given $held (ne $given $held) }}
{{- $lines = append $lines (printf "%s.volume.storageClass is %s, and the claim %s is of the class %s, which no upgrade can change: set it to %s%s" $component $given (ternary "backups" $component (eq $component "backup")) $held $held (ternary ", or move the votes (docs/operations.md, «Move the volume»)" "" (eq $component "postgres"))) }}
{{- end }}
{{- end }}
{{- /* Traefik's account says where the votes are; in older releases the binding of the whole cluster does. Where Traefik moves too, its account is
looked for. Whoever has rights in a few namespaces alone is asked for no more, unless Traefik's account says nothing. */}}
{{- $before := dig "metadata" "annotations" "bernstein/namespace" "" (lookup "v1" "ServiceAccount" .Values.traefik.namespace "traefik") }}
{{- if and (not $before) (or .Release.IsUpgrade .Values.traefik.clusterWide) }}
{{- $before = dig "metadata" "annotations" "bernstein/namespace" "" (lookup "rbac.authorization.k8s.io/v1" "ClusterRoleBinding" "" "traefik") }}
{{- end }}
{{- if and (not $before) .Release.IsUpgrade }}
{{- range dig "items" list (lookup "v1" "ServiceAccount" "" "") }}
{{- $before = dig "annotations" "bernstein/namespace" $before .metadata }}
{{- end }}
{{- end }}
{{- if and $before (ne $before .Values.namespace) (not $postgres.external.host) (lookup "v1" "PersistentVolumeClaim" $before $name) }}
{{- $lines = append $lines (printf "namespace is %s, and the votes are on the claim %s of the namespace %s, where they would stay: set it to %s, or move them (docs/operations.md, «Move to another namespace»)" .Values.namespace $name $before $before) }}
{{- end }}
{{- /* A volume that is made by hand has one name in the whole cluster, and is kept: a claim elsewhere would take it, with another password. */}}
{{- if and $volume.hostPath (not $before) (not $volume.existingClaim) (not $postgres.external.host) }}
{{- $owner := dig "spec" "claimRef" "namespace" "" (lookup "v1" "PersistentVolume" "" "postgres") }}
{{- if and $owner (ne $owner .Values.namespace) }}
{{- $lines = append $lines (printf "namespace is %s, and the volume postgres belongs to the claim postgres of the namespace %s, with the votes: set it to %s, or move them (docs/operations.md, «Move to another namespace»)" .Values.namespace $owner $owner) }}
{{- end }}
{{- end }}
{{- join "\n" $lines }}
{{- end }}

{{/*
What these values leave behind, for the notes; empty for nothing. Claims of other namespaces are not looked up: where the user may not list them
Helm would stop. Call with $.
*/}}
{{- define "bernstein.kept.warnings" -}}
{{- $mounted := include "bernstein.kept.mounted" . }}
{{- $new := ternary (include "bernstein.kept.claim" .) .Values.postgres.external.host (eq .Values.postgres.external.host "") }}
{{- if and $mounted (ne $mounted $new) }}
{{- printf "The votes so far stay on the claim %s; from now on they are kept on %s. docs/operations.md says how to take them along («Back up and restore»)." $mounted $new }}
{{- else if and .Release.IsInstall (not .Values.postgres.external.host) (not (lookup "v1" "PersistentVolumeClaim" .Values.namespace $new)) }}
{{- print "The votes begin at zero. Those that an earlier release left in another namespace stay there: kubectl get persistentvolumeclaims --all-namespaces --field-selector metadata.name=postgres" }}
{{- end }}
{{- end }}

{{/* The name of the claim that postgres is to have. Call with $. */}}
{{- define "bernstein.kept.claim" -}}
{{- .Values.postgres.volume.existingClaim | default "postgres" }}
{{- end }}

{{/* The name of the claim that the postgres of the cluster has at this moment; empty for none. Call with $. */}}
{{- define "bernstein.kept.mounted" -}}
{{- range dig "spec" "template" "spec" "volumes" list (lookup "apps/v1" "Deployment" .Values.namespace "postgres") }}
{{- dig "persistentVolumeClaim" "claimName" "" . }}
{{- end }}
{{- end }}

{{/*
The claim that a volume made by hand is for. Once they are bound it is as Kubernetes has completed it: on the server's side an upgrade that wrote
less would stop at a conflict, and forced cut the claim off (phase Lost). Call with $.
*/}}
{{- define "bernstein.kept.claimRef" -}}
{{- $claim := dig "metadata" "uid" "none" (lookup "v1" "PersistentVolumeClaim" .Values.namespace "postgres") }}
{{- $held := dig "spec" "claimRef" dict (lookup "v1" "PersistentVolume" "" "postgres") -}}
{{- if eq $claim ($held.uid | default "unbound") }}
{{- toYaml $held }}
{{- else -}}
name: postgres
namespace: {{ include "bernstein.namespace" (list . "postgres") }}
{{- end }}
{{- end }}
