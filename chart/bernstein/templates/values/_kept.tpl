{{- /* What the cluster holds, and these values would lose. Empty without a cluster. */}}
{{- define "bernstein.mistakes.kept" }}
{{- $move := "them (docs/operations.md, «Move the volume»)" }}
{{- $ours := empty .Values.postgres.external.host }}
{{- $name := include "bernstein.kept.claim" . }}
{{- $claim := ternary (lookup "v1" "PersistentVolumeClaim" .Values.namespace $name) dict $ours }}
{{- if $claim }}
{{- include "bernstein.mistakes.credentials" (list $ $name) }}
{{- end }}
{{- $note := include "bernstein.kept.note" (list $ $name $claim) | fromJson }}
{{- $major := $note.major }}
{{- $new := include "bernstein.image.major" .Values.postgres.image }}
{{- $where := printf "the votes on the claim %s are in the database %s" $name $note.database }}
{{- $lost := list (list "postgres.database" .Values.postgres.database $note.database $where "") }}
{{- if and $major $new (ne $major $new) }}
{{- $where = printf "PostgreSQL %s can't read the votes that %s wrote on the claim %s" $new $major $name }}
{{- $lost = append $lost (list "postgres.image" .Values.postgres.image (print "postgres:" $major) $where $move) }}
{{- end }}
{{- $bound := dig "spec" "volumeName" "" (ternary dict $claim (ne .Values.postgres.volume.existingClaim "")) }}
{{- $volume := dict }}
{{- if eq $bound "postgres" }}
{{- $volume = lookup "v1" "PersistentVolume" "" "postgres" }}
{{- end }}
{{- $folder := dig "spec" "hostPath" "path" "" $volume }}
{{- if $bound }}
{{- $where = ternary (print "in the folder " $folder) (print "on the volume " $bound) (ne $folder "") | print "the votes are " }}
{{- $lost = append $lost (list "postgres.volume.hostPath" (quote .Values.postgres.volume.hostPath) (quote $folder) $where $move) }}
{{- end }}
{{- range dig "spec" "nodeAffinity" "required" "nodeSelectorTerms" list $volume }}
{{- $node := dig "values" list (first .matchExpressions) | first }}
{{- $where = print "the votes are on the node " $node }}
{{- $lost = append $lost (list "postgres.volume.node" (quote $.Values.postgres.volume.node) $node $where $move) }}
{{- end }}
{{- $moves := dict "postgres" "the votes (docs/operations.md, «Move the volume»)" }}
{{- range $key, $claim := dict "postgres" (ternary $name "" $ours) "redis" "redis" "backup" "backups" }}
{{- $held := dig "spec" "storageClassName" "" (lookup "v1" "PersistentVolumeClaim" $.Values.namespace $claim) }}
{{- $given := (get $.Values $key).volume.storageClass }}
{{- $where = printf "the claim %s is of the class %s, which no upgrade can change" $claim $held }}
{{- if and $given $claim (ne $claim $.Values.postgres.volume.existingClaim) }}
{{- $lost = append $lost (list (print $key ".volume.storageClass") $given $held $where (get $moves $key)) }}
{{- end }}
{{- end }}
{{- $before := include "bernstein.kept.namespace" . }}
{{- if and $before $ours (lookup "v1" "PersistentVolumeClaim" $before $name) }}
{{- $where = printf "the votes are on the claim %s of the namespace %s, where they would stay" $name $before }}
{{- $lost = append $lost (list "namespace" .Values.namespace $before $where "them (docs/operations.md, «Move to another namespace»)") }}
{{- else if not $before }}
{{- with include "bernstein.kept.owner" . }}
{{- $where = printf "the volume postgres belongs to the claim postgres of the namespace %s, with the votes" . }}
{{- $lost = append $lost (list "namespace" $.Values.namespace . $where "them (docs/operations.md, «Move to another namespace»)") }}
{{- end }}
{{- end }}
{{- range $lost }}
{{- $held := trimAll `"` (index . 2) }}
{{- if and (index . 2) (ne (trimAll `"` (index . 1)) $held) }}
{{ index . 0 }} is {{ index . 1 }}, and {{ index . 3 }}: set it to {{ index . 2 }}
{{- with index . 4 }}, or move {{ . }}{{ end }}
{{- end }}
{{- end }}
{{- end }}
