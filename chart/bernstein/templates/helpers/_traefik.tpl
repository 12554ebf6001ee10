{{/*
The command line of Traefik, which changed altogether after version 1. Behind a load balancer it writes the address of its Service into
the status of each Ingress; a NodePort has none to give. Browsers find the pages over TLS at 443 there, else at the port of the nodes.
*/}}
{{- define "bernstein.traefik.arguments" -}}
{{- $traefik := .Values.traefik }}
{{- $balanced := eq $traefik.service.type "LoadBalancer" }}
{{- $first := eq (include "bernstein.traefik.major" .) "1" }}
{{- $on := ternary "" "=true" $first }}
{{- $ingresses := ternary "--kubernetes" "--providers.kubernetesingress" $first }}
{{- if $traefik.dashboard.enabled }}
- {{ ternary "--api" "--api.insecure=true" $first }}
{{- end }}
- --ping{{ $on }}
{{- if .Values.monitoring.enabled }}
- --metrics.prometheus{{ $on }}
{{- end }}
- {{ $ingresses }}{{ $on }}
- {{ $ingresses }}.ingressclass={{ $traefik.ingressClass }}
{{- with include "bernstein.traefik.namespaces" . }}
- {{ $ingresses }}.namespaces={{ . }}
{{- end }}
{{- if $balanced }}
- {{ $ingresses }}.ingressendpoint.publishedservice={{ $traefik.namespace }}/traefik
{{- end }}
{{- if $first }}
- --file.filename=/etc/traefik/routes.toml
- --lifecycle.requestacceptgracetimeout=5s
{{- else }}
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

{{/* The namespaces that it reads, with a comma between; empty for all. In its own it reads the address of its Service. */}}
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
{{- if eq (include "bernstein.traefik.major" (first .)) "3" }}
- apiGroups: [discovery.k8s.io]
  resources: [endpointslices]
  verbs: [list, watch]
{{- end }}
{{- end }}

{{/* The major version of Traefik. Call with $. */}}
{{- define "bernstein.traefik.major" }}
{{- if not (hasKey . "TraefikMajor") }}
{{- $_ := set . "TraefikMajor" (include "bernstein.image.major" .Values.traefik.image) }}
{{- end }}
{{- .TraefikMajor }}
{{- end }}

{{/* The keys of traefik.service that are set. Call with (list $ "KEY" …). */}}
{{- define "bernstein.traefik.options" }}
{{- $service := (first .).Values.traefik.service }}
{{- range $key := rest . }}
{{- with get $service $key }}
{{- dict $key . | toYaml | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}

{{/* The class of an Ingress, and its annotations: its own, and what Traefik 1 reads there. Call with $, and with (list $ "COMPONENT"). */}}
{{- define "bernstein.traefik.class" }}
{{- if ne (include "bernstein.traefik.major" .) "1" }}
  ingressClassName: {{ toYaml .Values.traefik.ingressClass }}
{{- end }}
{{- end }}

{{- define "bernstein.traefik.annotations" }}
{{- $values := (first .).Values }}
{{- $first := eq (include "bernstein.traefik.major" (first .)) "1" }}
{{- $own := (get $values (last .)).annotations }}
{{- if or $own $first }}
  annotations:
{{- with $own }}
    {{- toYaml . | nindent 4 }}
{{- end }}
{{- end }}
{{- if $first }}
    # Traefik 1 reads the class only from this annotation.
    kubernetes.io/ingress.class: {{ toYaml $values.traefik.ingressClass }}
{{- if and $values.poll.canary.image (eq (last .) "poll") }}
    traefik.ingress.kubernetes.io/service-weights: |
      poll: {{ sub 100 (int $values.poll.canary.weight) }}%
      poll-canary: {{ $values.poll.canary.weight }}%
{{- end }}
{{- end }}
{{- end }}
