{{/* Keys that are not there stop Helm before a template looks for them. */}}
{{- define "bernstein.missing" }}
{{- $place := "nodeSelector tolerations priorityClassName podAnnotations" }}
{{- $page := print "image host annotations replicas resources spread autoscaling disruptionBudget " $place }}
{{- $keys := dict
  "" "namespace podSecurity flatFiles"
  "networkPolicy" "enabled"
  "guards" "enabled image"
  "global" "imageRegistry imagePullPolicy imagePullSecrets"
  "redis" (print "image resources " $place)
  "redis.external" "host"
  "redis.volume" "enabled size storageClass"
  "redis.ledger" "enabled"
  "postgres" (print "image resources database user password existingSecret authentication " $place)
  "postgres.existingSecretKeys" "user password"
  "postgres.external" "host port sslMode caSecret"
  "postgres.volume" "existingClaim size storageClass hostPath node"
  "poll" $page "poll.spread" "rule over" "poll.disruptionBudget" "enabled" "poll.canary" "image weight replicas"
  "poll.autoscaling" "enabled minReplicas maxReplicas targetCPU" "result.autoscaling" "enabled minReplicas maxReplicas targetCPU"
  "worker" (print "image resources replicas " $place)
  "result" $page "result.spread" "rule over" "result.disruptionBudget" "enabled"
  "traefik" (print "image resources namespace replicas ingressClass clusterWide " $place)
  "traefik.service" (print "type annotations httpNodePort dashboardNodePort externalTrafficPolicy loadBalancerClass "
    "loadBalancerSourceRanges ipFamilyPolicy")
  "traefik.dashboard" "enabled" "traefik.tls" "secretName redirect nodePort"
  "traefik.spread" "rule over" "traefik.disruptionBudget" "enabled"
  "cadvisor" "enabled image namespace resources nodeSelector priorityClassName podAnnotations"
  "backup" "enabled schedule keep" "backup.volume" "size storageClass"
  "monitoring.redisExporter" "image" "monitoring.postgresExporter" "image" "monitoring" "enabled" }}
{{- $missing := list }}
{{- range $path, $names := $keys }}
{{- $map := $.Values }}
{{- range splitList "." $path | compact }}
{{- $map = index $map . | default dict }}
{{- end }}
{{- range splitList " " $names }}
{{- if kindIs "invalid" (index $map .) }}
{{- $missing = append $missing (print $path "." . | trimPrefix ".") }}
{{- end }}
{{- end }}
{{- end }}
{{- with $missing }}
{{- fail (printf "\n  blank or missing: %s\n  %s\n  %s" (join ", " .)
  "A key without a value (password:) removes it: write an empty text as \"\", or leave the key out for the default."
  "An upgrade that keeps the values of the release takes new keys with --reset-then-reuse-values (Helm 3.14), not with --reuse-values.") }}
{{- end }}
{{- end }}
