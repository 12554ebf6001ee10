{{- /* Quantities: a wrong one is named once. */}}
{{- define "bernstein.mistakes.resources" }}
{{- $form := `^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$` }}
{{- range $name := list "redis" "postgres" "poll" "worker" "result" "traefik" "cadvisor" }}
{{- $wrong := list }}
{{- $resources := (get $.Values $name).resources }}
{{- range $part, $quantities := $resources }}
{{- range $resource, $quantity := $quantities }}
{{- $key := printf "%s.resources.%s.%s" $name $part $resource }}
{{- if kindIs "invalid" $quantity }}
{{- else if and (kindIs "string" $quantity) (not (regexMatch $form $quantity)) }}
{{- $wrong = append $wrong $resource }}
{{ $key }} is {{ toJson $quantity }}: it takes a quantity of Kubernetes, as {{ ternary "500m" "128M" (eq $resource "cpu") }}
{{- else if and (eq $resource "memory") (lt (include "bernstein.quantity" $quantity | float64) 1e6) }}
{{ $key }} is {{ $quantity }}, which Kubernetes takes for bytes: write {{ regexFind `^[0-9]+` (toString $quantity) }}M
{{- else if and (eq $resource "cpu") (ge (include "bernstein.quantity" $quantity | float64) 100.0) }}
{{ $key }} is {{ $quantity }}, which Kubernetes takes for so many processors: write {{ $quantity }}m
{{- end }}
{{- end }}
{{- end }}
{{- range $resource, $limit := $resources.limits }}
{{- $request := get ($resources.requests | default dict) $resource }}
{{- if and $request $limit (not (has $resource $wrong)) }}
{{- if lt (include "bernstein.quantity" $limit | float64) (include "bernstein.quantity" $request | float64) }}
{{ $name }}.resources.limits.{{ $resource }} is {{ toYaml $limit }} and {{ $name }}.resources.requests.{{ $resource }} is
  {{ toYaml $request }}:
  the limit can't be less than the request
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
