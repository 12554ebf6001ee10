{{- /* Claims whose class or size Kubernetes would refuse to change in the middle of an upgrade. */}}
{{- define "bernstein.mistakes.claims" }}
{{- $claims := dict }}
{{- with .Values }}
{{- if and .redis.volume.enabled (not .redis.external.host) }}
{{- $_ := set $claims "redis" "redis" }}
{{- end }}
{{- if not (or .postgres.volume.existingClaim .postgres.external.host) }}
{{- $_ := set $claims "postgres" "postgres" }}
{{- end }}
{{- if .backup.enabled }}
{{- $_ := set $claims "backup" "backups" }}
{{- end }}
{{- end }}
{{- range $component, $name := $claims }}
{{- $volume := (get $.Values $component).volume }}
{{- $claim := lookup "v1" "PersistentVolumeClaim" $.Values.namespace $name }}
{{- $given := dig "metadata" "annotations" "bernstein/class" "" $claim }}
{{- if and $given (not $volume.storageClass) }}
{{ $component }}.volume.storageClass is empty, and the claim {{ $name }} has the class {{ $given }}, which no upgrade can change:
  set it to {{ $given }}
{{- end }}
{{- $held := dig "spec" "resources" "requests" "storage" $volume.size $claim }}
{{- if regexMatch `^[0-9.]+[a-zA-Z]*$` $volume.size }}
{{- $more := subf (include "bernstein.quantity" $volume.size | float64) (include "bernstein.quantity" $held | float64) }}
{{- $class := dig "spec" "storageClassName" "" $claim }}
{{- if lt $more 0.0 }}
{{ $component }}.volume.size is {{ $volume.size }}, and the claim {{ $name }} has {{ $held }}, which can't shrink: set it to {{ $held }}
{{- else if gt $more 0.0 }}
{{- $known := ternary dict (lookup "storage.k8s.io/v1" "StorageClass" "" $class) (empty $class) }}
{{- if not (dig "allowVolumeExpansion" false $known) }}
{{ $component }}.volume.size is {{ $volume.size }}, and the claim {{ $name }} has {{ $held }}, which
  {{ ternary "a volume made by hand" (print "the class " $class) (empty $class) }} can't make larger: set it to {{ $held }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
