{{- define "bernstein.mistakes.platform" }}
{{- with .Values }}
{{- $users := has .podSecurity (list "restricted" "openshift") }}
{{- include "bernstein.mistakes.rows" (list
  (list (and .flatFiles (lookup "v1" "Namespace" "" .namespace))
    (print "flatFiles is true, and Helm is connected to a cluster: it is for scripts/render only; without Helm's annotations an upgrade or "
      "an uninstallation could lose the votes: remove it"))
  (list (and .guards.enabled (not .redis.volume.enabled) (not .redis.external.host))
    "guards.enabled needs redis.volume.enabled: without a claim, the votes that wait in redis are lost with its pod")
  (list (and $users (contains "-alpine" .postgres.image) (not .postgres.external.host))
    (printf "podSecurity is %s and postgres.image is %s: only the image of Debian can start as a user that it does not know; %s"
      .podSecurity .postgres.image "take the tag without -alpine"))) }}
{{- if and $users (semverCompare "<1.22-0" $.Capabilities.KubeVersion.Version) }}
podSecurity is {{ .podSecurity }}, and Kubernetes is {{ $.Capabilities.KubeVersion.Version }}: before 1.22 no user but root may use
  port 80; set it to baseline
{{- end }}
{{- range $key, $namespace := dict "namespace" .namespace "traefik.namespace" .traefik.namespace }}
{{- $foreign := or (eq $namespace "default") (hasPrefix "kube-" $namespace) (hasPrefix "openshift" $namespace) }}
{{- if and $foreign (eq $.Values.podSecurity "openshift") }}
podSecurity is openshift and {{ $key }} is {{ $namespace }}, where OpenShift gives no user ids: set it to a project of your own
{{- end }}
{{- end }}
{{- end }}
{{- end }}
