{{/* The list of files/connections.yaml for what is deployed, with all ports; and the metrics, for any Prometheus. Call with $. */}}
{{- define "bernstein.connections" }}
{{- range .Files.Get "files/connections.yaml" | fromYamlArray }}
{{- $to := get $.Components .to | default (dict "on" true) }}
{{- $external := and (has .to (list "redis" "postgres")) (not $to.on) }}
{{- $from := dig .from "on" true $.Components }}
{{- if and $from (or $to.on $external) (or (ne .from "redis") $.Values.redis.ledger.enabled) }}
- {from: {{ .from }}, to: {{ ternary "anywhere" .to $external }}, ports: {{ .ports | default $to.open | default (list $to.port) | toJson }}}
{{- end }}
{{- end }}
{{- if .Components.redis.takesOver }}
- {from: redis, to: redis, ports: [6379]}
{{- end }}
{{- range $name, $row := .Components }}
{{- if and $.Values.monitoring.enabled $row.on $row.metrics }}
- {from: anywhere, to: {{ $name }}, ports: [{{ $row.metrics.port }}]}
{{- end }}
{{- end }}
{{- end }}

{{/*
One direction of the policy of a component. Call with (list $ "COMPONENT" CONNECTIONS "ingress" "to" "from"), or with "egress" "from" "to":
the direction, which end of a connection the component is, and which end the other is.
*/}}
{{- define "bernstein.connections.rules" }}
{{- $root := first . }}
{{- $name := index . 1 }}
{{- $own := index . 4 }}
{{- $other := index . 5 }}
{{- $rules := list }}
{{- range index . 2 }}
{{- if eq (get . $own) $name }}
{{- $rules = append $rules . }}
{{- end }}
{{- end }}
  {{ index . 3 }}:{{ if not $rules }} []{{ end }}
  {{- range $rules }}
  {{- $peer := get . $other }}
  - ports: [{{ range $at, $port := .ports }}{{ if $at }}, {{ end }}{port: {{ $port }}, protocol: TCP}{{ end }}]
    {{- if ne $peer "anywhere" }}
    {{ $other }}:
    - podSelector: {matchLabels: {{ include "bernstein.selector" (list $root $peer) }}}
      {{- $namespace := dig $peer "namespace" $root.Namespace $root.Components }}
      {{- if eq $namespace (dig $name "namespace" $root.Namespace $root.Components) }}
      {{- else if semverCompare ">=1.21-0" $root.Capabilities.KubeVersion.Version }}
      namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: {{ $namespace }}}}
      {{- else }}
      # Namespaces have no label with their name before Kubernetes 1.21: such pods of any namespace.
      namespaceSelector: {}
      {{- end }}
    {{- end }}
  {{- end }}
  {{- if and $rules (eq $own "from") }}
  # DNS, at any address: some nodes have a server of their own, and behind the Service of DNS the port is the platform's.
  - ports: [{{ range $at, $port := list 53 1053 5353 8053 }}{{ if $at }}, {{ end }}
    {{- print "{port: " $port ", protocol: UDP}, {port: " $port ", protocol: TCP}" }}{{ end }}]
  {{- end }}
{{- end }}
