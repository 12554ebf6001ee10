{{/* The major version in Traefik's tag: 1, 2 or 3. Empty where the tag does not begin with a number: requirements.yaml stops there. */}}
{{- define "bernstein.traefik.major" -}}
{{- include "bernstein.image.major" .Values.traefik.image }}
{{- end }}

{{/* Its command line, which changed altogether after version 1. */}}
{{- define "bernstein.traefik.arguments" -}}
{{- if eq (include "bernstein.traefik.major" .) "1" }}
{{- if .Values.traefik.dashboard.enabled }}
- --api
{{- end }}
- --ping
{{- if .Values.monitoring.enabled }}
- --metrics.prometheus
{{- end }}
- --kubernetes
- --kubernetes.ingressclass={{ .Values.traefik.ingressClass }}
{{- with include "bernstein.traefik.namespaces" . }}
- --kubernetes.namespaces={{ . }}
{{- end }}
{{- with include "bernstein.traefik.published" . }}
- --kubernetes.ingressendpoint.publishedservice={{ . }}
{{- end }}
- --file.filename=/etc/traefik/routes.toml
- --lifecycle.requestacceptgracetimeout=5s
{{- else }}
{{- if .Values.traefik.dashboard.enabled }}
- --api.insecure=true
{{- end }}
- --ping=true
{{- if .Values.monitoring.enabled }}
- --metrics.prometheus=true
{{- end }}
- --providers.kubernetesingress=true
- --providers.kubernetesingress.ingressclass={{ .Values.traefik.ingressClass }}
{{- with include "bernstein.traefik.namespaces" . }}
- --providers.kubernetesingress.namespaces={{ . }}
{{- end }}
{{- with include "bernstein.traefik.published" . }}
- --providers.kubernetesingress.ingressendpoint.publishedservice={{ . }}
{{- end }}
- --entrypoints.traefik.address=:8080
- --entrypoints.web.address=:80
- --entrypoints.web.transport.lifecycle.requestacceptgracetimeout=5s
{{- if .Values.traefik.tls.secretName }}
- --entrypoints.websecure.address=:443
- --entrypoints.websecure.http.tls=true
{{- if include "bernstein.traefik.redirects" . }}
- --entrypoints.web.http.redirections.entrypoint.to={{ include "bernstein.traefik.redirect" . }}
- --entrypoints.web.http.redirections.entrypoint.scheme=https
{{- end }}
- --entrypoints.websecure.transport.lifecycle.requestacceptgracetimeout=5s
{{- end }}
{{- end }}
{{- end }}

{{/* Whether http leads to https: "true" or "". Without a certificate there is no https. */}}
{{- define "bernstein.traefik.redirects" -}}
{{- if and .Values.traefik.tls.redirect .Values.traefik.tls.secretName }}true{{ end }}
{{- end }}

{{/* Where browsers find the pages over TLS: behind a load balancer at 443, else at the port of the nodes. */}}
{{- define "bernstein.traefik.redirect" -}}
{{- if eq .Values.traefik.service.type "LoadBalancer" }}websecure{{ else }}:{{ .Values.traefik.tls.nodePort }}{{ end }}
{{- end }}

{{/* The Service whose address Traefik writes into the status of each Ingress, for those who wait for one. A NodePort has none to give. */}}
{{- define "bernstein.traefik.published" -}}
{{- if eq .Values.traefik.service.type "LoadBalancer" }}{{ .Values.traefik.namespace }}/traefik{{ end }}
{{- end }}

{{/*
The namespaces that it reads, with a comma between; empty for all. Beside that of the pages its own, where it reads the address of its Service there.
*/}}
{{- define "bernstein.traefik.namespaces" -}}
{{- if not .Values.traefik.clusterWide }}
{{- list .Values.namespace (ternary .Values.traefik.namespace "" (ne (include "bernstein.traefik.published" .) "")) | compact | uniq | join "," }}
{{- end }}
{{- end }}

{{/* What it reads in a namespace, as rules of a role. Call with (list $ "secrets"), or "" for all but Secrets. */}}
{{- define "bernstein.traefik.rules" -}}
{{- $root := first . }}
- apiGroups: [""]
  resources: [services, endpoints{{ with last . }}, {{ . }}{{ end }}]
  verbs: [get, list, watch]
- apiGroups: [extensions, networking.k8s.io]
  resources: [ingresses]
  verbs: [get, list, watch]
{{- if include "bernstein.traefik.published" $root }}
- apiGroups: [extensions, networking.k8s.io]
  resources: [ingresses/status]
  verbs: [update]
{{- end }}
{{- if eq (include "bernstein.traefik.major" $root) "3" }}
- apiGroups: [discovery.k8s.io]
  resources: [endpointslices]
  verbs: [list, watch]
{{- end }}
{{- end }}
