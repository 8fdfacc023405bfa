#pragma once

#include <optional>
#include <string>
#include <vector>

namespace facet {

/// A part of what is promised within a version of the sdk: what it is now, and the file in
/// sdk/stability/ that says what it was when the version was recorded.
struct RecordPart {
  std::string file;                ///< `components.txt`, relative to the folder of the record
  std::vector<std::string> lines;  ///< sorted
};

/// What does not depend on libtorch: the options of the components that come with Facet.
RecordPart components_part();
/// The sdk's classes, and the symbols of its library. Both name libtorch's types, so there is a
/// record for each libtorch with which one was written.
RecordPart classes_part();
RecordPart symbols_part();

/// Where the record is kept.
std::string record_folder();

/// Whether a record was ever written with this libtorch.
bool is_recorded(const RecordPart& part);

/// How `part` of the sdk's `version` and the record in `folder` disagree, and what to do; empty:
/// they agree.
std::string disagreement(const RecordPart& part, const std::string& version,
                         const std::string& folder);

/// Writes the record of a part. Throws Error where the record is of the same version and says
/// otherwise: within a version nothing changes.
void write_part(const RecordPart& part, const std::string& version, const std::string& folder);

}  // namespace facet
