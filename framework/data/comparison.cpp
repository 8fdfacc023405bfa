#include "framework/data/comparison.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <map>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

/// Numbers are compared as float64.
void require_exact(const at::Tensor& column, const std::string& name) {
  constexpr std::int64_t most = std::int64_t{1} << 53;
  if (column.is_floating_point() ||
      !column.gt(most).logical_or(column.lt(-most)).any().item<bool>())
    return;
  throw Error("'" + name + "' has integers beyond 2^53, which a condition cannot tell apart: " +
              "subtract the smallest of them in the file");
}

at::Tensor column_of(const at::Tensor& columns, const std::string& name,
                     std::optional<std::int64_t> index) {
  const std::int64_t count = columns.size(1);
  const std::string has =
      "'" + name + "' has " + std::to_string(count) + (count == 1 ? " column" : " columns");
  if (!index && count != 1) throw Error(has + ": write " + name + "[0] for the first one");
  if (index && *index >= count)
    throw Error(has + ", so there is no " + name + "[" + std::to_string(*index) + "]");
  const at::Tensor column = columns.select(1, index.value_or(0));
  require_exact(column, name);
  return column;
}

/// The side's array where it holds text.
std::optional<ConditionArray> text_of(const ComparedSide& side, const Condition::Arrays& arrays) {
  if (side.number) return {};
  ConditionArray array = arrays(side.name);
  if (array.classes.empty()) return {};
  return array;
}

at::Tensor compare_numbers(const at::Tensor& left, const std::string& symbol,
                           const at::Tensor& right) {
  using Compare = at::Tensor (*)(const at::Tensor&, const at::Tensor&);
  static const std::map<std::string, Compare> comparisons = {
      {"<=", [](const at::Tensor& a, const at::Tensor& b) { return a.le(b); }},
      {">=", [](const at::Tensor& a, const at::Tensor& b) { return a.ge(b); }},
      {"==", [](const at::Tensor& a, const at::Tensor& b) { return a.eq(b); }},
      {"!=", [](const at::Tensor& a, const at::Tensor& b) { return a.ne(b); }},
      {"<", [](const at::Tensor& a, const at::Tensor& b) { return a.lt(b); }},
      {">", [](const at::Tensor& a, const at::Tensor& b) { return a.gt(b); }}};
  return comparisons.at(symbol)(left, right);
}

/// A text that no row has would select nothing, or all.
at::Tensor compare_with_text(const ConditionArray& array, const std::string& name,
                             const std::string& symbol, const std::string& text) {
  if (symbol != "==" && symbol != "!=")
    throw Error("'" + name + "' holds text, which has no order: == and != compare it");
  const auto found = std::find(array.classes.begin(), array.classes.end(), text);
  if (found == array.classes.end())
    throw Error("'" + name + "' is never '" + text + "'" + did_you_mean(text, array.classes) +
                " (it has " + quoted(array.classes) + ")");
  return compare_numbers(array.columns.select(1, 0), symbol,
                         at::scalar_tensor(found - array.classes.begin(), at::kLong));
}

/// Where a row has no text, it is not even its own.
at::Tensor has_text(const ConditionArray& array, const std::string& symbol) {
  const at::Tensor has = array.columns.select(1, 0).ge(0);
  return symbol == "==" ? has : has.logical_not();
}

}  // namespace

at::Tensor numbers_of(const ComparedSide& side, const Condition::Arrays& arrays) {
  if (side.number) return at::scalar_tensor(*side.number, at::kDouble);
  const ConditionArray array = arrays(side.name);
  if (!array.classes.empty())
    throw Error("'" + side.name + "' holds text: compare it with one, " + side.name + " == '" +
                array.classes.front() + "'");
  return column_of(array.columns, side.name, side.index);
}

at::Tensor compare(const ComparedSide& left, const std::string& symbol, const ComparedSide& right,
                   const Condition::Arrays& arrays) {
  if (right.quoted)
    if (const auto text = text_of(left, arrays); text && left.name != right.name)
      return compare_with_text(*text, left.name, symbol, right.name);
  if (left.quoted)
    if (const auto text = text_of(right, arrays); text && left.name != right.name)
      return compare_with_text(*text, right.name, symbol, left.name);
  if (const auto text = text_of(left, arrays);
      text && left.name == right.name && (symbol == "==" || symbol == "!="))
    return has_text(*text, symbol);
  const at::Tensor first = numbers_of(left, arrays);  // the first name is the first to be missed
  return compare_numbers(first, symbol, numbers_of(right, arrays));
}

}  // namespace facet
