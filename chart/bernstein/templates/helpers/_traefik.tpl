{{/*
The command line of Traefik, which changed altogether after version 1. Behind a load balancer it writes the address of its Service into
the status
of each Ingress; a NodePort has none to give. Browsers find the pages over TLS at 443 there, else at the port of the nodes.
*/}}
{{- define "bernstein.traefik.arguments" -}}
{{- $traefik := .Values.traefik }}
{{- $balanced := eq $traefik.service.type "LoadBalancer" }}
{{- if eq (include "bernstein.image.major" $traefik.image) "1" }}
{{- if $traefik.dashboard.enabled }}
- --api
{{- end }}
- --ping
{{- if .Values.monitoring.enabled }}
- --metrics.prometheus
{{- end }}
- --kubernetes
- --kubernetes.ingressclass={{ $traefik.ingressClass }}
{{- with include "bernstein.traefik.namespaces" . }}
- --kubernetes.namespaces={{ . }}
{{- end }}
{{- if $balanced }}
- --kubernetes.ingressendpoint.publishedservice={{ $traefik.namespace }}/traefik
{{- end }}
- --file.filename=/etc/traefik/routes.toml
- --lifecycle.requestacceptgracetimeout=5s
{{- else }}
{{- if $traefik.dashboard.enabled }}
- --api.insecure=true
{{- end }}
- --ping=true
{{- if .Values.monitoring.enabled }}
- --metrics.prometheus=true
{{- end }}
- --providers.kubernetesingress=true
- --providers.kubernetesingress.ingressclass={{ $traefik.ingressClass }}
{{- with include "bernstein.traefik.namespaces" . }}
- --providers.kubernetesingress.namespaces={{ . }}
{{- end }}
{{- if $balanced }}
- --providers.kubernetesingress.ingressendpoint.publishedservice={{ $traefik.namespace }}/traefik
{{- end }}
- --entrypoints.traefik.address=:8080
- --entrypoints.web.address=:80
- --entrypoints.web.transport.lifecycle.requestacceptgracetimeout=5s
{{- if $traefik.tls.secretName }}
- --entrypoints.websecure.address=:443
- --entrypoints.websecure.http.tls=true
{{- if $traefik.tls.redirect }}
- --entrypoints.web.http.redirections.entrypoint.to={{ ternary "websecure" (printf ":%v" $traefik.tls.nodePort) $balanced }}
- --entrypoints.web.http.redirections.entrypoint.scheme=https
{{- end }}
- --entrypoints.websecure.transport.lifecycle.requestacceptgracetimeout=5s
{{- end }}
{{- end }}
{{- end }}

{{/*
The namespaces that it reads, with a comma between; empty for all. Besides that of the pages its own, where it reads the address of its
Service.
*/}}
{{- define "bernstein.traefik.namespaces" -}}
{{- if not .Values.traefik.clusterWide }}
{{- $own := ternary .Values.traefik.namespace "" (eq .Values.traefik.service.type "LoadBalancer") }}
{{- list .Values.namespace $own | compact | uniq | join "," }}
{{- end }}
{{- end }}

{{/* What it reads in a namespace, as rules of a role. Call with (list $ "secrets"), or "" for all but Secrets. */}}
{{- define "bernstein.traefik.rules" -}}
{{- $traefik := (first .).Values.traefik }}
- apiGroups: [""]
  resources: [services, endpoints{{ with last . }}, {{ . }}{{ end }}]
  verbs: [get, list, watch]
- apiGroups: [extensions, networking.k8s.io]
  resources: [ingresses]
  verbs: [get, list, watch]
{{- if eq $traefik.service.type "LoadBalancer" }}
- apiGroups: [extensions, networking.k8s.io]
  resources: [ingresses/status]
  verbs: [update]
{{- end }}
{{- if eq (include "bernstein.image.major" $traefik.image) "3" }}
- apiGroups: [discovery.k8s.io]
  resources: [endpointslices]
  verbs: [list, watch]
{{- end }}
{{- end }}
