#pragma once

#include <optional>
#include <string>
#include <vector>

namespace facet::hdf5::pandas {

/// What a column is called: one text, or one for each row of names.
using Name = std::vector<std::string>;

/// `nose.x`
std::string joined(const Name& name);

/// pandas keeps names as pickles. Nothing is given where there is more in them than texts and whole
/// numbers (read_text_pickle), as in names that are dates, or where they have another form.

/// Of a pickled list of names, `values_block_0_kind`.
std::optional<std::vector<Name>> pickled_names(const std::string& pickle);

/// Those of the columns in `non_index_axes`, a list of axes with their names.
std::optional<std::vector<Name>> pickled_column_names(const std::string& pickle);

/// The name of the index in `info`.
std::optional<std::string> pickled_index_name(const std::string& pickle);

}  // namespace facet::hdf5::pandas
