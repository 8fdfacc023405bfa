#include "array_values.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <functional>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

bool is_plain(const at::Tensor& values) {
  return values.device().is_cpu() && values.layout() == at::kStrided && !values.is_quantized();
}

}  // namespace

TextValues TextValues::of(const std::vector<std::string>& rows) {
  TextValues text;
  text.classes = rows;
  std::sort(text.classes.begin(), text.classes.end());
  text.classes.erase(std::unique(text.classes.begin(), text.classes.end()), text.classes.end());
  if (!text.classes.empty() && text.classes[0].empty()) text.classes.erase(text.classes.begin());
  text.codes = at::empty({static_cast<std::int64_t>(rows.size())}, at::kLong);
  std::int64_t* codes = text.codes.data_ptr<std::int64_t>();
  for (const std::string& row : rows) {
    const auto found = std::lower_bound(text.classes.begin(), text.classes.end(), row);
    *codes++ = row.empty() ? -1 : found - text.classes.begin();
  }
  return text;
}

RaggedValues RaggedValues::of(const std::vector<at::Tensor>& rows) {
  std::vector<std::int64_t> ends;
  for (const at::Tensor& row : rows) ends.push_back((ends.empty() ? 0 : ends.back()) + row.size(0));
  return {at::cat(rows), at::tensor(ends, at::kLong)};
}

void require_plain(const at::Tensor& values, c10::ArrayRef<std::int64_t> shape, at::ScalarType type,
                   const std::string& name) {
  if (!values.defined() || values.sizes() != shape || values.scalar_type() != type)
    throw Error("'" + name + "' is not what its reader announced, " + shape_text(shape) + " of " +
                c10::toString(type) +
                (values.defined() ? ": it gave " + shape_text(values.sizes()) + " of " +
                                        c10::toString(values.scalar_type())
                                  : ""));
  if (!is_plain(values)) throw Error("'" + name + "' is no plain tensor in the memory of the CPU");
}

void require_text(const TextValues& text, std::int64_t rows, const std::string& name) {
  const auto count = static_cast<std::int64_t>(text.classes.size());
  const bool has_codes = text.codes.defined() && text.codes.scalar_type() == at::kLong &&
                         text.codes.sizes() == c10::ArrayRef<std::int64_t>{rows} &&
                         !text.codes.lt(-1).logical_or(text.codes.ge(count)).any().item<bool>();
  const bool ascends = std::adjacent_find(text.classes.begin(), text.classes.end(),
                                          std::greater_equal<>()) == text.classes.end();
  if (!has_codes || !ascends || (count > 0 && text.classes[0].empty()))
    throw Error("'" + name + "' is not what its reader announced, " + std::to_string(rows) +
                " texts: each is -1 or the place of a class, and the classes ascend");
}

void require_ragged(const RaggedValues& ragged, c10::ArrayRef<std::int64_t> shape,
                    at::ScalarType type, const std::string& name) {
  const at::Tensor &values = ragged.values, &ends = ragged.ends;
  const bool has_ends = ends.defined() && ends.scalar_type() == at::kLong && is_plain(ends) &&
                        ends.sizes() == shape.slice(0, 1);
  const bool has_values = values.defined() && values.scalar_type() == type && is_plain(values) &&
                          values.sizes().slice(values.dim() > 0 ? 1 : 0) == shape.slice(1) &&
                          values.dim() > 0;
  bool fits = has_ends && has_values;
  if (fits) {
    const at::Tensor all = at::cat({at::zeros({1}, at::kLong), ends});
    fits = all.diff().ge(0).all().item<bool>() && all[-1].item<std::int64_t>() == values.size(0);
  }
  if (!fits)
    throw Error("'" + name + "' is not what its reader announced, " +
                shape_text(shape.slice(0, 1)) + " rows of different lengths of " +
                c10::toString(type) +
                ": each ends where the next one begins, the last at the end of the values");
}

}  // namespace facet
