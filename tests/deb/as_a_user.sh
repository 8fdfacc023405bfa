#!/usr/bin/env bash
# What a user of an installed Facet does: as_a_user.sh trains|writes_a_plugin

set -euo pipefail
umask 002  # as Debian 13 gives users
cd
docs=/usr/share/doc/facet

trains() {
  facet --version
  facet plugin doctor
  if facet plugin new my_plugin 2>errors; then exit 1; fi  # it is no part of this package, which is told
  grep "apt install libfacet-dev" errors
  facet train $docs/docs/examples/linear_track.toml --out my_run --quiet
  facet evaluate my_run
  facet plot embedding my_run --label position --out embedding.png
  facet plot loss my_run --out loss.pdf
  grep -q "<title>" $docs/html/index.html
}

writes_a_plugin() {
  facet plugin new my_plugin
  cmake -S my_plugin -B my_plugin/build
  cmake --build my_plugin/build
  ctest --test-dir my_plugin/build
  facet plugin build my_plugin/my_plugin.cpp
  facet components criterion MarginLoss
  facet simulate recording.npz --num-bins 500
  cat >run.toml <<'END'
[data]
file = "recording.npz"
signals = "neurons"
[model]
name = "offset1-model"
num_output = 3
[[objective]]
slice = [0, 3]
loss = { name = "MarginLoss", margin = 0.5 }
distribution = { name = "time", time_offset = 1 }
[training]
steps = 20
batch_size = 64
END
  facet train run.toml --out with_plugin --quiet
  facet pack remove my_plugin
}

"$1"
