# Sourced by run, test and bench: what the machine needs, and how it gets it.
# A name that ends in "?" is installed where the distribution has it, and done without elsewhere.

run_packages=(
  build-essential pkg-config meson ninja-build gettext
  libglib2.0-dev libgtk-4-dev libgtk-4-bin libadwaita-1-dev
  libsqlite3-dev libxml2-dev libxslt1-dev libpango1.0-dev libarchive-dev nettle-dev libxlsxwriter-dev libjson-glib-dev librsvg2-dev
  adwaita-icon-theme librsvg2-common fonts-cantarell dconf-gsettings-backend
  desktop-file-utils shared-mime-info
)

test_packages=(
  git python3 'clang-14?' 'clang-format-14?'
  sqlite3 libxml2-utils xsltproc jing trang appstream 'libreoffice-writer-nogui?' 'libreoffice-calc-nogui?'
  xvfb xauth x11-utils xdotool dbus dbus-x11 at-spi2-core libatspi2.0-dev gir1.2-atspi-2.0 python3-gi
  imagemagick picom procps locales poppler-utils
)

bench_packages=(
  git python3 sqlite3 libxml2-utils xsltproc xvfb xauth dbus dbus-x11 at-spi2-core gnome-text-editor procps
)

# What looks at pages is a browser, and npm has what it is asked with. Some systems have them under other names.
page_packages () {
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || echo 'chromium?'
  command -v npm >/dev/null || echo 'nodejs? npm?'
}

# Beside the test that needs them, in the versions its lock names; without a network that test is skipped, and says so.
install_page_tools () {
  local folder=$root/tests/pages

  [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && return 0
  say "Luotain: installing axe …"
  command -v npm >/dev/null && (cd "$folder" && quietly npm ci --ignore-scripts --no-audit --no-fund) \
    || say "axe could not be installed: the test of the pages will be skipped."
}

say () {
  printf '%s\n' "$*" >&2
}

# Debian 12 and Ubuntu 24.04 or later are known to have every package; of others only the person who sits there knows.
known_system () {
  local ID='' VERSION_ID=''

  [ -r /etc/os-release ] && . /etc/os-release
  case "$ID" in
    debian) [ "${VERSION_ID:-99}" -ge 12 ] ;;
    ubuntu) [ "${VERSION_ID%%.*}" -ge 24 ] ;;
    *) false ;;
  esac
}

as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    env "$@"
  elif command -v sudo >/dev/null; then
    sudo env "$@"
  else
    say "This step needs root, and there is no sudo: run as root once:"
    say "  $*"
    exit 1
  fi
}

missing_packages () {
  comm -13 <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u) \
    <(printf '%s\n' "$@" | sort -u)
}

available_packages () {
  local name

  for name in "$@"; do
    [ -n "$(apt-cache --names-only search "^$name\$" 2>/dev/null)" ] && echo "$name"
  done
  return 0
}

install_with_apt () {
  local required=() optional=() missing wanted name

  for name in "$@"; do
    case "$name" in
      *'?') optional+=("${name%'?'}") ;;
      *) required+=("$name") ;;
    esac
  done

  missing=$(missing_packages "${required[@]}")
  wanted=$(missing_packages "${optional[@]}")
  [ -z "$missing" ] && wanted=$([ -z "$wanted" ] || available_packages $wanted)
  [ -z "$missing$wanted" ] && return 0

  say "Installing $(wc -w <<<"$missing $wanted") packages with apt …"
  quietly as_root apt-get -q -o DPkg::Lock::Timeout=300 update
  [ -z "$wanted" ] || wanted=$(available_packages $wanted)
  quietly as_root DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
    install --no-install-recommends $missing $wanted
}

# What a command says is shown only if it fails.
quietly () {
  local log status=0

  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  [ "$status" -eq 0 ] || tail -n 40 "$log" >&2
  rm -f "$log"
  return "$status"
}

# Elsewhere nothing is installed. Where all is there already the work goes on; else the names are printed.
require_tools () {
  local tool module lacking=()

  for tool in cc meson ninja pkg-config msgfmt glib-compile-resources; do
    command -v "$tool" >/dev/null || lacking+=("$tool")
  done
  for module in 'gtk4 >= 4.8' 'libadwaita-1 >= 1.2' 'sqlite3 >= 3.40' 'libxml-2.0 >= 2.9.14' libxslt 'pangocairo >= 1.50' 'libarchive >= 3.6' nettle xlsxwriter 'json-glib-1.0 >= 1.6' 'librsvg-2.0 >= 2.54'; do
    pkg-config --exists "$module" 2>/dev/null || lacking+=("$module")
  done
  [ ${#lacking[@]} -eq 0 ] && return 0

  say "This system is not one Luotain can install packages on (Debian 12, Ubuntu 24.04, or later)."
  say "Not found: $(printf '%s, ' "${lacking[@]}" | sed 's/, $//')"
  say "Install these, by the names your system gives them, and start again:"
  printf '%s\n' "${@%'?'}" | sort -u | fmt -w 90 | sed 's/^/  /' >&2
  exit 1
}

ensure_packages () {
  if known_system; then
    install_with_apt "$@"
  else
    require_tools "$@"
  fi
}

# build_in DIRECTORY OPTION…: configures once, again when the options have changed, and builds.
build_in () {
  local directory=$1 options
  shift
  options="$*"

  if [ ! -f "$directory/build.ninja" ] || [ "$(cat "$directory/.options" 2>/dev/null)" != "$options" ]; then
    rm -rf "$directory"
    meson setup "$directory" "$@" >"$directory.log" 2>&1 || { cat "$directory.log" >&2; return 1; }
    mv "$directory.log" "$directory/setup.log"
    printf '%s' "$options" >"$directory/.options"
  fi
  ninja -C "$directory" >"$directory/ninja.log" 2>&1 || { tail -n 60 "$directory/ninja.log" >&2; return 1; }
}
