{{/*
Texts that must have a form, in words: the schema could only show the regular expression that does not match. Where a form may be empty,
the words say what for.
*/}}
{{- define "bernstein.forms" -}}
- takes: a host name, as poll.example.org, in lower case and without a scheme or a port
  pattern: ^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
  keys: [poll.host, result.host]
- takes: the name or the address of a host, without a scheme; empty for none
  pattern: ^([A-Za-z0-9:]([-A-Za-z0-9.:]*[A-Za-z0-9:])?)?$
  keys: [redis.external.host, postgres.external.host]
- takes: the name of a namespace, of lower-case letters, digits and dashes
  pattern: ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
  keys: [namespace, traefik.namespace, cadvisor.namespace]
- takes: the name of an Ingress class, of lower-case letters, digits, dashes and dots
  pattern: ^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$
  keys: [traefik.ingressClass]
- takes: the name of a storage class, of lower-case letters, digits, dashes and dots; empty for the cluster's default
  pattern: &name ^([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?$
  keys: [redis.volume.storageClass, postgres.volume.storageClass]
- takes: the name of a Secret, of lower-case letters, digits, dashes and dots; empty for none
  pattern: *name
  keys: [postgres.existingSecret, postgres.external.caSecret, traefik.tls.secretName]
- takes: the name of a claim, of lower-case letters, digits, dashes and dots; empty for one of our own
  pattern: *name
  keys: [postgres.volume.existingClaim]
- takes: the name of a node, of lower-case letters, digits, dashes and dots; empty for any
  pattern: *name
  keys: [postgres.volume.node]
- takes: the name of a priority class, of lower-case letters, digits, dashes and dots; empty for the cluster's default
  pattern: *name
  keys:
  {{- range list "redis" "postgres" "poll" "worker" "result" "traefik" "cadvisor" }}
  - {{ . }}.priorityClassName
  {{- end }}
- takes: a key of a Secret, of letters, digits, dashes, underscores and dots
  pattern: ^[-A-Za-z0-9._]+$
  keys: [postgres.existingSecretKeys.user, postgres.existingSecretKeys.password]
- takes: a quantity of Kubernetes, as 1Gi or 500M
  pattern: {{ include "bernstein.forms.quantity" . }}
  keys: [redis.volume.size, postgres.volume.size]
- takes: a folder of a node, from its root on, as /var/lib/postgres; empty for none
  pattern: ^(/.*)?$
  keys: [postgres.volume.hostPath]
- takes: a registry, as registry.example.org:5000/mirror, without a scheme; empty for each image's own
  pattern: ^([a-z0-9][-a-z0-9._]*(:[0-9]+)?(/[-a-z0-9._/]*)?)?$
  keys: [global.imageRegistry]
- takes: the class of a load balancer, as service.k8s.aws/nlb; empty for the cluster's default
  pattern: ^[-A-Za-z0-9._/]*$
  keys: [traefik.service.loadBalancerClass]
- takes: ranges of addresses, as 192.0.2.0/24
  pattern: ^[0-9a-f.:]+/[0-9]{1,3}$
  keys: [traefik.service.loadBalancerSourceRanges]
{{- end }}

{{/* What a quantity of resources looks like. */}}
{{- define "bernstein.forms.quantity" -}}
^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$
{{- end }}
