#pragma once

#include <string>
#include <vector>

#include "facet/npz.h"

namespace facet {

/// An npz file of a run: arrays, and before them `format`, the number of the file's format (see
/// format.h).
void write_run_arrays(const std::string& path, const std::vector<NamedTensor>& arrays);
/// The same of arrays some of which may be text.
void write_run_file(const std::string& path, const FileArrays& arrays);

/// The arrays without that number. Throws Error where it is missing, or newer than this Facet
/// reads; and read_run_arrays where one cannot be read or is text.
FileArrays list_run_file(const std::string& path);
std::vector<NamedTensor> read_run_arrays(const std::string& path);

/// A text as an array, its bytes (uint8), and back.
at::Tensor text_array(const std::string& text);
std::string text_in(const at::Tensor& array);

/// What a file that was made by a model says of it: the checksum of model.npz (see RunFolder).
inline constexpr const char* model_array = "model_checksum";
/// And of which session it is, where the run has several.
inline constexpr const char* session_array = "session";

/// The same, read from the file at `path`; empty where it does not say.
std::string model_of(const std::string& path);

}  // namespace facet
