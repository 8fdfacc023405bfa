#pragma once

#include <c10/util/ArrayRef.h>

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// `a, b`
FACET_API std::string join(const std::vector<std::string>& items,
                           const std::string& between = ", ");

/// `'a', 'b'`
FACET_API std::string quoted(const std::vector<std::string>& names,
                             const std::string& between = ", ");

/// Of a tensor: `4125 x 31`, or `a single value`.
FACET_API std::string shape_text(c10::ArrayRef<std::int64_t> sizes);

/// Without characters that a terminal would obey: they become `\x1b`. Lines and tabs stay.
FACET_API std::string printable(const std::string& text);

/// Puts question marks where `text` has what neither a config nor a line of a message can hold, and
/// says what that was: `a line break or another control character`, `bytes that are not UTF-8`;
/// empty: nothing.
FACET_API std::string make_plain(std::string& text);

/// `0.05`, `1e+20`: with at most so many digits that count, the same in every locale.
FACET_API std::string number_text(double value, int digits = 6);

}  // namespace facet
