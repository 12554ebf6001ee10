{{- define "bernstein.mistakes.pages" }}
{{- if eq .Values.poll.host .Values.result.host }}
poll.host and result.host are both {{ .Values.poll.host }}: give each page a host of its own
{{- end }}
{{- $written := dict "kubernetes.io/ingress.class" "traefik.ingressClass" "traefik.ingress.kubernetes.io/service-weights" "poll.canary" }}
{{- range $name, $page := pick .Values "poll" "result" }}
{{- range $annotation, $key := $written }}
{{- if hasKey $page.annotations $annotation }}
{{ $name }}.annotations holds {{ $annotation }}, which the chart writes itself: set {{ $key }}
{{- end }}
{{- end }}
{{- with $page.autoscaling }}
{{- include "bernstein.mistakes.rows" (list
  (list (and .enabled (eq $page.spread.rule "required"))
    (printf "%s.autoscaling.enabled and %s.spread.rule: required don't go together: %s; set %s.spread.rule: preferred" $name $name
      "instances beyond the number of nodes would stay Pending" $name))
  (list (and .enabled (gt (int .minReplicas) (int .maxReplicas)))
    (printf "%s.autoscaling.minReplicas is %v and %s.autoscaling.maxReplicas is %v: the minimum can't be more than the maximum"
      $name .minReplicas $name .maxReplicas))
  (list (and .enabled (not (dig "requests" "cpu" "" $page.resources)))
    (printf "%s.autoscaling.enabled needs %s.resources.requests.cpu: the target is a percentage of it" $name $name))) }}
{{- end }}
{{- end }}
{{- end }}
