#pragma once

#include <c10/core/ScalarType.h>

#include <string>

namespace facet {

struct SafeTensorsType {
  const char* name;
  at::ScalarType type;
};

/// The types of the format that libtorch has, too.
inline constexpr SafeTensorsType safetensors_types[] = {
    {"F64", at::kDouble}, {"F32", at::kFloat}, {"F16", at::kHalf},  {"BF16", at::kBFloat16},
    {"I64", at::kLong},   {"I32", at::kInt},   {"I16", at::kShort}, {"I8", at::kChar},
    {"U8", at::kByte},    {"BOOL", at::kBool}};

}  // namespace facet
