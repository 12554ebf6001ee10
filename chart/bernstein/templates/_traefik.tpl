{{/* The major version in Traefik's tag: 1, 2 or 3. Empty where the tag does not begin with a number: requirements.yaml stops there. */}}
{{- define "bernstein.traefik.major" -}}
{{- regexReplaceAll "@.*" .Values.traefik.image "" | regexFind ":v?[0-9]+[^/]*$" | regexFind "[0-9]+" }}
{{- end }}

{{/* Its command line, which changed altogether after version 1. */}}
{{- define "bernstein.traefik.arguments" -}}
{{- if eq (include "bernstein.traefik.major" .) "1" }}
{{- if .Values.traefik.dashboard.enabled }}
- --api
{{- end }}
- --ping
- --kubernetes
- --kubernetes.ingressclass={{ .Values.traefik.ingressClass }}
- --file.filename=/etc/traefik/routes.toml
- --lifecycle.requestacceptgracetimeout=5s
{{- else }}
{{- if .Values.traefik.dashboard.enabled }}
- --api.insecure=true
{{- end }}
- --ping=true
- --providers.kubernetesingress=true
- --providers.kubernetesingress.ingressclass={{ .Values.traefik.ingressClass }}
- --entrypoints.traefik.address=:8080
- --entrypoints.web.address=:80
- --entrypoints.web.transport.lifecycle.requestacceptgracetimeout=5s
{{- if .Values.traefik.tls.secretName }}
- --entrypoints.websecure.address=:443
- --entrypoints.websecure.http.tls=true
- --entrypoints.websecure.transport.lifecycle.requestacceptgracetimeout=5s
{{- end }}
{{- end }}
{{- end }}
