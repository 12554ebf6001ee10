{{- define "bernstein.mistakes.traefik" }}
{{- $major := include "bernstein.traefik.major" . }}
{{- with .Values.traefik }}
{{- $type := .service.type }}
{{- range $key, $value := pick .service "loadBalancerClass" "loadBalancerSourceRanges" }}
{{- if and $value (ne $type "LoadBalancer") }}
traefik.service.{{ $key }} is set and traefik.service.type is {{ $type }}: it needs LoadBalancer
{{- end }}
{{- end }}
{{- $ports := list (list true "traefik.service.httpNodePort" .service.httpNodePort)
  (list .dashboard.enabled "traefik.service.dashboardNodePort" .service.dashboardNodePort)
  (list .tls.secretName "traefik.tls.nodePort" .tls.nodePort) }}
{{- range $at, $one := $ports }}
{{- range slice $ports (add1 $at) }}
{{- if and (first $one) (first .) (eq (int (last $one)) (int (last .))) }}
{{ index $one 1 }} and {{ index . 1 }} are both {{ last . }}: a node's port leads to one place only
{{- end }}
{{- end }}
{{- end }}
{{- include "bernstein.mistakes.rows" (list
  (list (not (has $major (list "1" "2" "3")))
    (printf "traefik.image is %s: it needs a tag that begins with the major version (1, 2 or 3), %s; a digest may follow, %s" .image
      "which decides how Traefik is configured" "as in traefik:v3.6@sha256:…"))
  (list (and $.Values.poll.canary.image (ne $major "1"))
    (printf "poll.canary.image needs Traefik 1, and traefik.image is %s: later versions give no weights to an Ingress" .image))
  (list (and (not .tls.secretName) (ne (int .tls.nodePort) 30443))
    "traefik.tls.nodePort is set and no TLS is: name the certificate in traefik.tls.secretName")
  (list (and .tls.secretName (eq $major "1"))
    (printf "traefik.tls.secretName needs Traefik 2 or later, and traefik.image is %s" .image))) }}
{{- end }}
{{- end }}
