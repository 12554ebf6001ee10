{{/* A quantity such as 500m, 128M or 134217728 as a plain number, to be compared. Call with the quantity. */}}
{{- define "bernstein.quantity" -}}
{{- $text := ternary . (printf "%.0f" (float64 .)) (kindIs "string" .) }}
{{- $number := regexFind `^[0-9.]+` $text | float64 }}
{{- $units := dict "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "P" 1e15 "E" 1e18 }}
{{- range $power, $unit := list "Ki" "Mi" "Gi" "Ti" "Pi" "Ei" }}
{{- $factor := 1.0 }}
{{- range until (int (add1 $power)) }}
{{- $factor = mulf $factor 1024 }}
{{- end }}
{{- $_ := set $units $unit $factor }}
{{- end }}
{{- mulf $number (get $units (regexFind `[A-Za-z]+$` $text) | default 1) | printf "%.3f" }}
{{- end }}
