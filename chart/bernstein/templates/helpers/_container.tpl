{{/*
What every container has: image, security context and resources. A sidecar or an exporter has memory of its own; its other resources are
those of its component, so that a quota or a LimitRange that admits the one admits the other. Call with (list $ "NAME"), a row of the table.
*/}}
{{- define "bernstein.container" -}}
{{- $root := first . }}
{{- $name := last . }}
{{- $row := get $root.Components $name }}
{{- $of := get $root.Values ($row.sidecarOf | default $row.of | default $name) }}
{{- $image := $row.image | default $of.image }}
{{- with trimSuffix "/" $root.Values.global.imageRegistry }}
{{- if not (hasPrefix (print (splitList "/" . | first) "/") $image) }}
{{- $path := regexReplaceAll "^(localhost|[^/]*[.:][^/]*)/" $image "" }}
{{- /* A registry with a path is a proxy of Docker Hub, where what has no owner is kept under library. */}}
{{- $image = print . "/" (ternary "library/" "" (and (contains "/" .) (not (contains "/" $path)))) $path }}
{{- end }}
{{- end -}}
image: {{ toYaml $image }}
{{- with $root.Values.global.imagePullPolicy }}
imagePullPolicy: {{ . }}
{{- end }}
{{- with $root.Values.podSecurity }}
securityContext:
  allowPrivilegeEscalation: false
  {{- if ne . "baseline" }}
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]{{ if not $row.user }}, add: [DAC_OVERRIDE]{{ end }}}
  {{- end }}
  {{- if and $row.user (ne . "baseline") }}
  runAsNonRoot: true
  {{- end }}
  {{- if and $row.user (eq . "restricted") }}
  runAsUser: {{ $row.user }}
  runAsGroup: {{ $row.user }}
  {{- end }}
{{- end }}
{{- $resources := $of.resources }}
{{- if $row.memory }}
{{- $requests := pick ($of.resources.requests | default dict) "cpu" "ephemeral-storage" }}
{{- $limits := pick ($of.resources.limits | default dict) "cpu" "ephemeral-storage" }}
{{- $memory := dig "requests" "memory" "32M" $of.resources }}
{{- $most := include "bernstein.quantity" $row.memory | float64 }}
{{- $memory = ternary $memory $row.memory (lt (include "bernstein.quantity" $memory | float64) $most) }}
{{- $resources = dict "requests" (set $requests "memory" $memory) "limits" (set $limits "memory" $row.memory) }}
{{- end }}
{{- with $resources }}
resources:
  {{- range $part := list "requests" "limits" }}
  {{- with get $resources $part }}
  {{ $part }}: {{ toJson . | replace `"` "" | replace ":" ": " | replace "," ", " }}
  {{- end }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
The mounts that the values make necessary, and their volumes in the pod: whole lines, none where there are none. Call each with
(list $ "NAME" INDENTATION), and with the key to write above them where the template has no other.
*/}}
{{- define "bernstein.mounts" }}
{{- $values := (first .).Values }}
{{- $row := get (first .).Components (index . 1) }}
{{- $mounts := list }}
{{- if and $row.tmp (has $values.podSecurity (list "restricted" "openshift")) }}
{{- $mounts = append $mounts "- {name: tmp, mountPath: /tmp}" }}
{{- end }}
{{- if and $row.sql $values.postgres.external.caSecret }}
{{- $mounts = append $mounts "- {name: postgres-ca, mountPath: /etc/postgres-ca, readOnly: true}" }}
{{- end }}
{{- if $mounts }}
{{- concat (slice . 3) $mounts | join "\n" | nindent (index . 2) }}
{{- end }}
{{- end }}

{{- define "bernstein.volumes" }}
{{- $values := (first .).Values }}
{{- $row := get (first .).Components (index . 1) }}
{{- $volumes := list }}
{{- if and $row.tmp (has $values.podSecurity (list "restricted" "openshift")) }}
{{- $volumes = append $volumes "- {name: tmp, emptyDir: {}}" }}
{{- end }}
{{- if $row.guarded }}
{{- $volumes = append $volumes "- {name: haproxy, configMap: {name: haproxy}}" }}
{{- end }}
{{- if and $row.sql $values.postgres.external.caSecret }}
{{- $secret := print "  secret:\n    secretName: " (toYaml $values.postgres.external.caSecret) }}
{{- $volumes = append $volumes (print "- name: postgres-ca\n" $secret "\n    items:\n    - key: ca.crt\n      path: ca.crt") }}
{{- end }}
{{- if $volumes }}
{{- concat (slice . 3) $volumes | join "\n" | nindent (index . 2) }}
{{- end }}
{{- end }}

{{/* The major version in an image's tag; empty where the tag does not begin with a number. Call with the image. */}}
{{- define "bernstein.image.major" -}}
{{- regexReplaceAll "@.*" . "" | regexFind ":v?[0-9]+[^/]*$" | regexFind "[0-9]+" }}
{{- end }}

{{/*
A command that waits until no other pod has the volume, and then becomes the server: a deleted pod is replaced before it is gone.
Call with (list FOLDER OTHER-REDIS-STOPS LINE …): the mount path, a condition, and what to run before the server starts.
*/}}
{{- define "bernstein.lock" -}}
# One server at a time: it waits until no other pod has the volume.
{{- if index . 1 }}
# After a rollback to this revision another redis has it, and stops for this one.
{{- end }}
command:
- sh
- -ec
- |
  exec 9>>{{ first . }}/lock
  {{- if index . 1 }}
  flock -n 9 || redis-cli -h redis shutdown || :
  {{- end }}
  timeout 120 flock 9 || { echo 'No lock on {{ first . }}: delete the other pod, or take a storage class with file locks' >&2; exit 1; }
  {{- range slice . 2 }}
  {{ . }}
  {{- end }}
  exec docker-entrypoint.sh "$@"
- sh
{{- end }}

{{/* A quantity such as 500m, 128M or 134217728 as a plain number. Call with the quantity. */}}
{{- define "bernstein.quantity" -}}
{{- $text := ternary . (printf "%.0f" (float64 .)) (kindIs "string" .) }}
{{- $unit := trimAll ".0123456789" $text }}
{{- $units := dict "" 1 "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "P" 1e15 "E" 1e18
  "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 "Pi" 1125899906842624 "Ei" 1152921504606846976 }}
{{- mulf (trimSuffix $unit $text | float64) (get $units $unit | default 1) | printf "%.3f" }}
{{- end }}
