{{/*
Whether the cluster knows a kind of the Prometheus Operator: monitors then say where the metrics are, else annotations do. Call with (list $ "KIND").
*/}}
{{- define "bernstein.monitoring.operator" -}}
{{- if (first .).Capabilities.APIVersions.Has (print "monitoring.coreos.com/v1/" (last .)) }}true{{ end }}
{{- end }}

{{/*
A file of files/ that has words in capitals for what only the values know: Prometheus and Grafana open it as it is. Only what the namespaces of
the release show counts: another redis of the cluster must not stand in for ours. Call with (list $ "FILE").
*/}}
{{- define "bernstein.monitoring.file" -}}
{{- $values := (first .).Values }}
{{- $text := (first .).Files.Get (last .) | trim }}
{{- range $word := list "TRAEFIK" "CADVISOR" }}
{{- $text = replace (print $word "_NAMESPACE") (get $values (lower $word)).namespace $text }}
{{- end }}
{{- range $word := list "POLL" "RESULT" }}
{{- $text = replace (print $word "_HOST") (get $values (lower $word)).host $text }}
{{- end }}
{{- replace "NAMESPACE" $values.namespace $text }}
{{- end }}
