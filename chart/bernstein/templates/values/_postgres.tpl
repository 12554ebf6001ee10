{{- define "bernstein.mistakes.postgres" }}
{{- with .Values.postgres }}
{{- $outside := "remove one, a database outside the cluster keeps the votes itself" }}
{{- $single := "remove one, the credentials come from a single place" }}
{{- include "bernstein.mistakes.rows" (list
  (list (and .existingSecret .password) (print "postgres.existingSecret and postgres.password are both set: " $single))
  (list (and .external.host (not (or .existingSecret .password)))
    "postgres.external.host needs the credentials of that database: set postgres.existingSecret, or postgres.user and postgres.password")
  (list (and .existingSecret (ne .user "bernstein")) (print "postgres.existingSecret and postgres.user are both set: " $single))) }}
{{- range $key, $name := ternary dict .existingSecretKeys (ne .existingSecret "") }}
{{- if ne $name (print "POSTGRES_" (upper $key)) }}
postgres.existingSecretKeys.{{ $key }} is {{ $name }}, a key of a Secret that is not named: set postgres.existingSecret
{{- end }}
{{- end }}
{{- with .external }}
{{- include "bernstein.mistakes.rows" (list
  (list (and .caSecret (not .host))
    "postgres.external.caSecret is set and postgres.external.host is not: the postgres of the chart has no certificate")
  (list (and .caSecret (has .sslMode (list "disable" "allow" "prefer")))
    (printf "postgres.external.caSecret is set and postgres.external.sslMode is %s, which verifies nothing: set it to verify-full"
      .sslMode))
  (list (and .host (hasPrefix "verify-" .sslMode) (not .caSecret))
    (printf "postgres.external.sslMode is %s, and there is no CA to verify it with: set %s to a Secret that has it as ca.crt"
      .sslMode "postgres.external.caSecret"))) }}
{{- end }}
{{- /* The image of result writes all three into one address as they are, and initdb reads the first line of a password only. */}}
{{- range $key, $broken := dict "user" `[#/:?\\]|%[0-9A-Fa-f]{2}` "password" `[#/?\\]|%[0-9A-Fa-f]{2}` "database" `[#%?\\]` }}
{{- $text := get $.Values.postgres $key }}
{{- if regexMatch `[[:cntrl:]]` $text }}
postgres.{{ $key }} holds a line end or another control character: write it in one line (a file made by echo, or a block in YAML, ends
  with one)
{{- else if regexMatch $broken $text }}
postgres.{{ $key }} holds {{ regexFind $broken $text }}, which breaks the address that result makes of it: choose one without
{{- end }}
{{- end }}
{{- include "bernstein.mistakes.rows" (list
  (list (or (has .user (list "none" "public")) (hasPrefix "pg_" .user))
    (printf "postgres.user is %s, a name that PostgreSQL reserves (pg_…, none, public): choose another one" .user))
  (list (has .database (list "template0" "template1"))
    (printf "postgres.database is %s, which PostgreSQL copies for each new database: choose another one" .database))
  (list (or (contains "=" .database) (hasPrefix "postgres://" .database) (hasPrefix "postgresql://" .database))
    (printf "postgres.database is %s, which the tools of PostgreSQL read as connection settings: choose one without = and ://"
      .database))
  (list (and .external.host .volume.existingClaim)
    (print "postgres.external.host and postgres.volume.existingClaim are both set: " $outside))
  (list (and .external.host .volume.hostPath) (print "postgres.external.host and postgres.volume.hostPath are both set: " $outside))) }}
{{- with .volume }}
{{- include "bernstein.mistakes.rows" (list
  (list (and .existingClaim .hostPath)
    "postgres.volume.existingClaim and postgres.volume.hostPath are both set: remove one, the claim decides where its data are")
  (list (and .storageClass .hostPath)
    "postgres.volume.storageClass and postgres.volume.hostPath are both set: remove one, a volume made by hand has no class")
  (list (and .storageClass .existingClaim)
    "postgres.volume.storageClass and postgres.volume.existingClaim are both set: remove one, an existing claim has its class already")
  (list (has ".." (splitList "/" .hostPath)) (printf "postgres.volume.hostPath is %s: write the folder without .." .hostPath))
  (list (and .node (not .hostPath))
    "postgres.volume.node only pins a folder of a node: set postgres.volume.hostPath too, or use postgres.nodeSelector")) }}
{{- end }}
{{- end }}
{{- end }}
