#include "fuzz/input_kinds.h"

#include <ATen/Functions.h>

#include <filesystem>

#include "facet/npz.h"
#include "facet/reader.h"
#include "framework/config/config_file.h"
#include "framework/packs/allowed_signers.h"
#include "framework/packs/pack.h"
#include "framework/packs/pack_checksums.h"
#include "framework/packs/ssh_signature.h"
#include "framework/plugin_loader/components_file.h"
#include "framework/plugin_loader/plugin_report.h"
#include "framework/run/train.h"
#include "framework/run_folder/embedding_file.h"
#include "framework/run_folder/trained_run.h"
#include "framework/shipping/archive_reader.h"
#include "framework/shipping/work_folder.h"
#include "integration/small_run.h"
#include "plugins/built_plugins.h"
#include "temporary_folder.h"

namespace facet {

namespace {

const std::string& work_folder() {
  static const TemporaryFolder folder;
  return folder.path();
}

/// Written anew for each input, so that nothing of another one is left.
std::string written(const std::string& name, const std::string& bytes) {
  const std::string path = work_folder() + "/" + name;
  std::filesystem::remove(path);
  write_text(path, bytes);
  return path;
}

std::string corpus(const std::string& name) {
  return read_text(FUZZ_CORPUS "/" + name);
}

void read_all(const std::string& reader, const std::string& path) {
  for (const FileArray& array : make<Reader>(reader)->list(path)) {
    if (!array.why_unreadable().empty()) continue;
    array.is_ragged() ? void(array.read_ragged()) : void(array.read());
  }
}

/// All arrays of a recording; `file` lies in the corpus.
InputKind recording(const std::string& name, const std::string& file) {
  const std::string reader_name = file.substr(file.rfind('.') + 1);
  return {name, corpus(name + "/" + file), [file, reader_name](const std::string& bytes) {
            read_all(reader_name, written("input-" + file, bytes));
          }};
}

/// The same of a folder in the corpus, of which one file is the input.
InputKind folder_recording(const std::string& name, const std::string& reader,
                           const std::string& file) {
  return {name, corpus(reader + "/" + file), [reader, file](const std::string& bytes) {
            const std::string folder = work_folder() + "/input-" + reader;
            std::filesystem::remove_all(folder);
            std::filesystem::copy(FUZZ_CORPUS "/" + reader, folder,
                                  std::filesystem::copy_options::recursive);
            std::filesystem::remove(folder + "/" + file);
            write_text(folder + "/" + file, bytes);
            read_all(reader, folder);
          }};
}

/// A run that was trained for a few steps; each input stands in the place of one of its files.
const RunFolder& trained_run() {
  static const RunFolder run(work_folder() + "/run");
  if (std::filesystem::exists(run.path())) return run;
  const RunConfig config = read_run_config(write_small_run(work_folder()), {}, built_plugins());
  train(config, run, built_plugins());
  return run;
}

InputKind run_file(const std::string& name, const std::string& file,
                   const std::function<void(const RunFolder&)>& use) {
  const std::string path = trained_run().path() + "/" + file;
  const std::string whole = read_text(path);
  return {name, whole, [path, whole, use](const std::string& bytes) {
            write_text(path, bytes);
            try {
              use(trained_run());
            } catch (...) {
              write_text(path, whole);
              throw;
            }
            write_text(path, whole);
          }};
}

void go_on(const RunFolder& run) {
  const RunConfig config = read_run_config(run.config(), {}, built_plugins());
  train(config, run, built_plugins(), {}, TrainFrom::checkpoint);
}

}  // namespace

const std::vector<InputKind>& input_kinds() {
  static const std::vector<InputKind> kinds = {
      recording("npz", "recording.npz"),
      recording("npz-pynapple", "recording.npz"),
      recording("csv-text", "recording.csv"),
      recording("h5-pandas", "recording.h5"),
      recording("h5-pandas-fixed", "recording.h5"),
      recording("h5-deeplabcut", "recording.h5"),
      recording("h5-sleap", "recording.h5"),
      recording("npz-deflated", "recording.npz"),
      recording("npz-swapped", "recording.npz"),
      recording("npy", "recording.npy"),
      recording("csv", "recording.csv"),
      recording("tsv", "recording.tsv"),
      recording("deeplabcut", "recording.csv"),
      recording("h5", "recording.h5"),
      recording("h5-filters", "recording.h5"),
      recording("h5-links", "recording.h5"),
      recording("h5-ragged", "recording.h5"),
      recording("h5-text", "recording.h5"),
      recording("nwb", "recording.nwb"),
      recording("mat", "recording.mat"),
      recording("mat-sparse", "recording.mat"),
      recording("mat-classes", "recording.mat"),
      recording("mat73", "recording.mat"),
      recording("mat73-classes", "recording.mat"),
      recording("mat-elements", "recording.mat"),
      recording("mat73-elements", "recording.mat"),
      recording("mat73-circles", "recording.mat"),
      folder_recording("phy-times", "phy", "spike_times.npy"),
      folder_recording("phy-clusters", "phy", "spike_clusters.npy"),
      folder_recording("phy-params", "phy", "params.py"),
      folder_recording("phy-table", "phy", "cluster_group.tsv"),
      folder_recording("suite2p-traces", "suite2p", "plane0/F.npy"),
      folder_recording("suite2p-neuropil", "suite2p", "plane1/Fneu.npy"),
      folder_recording("suite2p-cells", "suite2p", "plane0/iscell.npy"),
      {"config", corpus("config/config.toml"),
       [](const std::string& bytes) {
         parse_run_config_text(bytes, "fuzz", built_plugins(), DataFiles::at_hand);
       }},
      {"pack", corpus("pack/pack.toml"),
       [](const std::string& bytes) { parse_pack(bytes, "pack.toml"); }},
      {"pack-archive", corpus("pack-archive/lab.facetpack"),
       [](const std::string& bytes) {
         const WorkFolder unpacked(work_folder());
         unpack_archive(written("pack.facetpack", bytes), unpacked.path());
       }},
      {"pack-checksums", corpus("pack-checksums/SHA256SUMS"),
       [](const std::string& bytes) { parse_checksums(bytes); }},
      {"pack-signature", corpus("pack-signature/SHA256SUMS.sig"),
       [](const std::string& bytes) { verified_key(bytes, corpus("pack-checksums/SHA256SUMS")); }},
      {"allowed-signers", corpus("allowed-signers/allowed_signers"),
       [](const std::string& bytes) {
         find_allowed_signer(written("allowed_signers", bytes), "no key", 0);
       }},
      {"components", read_text(FACET_PLUGINS "/csv.components.json"),
       [](const std::string& bytes) {
         written("plugin.components.json", bytes);
         read_components_file(work_folder() + "/plugin.so");
       }},
      {"plugin", read_text(FACET_PLUGINS "/csv.so"),
       [](const std::string& bytes) { report_plugin(written("plugin.so", bytes)); }},
      run_file("run-config", "config.toml",
               [](const RunFolder& run) { load_run(run, built_plugins()); }),
      run_file("model", "model.npz", [](const RunFolder& run) { load_run(run, built_plugins()); }),
      run_file("embedding", "embedding.npz",
               [](const RunFolder& run) { load_embedding(run.embedding()); }),
      run_file("checkpoint", "checkpoint.npz", go_on),
      run_file("run-record", "run.json", go_on)};
  return kinds;
}

}  // namespace facet
