{{- /* What an upgrade without the values of the release would lose, with votes. Empty without a cluster. */}}
{{- define "bernstein.mistakes.upgrade" }}
{{- $hosts := dict "redis" .Values.redis.external.host "postgres" .Values.postgres.external.host }}
{{- range $component, $host := $hosts }}
{{- $map := lookup "v1" "ConfigMap" $.Values.namespace $component }}
{{- $held := dig "data" (print (upper $component) "_HOST") $component $map }}
{{- if and (ne $held $component) (not $host) }}
{{ $component }}.external.host is empty, and the votes are at {{ $held }}: set it to {{ $held }}; or delete the ConfigMap {{ $component }},
  to leave them there
{{- end }}
{{- end }}
{{- $mounted := include "bernstein.kept.mounted" . }}
{{- if and $mounted (ne $mounted "postgres") (not .Values.postgres.volume.existingClaim) (not $hosts.postgres) }}
postgres.volume.existingClaim is empty, and the votes are on the claim {{ $mounted }}: set it to {{ $mounted }}, or move them
  (docs/operations.md, «Move the volume»)
{{- end }}
{{- $queue := lookup "v1" "PersistentVolumeClaim" .Values.namespace "redis" }}
{{- if and $queue (not (dig "metadata" "deletionTimestamp" "" $queue)) (not .Values.redis.volume.enabled) }}
redis.volume.enabled is false, and votes may wait on the claim redis: set it to true; or delete that claim, and those votes with it
{{- end }}
{{- $new := include "bernstein.image.major" .Values.redis.image }}
{{- range dig "spec" "template" "spec" "containers" list (lookup "apps/v1" "Deployment" .Values.namespace "redis") }}
{{- $reads := or (ne .name "redis") (not $new) (ge (int $new) (include "bernstein.image.major" .image | int)) }}
{{- if and (or $queue (not $hosts.redis)) $.Values.redis.volume.enabled (not $reads) }}
redis.image is {{ $.Values.redis.image }}, and it can't read what {{ .image }} wrote{{ if $queue }} on the claim redis{{ end }}: set it to
  {{ .image }}
{{- end }}
{{- end }}
{{- if ne (include "bernstein.traefik.major" .) "1" }}
{{- $class := .Values.traefik.ingressClass }}
{{- $found := lookup "networking.k8s.io/v1" "IngressClass" "" $class }}
{{- $owner := dig "metadata" "annotations" "meta.helm.sh/release-name" .Release.Name $found }}
{{- if ne $owner .Release.Name }}
traefik.ingressClass is {{ $class }}, and that class belongs to the release {{ $owner }}: set it to a name of your own, as bernstein
{{- end }}
{{- end }}
{{- end }}
