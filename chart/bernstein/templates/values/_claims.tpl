{{- /* Claims whose class or size Kubernetes would refuse to change in the middle of an upgrade. */}}
{{- define "bernstein.mistakes.claims" }}
{{- range $component, $name := dict
  "redis" (ternary "redis" "" (and .Values.redis.volume.enabled (empty .Values.redis.external.host)))
  "postgres" (ternary "postgres" "" (and (empty .Values.postgres.volume.existingClaim) (empty .Values.postgres.external.host)))
  "backup" (ternary "backups" "" .Values.backup.enabled) }}
{{- if $name }}
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
{{- end }}
