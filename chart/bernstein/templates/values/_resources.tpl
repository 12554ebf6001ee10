{{- /* Quantities: a wrong one is named once. */}}
{{- define "bernstein.mistakes.resources" }}
{{- $form := `^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$` }}
{{- $sizes := dict }}
{{- range $name := list "redis" "postgres" "poll" "worker" "result" "traefik" "cadvisor" }}
{{- $resources := (get $.Values $name).resources }}
{{- range $part, $quantities := $resources }}
{{- range $resource, $quantity := $quantities }}
{{- $key := printf "%s.resources.%s.%s" $name $part $resource }}
{{- $text := toString $quantity }}
{{- if not (or (hasKey $sizes $text) (kindIs "invalid" $quantity)) }}
{{- $right := ternary (regexMatch $form $text) true (kindIs "string" $quantity) }}
{{- $_ := set $sizes $text (ternary (include "bernstein.quantity" $quantity | float64) -1.0 $right) }}
{{- end }}
{{- $size := get $sizes $text }}
{{- if kindIs "invalid" $quantity }}
{{- else if lt $size 0.0 }}
{{ $key }} is {{ toJson $quantity }}: it takes a quantity of Kubernetes, as {{ ternary "500m" "128M" (eq $resource "cpu") }}
{{- else if and (eq $resource "memory") (lt $size 1e6) }}
{{ $key }} is {{ $quantity }}, which Kubernetes takes for bytes: write {{ regexFind `^[0-9]+` (toString $quantity) }}M
{{- else if and (eq $resource "cpu") (ge $size 100.0) }}
{{ $key }} is {{ $quantity }}, which Kubernetes takes for so many processors: write {{ $quantity }}m
{{- end }}
{{- end }}
{{- end }}
{{- range $resource, $limit := $resources.limits }}
{{- $request := get ($resources.requests | default dict) $resource }}
{{- if and $request $limit }}
{{- $least := get $sizes (toString $request) }}
{{- $most := get $sizes (toString $limit) }}
{{- if and (ge $most 0.0) (lt $most $least) }}
{{ $name }}.resources.limits.{{ $resource }} is {{ toYaml $limit }} and {{ $name }}.resources.requests.{{ $resource }} is
  {{ toYaml $request }}: the limit can't be less than the request
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
