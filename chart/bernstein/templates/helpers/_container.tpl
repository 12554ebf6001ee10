{{/*
What every container has: image, security context and resources. A sidecar or an exporter has memory of its own; its other resources are
those of its component, so that a quota or a LimitRange that admits the one admits the other. Call with (list $ "NAME"), a row of the table.
*/}}
{{- define "bernstein.container" -}}
{{- $root := first . }}
{{- $name := last . }}
{{- $row := get (include "bernstein.components" $root | fromJson) $name }}
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
{{- if $root.Values.podSecurity }}
securityContext:
  allowPrivilegeEscalation: false
  {{- if ne $root.Values.podSecurity "baseline" }}
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]{{ if not $row.user }}, add: [DAC_OVERRIDE]{{ end }}}
  {{- end }}
  {{- if and $row.user (ne $root.Values.podSecurity "baseline") }}
  runAsNonRoot: true
  {{- end }}
  {{- if and $row.user (eq $root.Values.podSecurity "restricted") }}
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

{{/* The mounts that the values make necessary, and their volumes in the pod. Call each with (list $ "NAME"). */}}
{{- define "bernstein.mounts" -}}
{{- $values := (first .).Values }}
{{- $row := get (include "bernstein.components" (first .) | fromJson) (last .) }}
{{- if and $row.tmp (has $values.podSecurity (list "restricted" "openshift")) }}
- {name: tmp, mountPath: /tmp}
{{- end }}
{{- if and $row.sql $values.postgres.external.caSecret }}
- {name: postgres-ca, mountPath: /etc/postgres-ca, readOnly: true}
{{- end }}
{{- end }}

{{- define "bernstein.volumes" -}}
{{- $values := (first .).Values }}
{{- $row := get (include "bernstein.components" (first .) | fromJson) (last .) }}
{{- if and $row.tmp (has $values.podSecurity (list "restricted" "openshift")) }}
- {name: tmp, emptyDir: {}}
{{- end }}
{{- if $row.guarded }}
- {name: haproxy, configMap: {name: haproxy}}
{{- end }}
{{- if and $row.sql $values.postgres.external.caSecret }}
- name: postgres-ca
  secret:
    secretName: {{ toYaml $values.postgres.external.caSecret }}
    items:
    - key: ca.crt
      path: ca.crt
{{- end }}
{{- end }}

{{/* The major version in an image's tag; empty where the tag does not begin with a number. Call with the image. */}}
{{- define "bernstein.image.major" -}}
{{- regexReplaceAll "@.*" . "" | regexFind ":v?[0-9]+[^/]*$" | regexFind "[0-9]+" }}
{{- end }}

{{/*
A command that waits until no other pod has the volume, and then becomes the server: a deleted pod is replaced before it is gone.
Call with (list FOLDER LINE …): the mount path, and what to run before the server starts.
*/}}
{{- define "bernstein.lock" -}}
# One server at a time: it waits until no other pod has the volume.
command:
- sh
- -ec
- |
  exec 9>>{{ first . }}/lock
  timeout 120 flock 9 || { echo 'No lock on {{ first . }}: delete the other pod, or take a storage class with file locks' >&2; exit 1; }
  {{- range rest . }}
  {{ . }}
  {{- end }}
  exec docker-entrypoint.sh "$@"
- sh
{{- end }}

{{/* A quantity such as 500m, 128M or 134217728 as a plain number. Call with the quantity. */}}
{{- define "bernstein.quantity" -}}
{{- $text := ternary . (printf "%.0f" (float64 .)) (kindIs "string" .) }}
{{- $number := regexFind `^[0-9.]+` $text | float64 }}
{{- $unit := regexFind `[A-Za-z]+$` $text }}
{{- $units := dict "" 1 "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "P" 1e15 "E" 1e18 }}
{{- $binary := dict "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 "Pi" 1125899906842624 "Ei" 1152921504606846976 }}
{{- mulf $number (get (merge $units $binary) $unit | default 1) | printf "%.3f" }}
{{- end }}
