#pragma once

#include <string>

#include "facet/file_array.h"

namespace facet {

/// What a reader gives for the array `name`. Throw Error where it is not what was announced.
void require_plain(const at::Tensor& values, c10::ArrayRef<std::int64_t> shape, at::ScalarType type,
                   const std::string& name);
void require_text(const TextValues& text, std::int64_t rows, const std::string& name);
/// `shape` is {rows} or {rows, d}.
void require_ragged(const RaggedValues& ragged, c10::ArrayRef<std::int64_t> shape,
                    at::ScalarType type, const std::string& name);

}  // namespace facet
