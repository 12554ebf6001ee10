{{/*
Gives the values what they lack, and every template begins with it. To Helm a key that is left blank (password:) is no key at all, and with
--reuse-values the keys are missing that are newer than the release. Call with $.
*/}}
{{- define "bernstein.values" -}}
{{- if not (hasKey .Values "complete") }}
{{- include "bernstein.values.complete" (list .Values (include "bernstein.values.defaults" . | fromYaml)) }}
{{- $_ := set .Values "complete" true }}
{{- end }}
{{- end }}

{{/* Below resources nothing is added: a limit that was taken away is not wanted. Call with (list VALUES DEFAULTS). */}}
{{- define "bernstein.values.complete" -}}
{{- $values := first . }}
{{- $defaults := last . }}
{{- range $key, $value := $values }}
{{- if kindIs "invalid" $value }}
{{- $_ := unset $values $key }}
{{- else if kindIs "map" $value }}
{{- include "bernstein.values.complete" (list $value (ternary dict (get $defaults $key | default dict) (eq $key "resources"))) }}
{{- end }}
{{- end }}
{{- range $key, $default := $defaults }}
{{- if not (hasKey $values $key) }}
{{- $_ := set $values $key $default }}
{{- end }}
{{- end }}
{{- end }}

{{/* What values.yaml says, which Helm shows to no template; a test compares the two. */}}
{{- define "bernstein.values.defaults" -}}
{{- $placed := `nodeSelector: {}, tolerations: [], near: "", priorityClassName: "", podAnnotations: {}` }}
{{- $page := print `replicas: 2, spread: {rule: required, over: host}, disruptionBudget: {enabled: false}, ` $placed }}
{{- $scaled := `annotations: {}, autoscaling: {enabled: false, minReplicas: 2, maxReplicas: 5, targetCPU: 80}` -}}
namespace: default
podSecurity: baseline
networkPolicy: {enabled: false}
global: {imageRegistry: "", imagePullPolicy: "", imagePullSecrets: []}
redis:
  { image: "redis:5.0", external: {host: ""}, volume: {enabled: false, size: 1Gi, storageClass: ""}, ledger: {enabled: false},
    resources: {requests: {cpu: 50m, memory: 32M}, limits: {memory: 128M}}, {{ $placed }} }
postgres:
  { image: "postgres:12", database: votes, user: bernstein, password: "", authentication: "",
    existingSecret: "", existingSecretKeys: {user: POSTGRES_USER, password: POSTGRES_PASSWORD},
    external: {host: "", port: 5432, sslMode: prefer, caSecret: ""},
    volume: {existingClaim: "", size: 1Gi, storageClass: "", hostPath: "", node: ""},
    resources: {requests: {cpu: 100m, memory: 64M}, limits: {memory: 256M}}, {{ $placed }} }
poll:
  { image: "epitechcontent/t-dop-600-poll:k8s", host: poll.dop.io, canary: {image: "", weight: 10, replicas: 1},
    resources: {requests: {cpu: 50m, memory: 64M}, limits: {memory: 128M}}, {{ $scaled }}, {{ $page }} }
worker:
  { image: "epitechcontent/t-dop-600-worker:k8s", replicas: 1,
    resources: {requests: {cpu: 50m, memory: 128M}, limits: {memory: 256M}}, {{ $placed }} }
result:
  { image: "epitechcontent/t-dop-600-result:k8s", host: result.dop.io,
    resources: {requests: {cpu: 50m, memory: 64M}, limits: {memory: 128M}}, {{ $scaled }}, {{ $page }} }
traefik:
  { image: "traefik:1.7", namespace: kube-public, ingressClass: traefik, clusterWide: true,
    service: { type: NodePort, annotations: {}, httpNodePort: 30021, dashboardNodePort: 30042, externalTrafficPolicy: "",
      loadBalancerClass: "", loadBalancerSourceRanges: [], ipFamilyPolicy: "" },
    dashboard: {enabled: true}, tls: {secretName: "", redirect: false, nodePort: 30443},
    resources: {requests: {cpu: 100m, memory: 64M}, limits: {memory: 256M}}, {{ $page }} }
cadvisor:
  { enabled: true, image: "google/cadvisor:latest", namespace: kube-system,
    resources: {requests: {cpu: 50m, memory: 64M}, limits: {memory: 256M}},
    nodeSelector: {}, priorityClassName: "", podAnnotations: {} }
monitoring:
  { enabled: false, redisExporter: {image: "oliver006/redis_exporter:v1.67.0"},
    postgresExporter: {image: "quay.io/prometheuscommunity/postgres-exporter:v0.17.1"} }
backup: {enabled: false, schedule: "17 3,15 * * *", keep: 14, volume: {size: 1Gi, storageClass: ""}}
{{- end }}
