#!/usr/bin/env bash
# The packages on a Debian that has nothing else: fresh_debian.sh SUITE DEB...
#
# Makes a new Debian of the suite (bookworm, trixie) by debootstrap, installs the packages by apt and
# does what a user does: the example is trained and judged, a plugin made, built, tested and used.
# Debian's mirror is FACET_MIRROR, else that which debootstrap takes. It needs root.

set -euo pipefail
suite=$1
shift
root=$(mktemp -d)
chmod 755 "$root"  # apt downloads as a user of its own
mounted() { [[ -e $root/proc/self ]]; }
clean() { if mounted; then umount "$root/proc"; fi; rm -rf "$root"; }
trap clean EXIT

debootstrap --variant=minbase "$suite" "$root" ${FACET_MIRROR:+"$FACET_MIRROR"} >"$root.log" ||
  { tail "$root.log"; exit 1; }
rm "$root.log"
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/"
echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/quick"
mkdir "$root/packages"
cp "$@" "$root/packages/"
install -m 755 "$(dirname "$0")/as_a_user.sh" "$root/packages/"

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/bin:/usr/sbin:/bin:/sbin DEBIAN_FRONTEND=noninteractive OMP_NUM_THREADS=1 "$@"; }
inside apt-get update -qq
inside sh -c 'apt-get install -y -qq --no-install-recommends /packages/facet_*.deb /packages/facet-doc_*.deb' >/dev/null
inside useradd --create-home ada
inside su ada -c "/packages/as_a_user.sh trains"
inside sh -c 'apt-get install -y -qq --no-install-recommends /packages/libfacet-dev_*.deb cmake make' >/dev/null
inside su ada -c "/packages/as_a_user.sh writes_a_plugin"
inside apt-get purge -y -qq facet facet-doc libfacet-dev >/dev/null
left=$(find "$root/usr" -iname '*facet*' -not -path '*/c++/*')
[[ -z $left ]] || { echo "left after the packages were removed: $left"; exit 1; }
echo "fresh_debian.sh: all is well on $suite"
