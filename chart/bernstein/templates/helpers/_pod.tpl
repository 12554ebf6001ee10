{{/*
The metadata of a pod: its labels; the annotations of its component, those for Prometheus, and a checksum of the files that it reads, so
that a change of a file restarts the pods. Call with (list $ "COMPONENT" "FILE" …), each file a template without .yaml.
*/}}
{{- define "bernstein.pod.metadata" -}}
{{- $root := first . }}
{{- $name := index . 1 }}
{{- $row := get $root.Components $name }}
{{- $annotations := deepCopy (get $root.Values ($row.of | default $name)).podAnnotations }}
{{- if and $root.Values.monitoring.enabled $row.metrics (not ($root.Capabilities.APIVersions.Has "monitoring.coreos.com/v1/PodMonitor")) }}
{{- $_ := merge $annotations (dict "prometheus.io/scrape" "true" "prometheus.io/port" (toString $row.metrics.port)) }}
{{- end }}
{{- $files := "" }}
{{- range concat (slice . 2) (ternary (list "optional/guards.configmap") list ($row.guarded | default false)) }}
{{- if not (hasKey $root.Rendered .) }}
{{- $_ := include (print $root.Template.BasePath "/" . ".yaml") $root | trim | set $root.Rendered . }}
{{- end }}
{{- $files = print $files (get $root.Rendered .) }}
{{- end }}
{{- if and $files (not $root.Values.flatFiles) }}
{{- $_ := set $annotations "checksum/config" (sha256sum $files) }}
{{- end }}
{{- $part := ternary "" ", app.kubernetes.io/part-of: bernstein" $root.Values.flatFiles -}}
labels: {{ include "bernstein.selector" (list $root $name) | trimSuffix "}" }}{{ $part }}}
{{- with $annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* What every pod has: pull secrets, token, security context and scheduling. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.pod" -}}
{{- $root := first . }}
{{- $name := last . }}
{{- $row := get $root.Components $name }}
{{- $values := get $root.Values ($row.of | default $name) -}}
enableServiceLinks: false
{{- if not $row.token }}
automountServiceAccountToken: false
{{- end }}
{{- with $root.Values.global.imagePullSecrets }}
imagePullSecrets:
{{- range . }}
- name: {{ ternary . (get (ternary dict . (kindIs "string" .)) "name") (kindIs "string" .) | toYaml }}
{{- end }}
{{- end }}
{{- if $row.guarded }}
# These names lead to the HAProxy sidecar.
hostAliases:
- {ip: 127.0.0.1, hostnames: [{{ $row.aliases }}]}
{{- end }}
{{- if $root.Values.podSecurity }}
securityContext:
  seccompProfile: {type: RuntimeDefault}
  {{- /* The pods of user 999 have volumes. */}}
  {{- if and (eq (toString $row.user) "999") (eq $root.Values.podSecurity "restricted") }}
  fsGroup: 999
  {{- end }}
  {{- if and $row.user (eq (toString $row.port) "80") (ne $root.Values.podSecurity "baseline") }}
  sysctls:
  # Port 80 for a user that is not root. A capability does not help: the program's file would need it too.
  - name: net.ipv4.ip_unprivileged_port_start
    value: "0"
  {{- end }}
{{- end }}
{{- with $values.priorityClassName }}
priorityClassName: {{ toYaml . }}
{{- end }}
{{- with $values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- if hasKey $values "tolerations" }}
{{- if or $values.tolerations $root.Values.guards.enabled }}
tolerations:
{{- with $values.tolerations }}
{{ toYaml . }}
{{- end }}
{{- end }}
{{- if $root.Values.guards.enabled }}
# Leave a lost node after half a minute; the default is five minutes.
- {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 30}
- {key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 30}
{{- end }}
{{- end }}
{{- /* A canary and a Job run where their component runs, without its spread rule. */}}
{{- with ternary dict $values.spread (hasKey $row "of") }}
{{- $topology := ternary "topology.kubernetes.io/zone" "kubernetes.io/hostname" (eq .over "zone") }}
{{- if eq .rule "required" }}
affinity:
  podAntiAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
    - topologyKey: {{ $topology }}
      labelSelector:
        matchLabels: {{ include "bernstein.selector" (list $root $name) }}
{{- else if eq .rule "preferred" }}
affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
    - weight: 100
      podAffinityTerm:
        topologyKey: {{ $topology }}
        labelSelector:
          matchLabels: {{ include "bernstein.selector" (list $root $name) }}
{{- end }}
{{- end }}
{{- end }}

{{/*
How a component with several instances rolls out. If they must run apart, a new instance has no node until an old one is gone. Otherwise a
new one comes first, and one of two may still go: old instances that had to run apart keep new ones away. Call with the values of the
component.
*/}}
{{- define "bernstein.strategy" -}}
rollingUpdate:
  maxSurge: {{ ternary 0 1 (eq .spread.rule "required") }}
  maxUnavailable: {{ ternary 1 "50%" (eq .spread.rule "required") }}
{{- end }}
