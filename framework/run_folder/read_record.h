#pragma once

#include <functional>
#include <nlohmann/json.hpp>

#include "framework/data/run_data.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// Reads run.json and takes from it what `take` wants. Throws Error that names the file: where it
/// is missing, damaged (also where `take` misses something), or of a newer Facet.
void read_record(const RunFolder& folder, const std::function<void(const nlohmann::json&)>& take);

/// Throws Error where a recording is not what the run was trained on: its file has changed since.
void require_trained_data(const RunFolder& folder, const RunData& data);
/// The same of the signals and segments of one session, of which nothing else is needed.
void require_trained_signals(const RunFolder& folder, std::size_t session,
                             const Recording& recording);

}  // namespace facet
