#include "written_variable.h"

#include <boost/locale/encoding_utf.hpp>
#include <numeric>
#include <vector>

#include "facet/error.h"

namespace facet::matlab {

namespace {

struct Stored {
  matio_classes of_variable;
  matio_types of_values;
  int flags = 0;
};

Stored stored_as(at::ScalarType type) {
  switch (type) {
    case at::kBool: return {MAT_C_UINT8, MAT_T_UINT8, MAT_F_LOGICAL};
    case at::kByte: return {MAT_C_UINT8, MAT_T_UINT8};
    case at::kChar: return {MAT_C_INT8, MAT_T_INT8};
    case at::kShort: return {MAT_C_INT16, MAT_T_INT16};
    case at::kInt: return {MAT_C_INT32, MAT_T_INT32};
    case at::kLong: return {MAT_C_INT64, MAT_T_INT64};
    case at::kDouble: return {MAT_C_DOUBLE, MAT_T_DOUBLE};
    default: return {MAT_C_SINGLE, MAT_T_SINGLE};
  }
}

Variable checked(matvar_t* variable, const std::string& name) {
  if (!variable) throw Error("'" + name + "': there is not enough memory for it");
  return {variable, Mat_VarFree};
}

/// At least two, as MATLAB has them.
std::vector<std::size_t> sizes_of(const at::Tensor& values) {
  std::vector<std::size_t> sizes(values.sizes().begin(), values.sizes().end());
  while (sizes.size() < 2) sizes.push_back(1);
  return sizes;
}

/// First index fastest.
at::Tensor columns_first(const at::Tensor& values) {
  std::vector<std::int64_t> axes(static_cast<std::size_t>(values.dim()));
  std::iota(axes.rbegin(), axes.rend(), 0);
  return values.permute(axes).contiguous();
}

matvar_t* text_cell(const std::string& text) {
  std::u16string characters = boost::locale::conv::utf_to_utf<char16_t>(text);
  std::size_t sizes[] = {characters.empty() ? 0U : 1U, characters.size()};
  return Mat_VarCreate(nullptr, MAT_C_CHAR, MAT_T_UTF16, 2, sizes, characters.data(), 0);
}

}  // namespace

Variable number_variable(const std::string& name, const at::Tensor& values) {
  constexpr std::size_t most_bytes = (1UL << 31) - 64;
  const auto [of_variable, of_values, flags] = stored_as(values.scalar_type());
  const at::Tensor own = columns_first(of_values == MAT_T_SINGLE ? values.to(at::kFloat) : values);
  if (own.nbytes() > most_bytes)
    throw Error("'" + name + "' has " + std::to_string(own.nbytes() >> 20) +
                " MB, of which such a file holds 2047: write an .h5 file");
  std::vector<std::size_t> sizes = sizes_of(values);
  return checked(Mat_VarCreate(name.c_str(), of_variable, of_values, static_cast<int>(sizes.size()),
                               sizes.data(), own.data_ptr(), flags),
                 name);
}

Variable text_variable(const std::string& name, const TextValues& text) {
  const auto rows = static_cast<std::size_t>(text.codes.numel());
  std::size_t sizes[] = {rows, 1};
  Variable cells =
      checked(Mat_VarCreate(name.c_str(), MAT_C_CELL, MAT_T_CELL, 2, sizes, nullptr, 0), name);
  const at::Tensor codes = text.codes.contiguous();
  for (std::size_t row = 0; row < rows; ++row) {
    const std::int64_t code = codes.data_ptr<std::int64_t>()[row];
    Mat_VarSetCell(cells.get(), static_cast<int>(row),
                   text_cell(code < 0 ? "" : text.classes[static_cast<std::size_t>(code)]));
  }
  return cells;
}

}  // namespace facet::matlab
