{{- /* Keys that were here once, or are looked for here because other charts have them; the schema lets them through to be named here. */}}
{{- define "bernstein.mistakes.removed" }}
{{- $gone := dict
  "imagePullSecrets" "it is global.imagePullSecrets"
  "postgres.settings" "it was removed; use ALTER SYSTEM SET in the database"
  "redis.external.password" "the images send none; reach that Redis through a private network"
  "redis.external.port" "the images use port 6379 only" }}
{{- range list "redis" "postgres" "poll" "worker" "result" "traefik" }}
{{- $_ := set $gone (print . ".near") "it was removed; to keep two components on one node, set nodeSelector of both" }}
{{- end }}
{{- range $path, $instead := $gone }}
{{- $found := $.Values }}
{{- range splitList "." $path }}
{{- $found = get $found . }}
{{- end }}
{{- if $found }}
{{ $path }} is no value of this chart: {{ $instead }}
{{- end }}
{{- end }}
{{- end }}
