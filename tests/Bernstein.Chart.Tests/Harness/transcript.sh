# What Transcript.cs has bash run: first what all cases of a file begin with, then each command of a case. What a command says ends with character 036.

# Parts of the project, at the same places here.
copy() { for part; do mkdir -p "$(dirname "$part")" && cp -R "$PROJECT/$part" "$part"; done; }
link() { for part; do mkdir -p "$(dirname "$part")" && ln -s "$PROJECT/$part" "$part"; done; }
# A program called NAME, of bash.
program() { mkdir -p "$(dirname "$1")" && rm -f "$1" && printf '#!/usr/bin/env bash\n%s\n' "$2" >"$1" && chmod +x "$1"; }
# Puts one text in the place of another, which must be there.
edit() {
  local text
  text=$(<"$1")
  case $text in *"$2"*) printf '%s\n' "${text%%"$2"*}$3${text#*"$2"}" >"$1" ;; *) echo "there is no «$2» in $1" >&2 && return 1 ;; esac
}

# Ends the test where this machine can't hold it.
skip() { echo "$*" >&4 && exit 77; }
# A tool that npm brings into the project.
bring() {
  if ! "$PROJECT/scripts/tools/bring" test "$1" 2>"$said/brought"; then
    ! grep -q 'npm could not install' "$said/brought" || skip 'needs the registry of npm'
    cat "$said/brought" >&2 && return 1
  fi
}

exec 4>&2
cd "$HERE" # as it is named, and not as it is reached
said=$(cd .. && pwd)
set -e
eval "$1"
set +e
shift
for command; do
  code=0
  eval "$command" >"$said/output" 2>"$said/errors" </dev/null || code=$?
  awk '{ print }' "$said/output"
  awk '{ print ($0 == "" ? "!" : "! " $0) }' "$said/errors"
  [ "$code" = 0 ] || echo "[$code]"
  printf '\036'
done
