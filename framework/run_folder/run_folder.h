#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// A run is a folder: one training with all it wrote. Every file is written atomically.
class FACET_API RunFolder {
 public:
  explicit RunFolder(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }
  std::string config() const { return path_ + "/config.toml"; }   ///< resolved, gives it again
  std::string history() const { return path_ + "/history.csv"; }  ///< one row per step
  std::string validation() const { return path_ + "/validation.csv"; }  ///< one row per validation
  std::string model() const { return path_ + "/model.npz"; }            ///< see model_file.h
  std::string checkpoint() const { return path_ + "/checkpoint.npz"; }  ///< see resume.h
  std::string embedding() const { return path_ + "/embedding.npz"; }    ///< see embedding_file.h
  std::string attribution() const { return path_ + "/attribution.npz"; }  ///< see attribute.h
  /// With data.zscore: `signal_scale.npz`, of a further session `signal_scale-1.npz` and so on.
  std::string signal_scale(std::size_t session = 0) const {
    return path_ + "/signal_scale" + (session ? "-" + std::to_string(session) : "") + ".npz";
  }
  std::string report() const { return path_ + "/report.html"; }    ///< see report.h
  std::string record() const { return path_ + "/run.json"; }       ///< see run_record.h
  std::string metrics() const { return path_ + "/metrics.json"; }  ///< see metrics_file.h

  /// Makes the folder, with those above it. Throws Error that names it.
  void create() const;
  /// Throws Error that says what is missing when there is no run in the folder, or that its record
  /// cannot be read: it is damaged, or of a newer Facet.
  void require() const;
  /// Throws Error where another process is still writing the run.
  void require_ended() const;
  /// `sha256:...` of model.npz, by which other files say which model they are of.
  std::string model_checksum() const;

 private:
  std::string path_;
};

}  // namespace facet
