#pragma once

#include <string>

#include "framework/run_folder/embedding_file.h"

namespace facet {

/// The label by which runs are compared, of one column. Throws Error that names the file at `path`,
/// whose labels these are.
Label compared_label(const LabelledEmbedding& file, const std::string& path,
                     const std::string& name);

/// T, whatever its kind.
at::Tensor column_values(const Label& label);

/// T bool: where the label has a value.
at::Tensor rows_with_value(const Label& label);

/// Throws Error where the classes differ: a text has a number of its own in each run.
void require_same_classes(const Label& label, const std::string& path, const Label& first,
                          const std::string& first_path);

}  // namespace facet
