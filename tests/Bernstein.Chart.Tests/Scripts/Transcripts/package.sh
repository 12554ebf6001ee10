# What the transcripts of scripts/package and scripts/release begin with: a working copy whose archive goes into out.
case $("$HELM" version --template '{{.Version}}') in v3.*) skip "$HELM is one that writes the clock into its archives" ;; esac
copy chart values CHANGELOG.md LICENSE scripts/package scripts/release
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
git init --quiet
git add --all
archive=out/bernstein-$VERSION.tgz
published=https://github.com/OWNER/bernstein

# CHANGELOG.md, whose newest section is of a DAY, or unreleased, and has these LINES.
section() { printf '## [%s] - %s\n\n%s\n' "$VERSION" "$1" "${2-### Added

- all}" >CHANGELOG.md; }
package() { scripts/package out "$@"; }
# Chart.yaml of the archive.
metadata() { package "$@" >/dev/null && tar -xOzf "$archive" bernstein/Chart.yaml; }
commit() { git add --all && git commit --quiet --message All; }
# A key of GnuPG, as NAME.secret.gpg and NAME.public.gpg, with its PASSPHRASE. It is gone with the test, and so needs no work that keeps a thief from guessing.
key() {
  mkdir -m 700 "$HERE/../$1" && echo 's2k-count 65536' >"$HERE/../$1/gpg-agent.conf" && printf %s "${2-}" >"$1.passphrase"
  local gpg=(gpg --homedir "$HERE/../$1" --batch --quiet --pinentry-mode loopback --passphrase-file "$1.passphrase")
  trap 'for home in "$HERE"/../*/gpg-agent.conf; do gpgconf --homedir "$(dirname "$home")" --kill all; done' EXIT
  "${gpg[@]}" --quick-generate-key "$1" ed25519 sign never && "${gpg[@]}" --output "$1.public.gpg" --export "$1" &&
    "${gpg[@]}" --output "$1.secret.gpg" --export-secret-keys "$1"
}
# An OCI registry that nobody but this machine reaches, and that ends with the shell. It takes a free port itself, so that nobody can be faster.
registry() {
  printf 'version: 0.1\nlog: {accesslog: {disabled: true}}\nstorage: {filesystem: {rootdirectory: "%s"}}\nhttp: {addr: "127.0.0.1:0"}\n' "$HERE/storage" >registry.yml
  docker-registry serve registry.yml >registry.log 2>&1 &
  trap "kill $!; $(trap -p EXIT | sed "s/^trap -- '\(.*\)' EXIT$/\1/")" EXIT
  local port
  until port=$(sed -n 's/.*listening on 127\.0\.0\.1:\([0-9]*\).*/\1/p' registry.log) && [ -n "$port" ]; do sleep 0.1; done
  charts=oci://127.0.0.1:$port/charts
}
# Helm without TLS, and with no knowledge from elsewhere or for later.
helm() { HELM_CACHE_HOME=$HERE/cache HELM_CONFIG_HOME=$HERE/config HELM_DATA_HOME=$HERE/data "$HELM" "$@" --plain-http; }
