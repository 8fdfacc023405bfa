#pragma once

#include <memory>
#include <string>

#include "facet/export.h"
#include "framework/packs/checked_pack.h"

namespace facet {

class WorkFolder;

/// A pack as a user names it: its folder, its archive, or, installed, its name (the newest version
/// then) or a requirement such as `lab_pack == 1.0`. An archive is unpacked for as long as this
/// object lives.
class FACET_API OpenedPack {
 public:
  /// Throws Error for what is no pack, and for one that check_pack does not pass.
  explicit OpenedPack(const std::string& named);
  ~OpenedPack();
  OpenedPack(const OpenedPack&) = delete;
  OpenedPack& operator=(const OpenedPack&) = delete;

  const CheckedPack& checked() const { return checked_; }
  const std::string& shown() const { return shown_; }  ///< how messages call it
  bool is_installed() const { return is_installed_; }

 private:
  std::unique_ptr<WorkFolder> unpacked_;
  std::string shown_;
  bool is_installed_ = false;
  CheckedPack checked_;
};

/// Opens a pack and checks every file of it. One that is installed is also held against what was
/// decided then. Throws Error with all that is wrong.
FACET_API std::unique_ptr<const OpenedPack> verify_pack(const std::string& named);

}  // namespace facet
