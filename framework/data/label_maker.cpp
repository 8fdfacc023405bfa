#include "framework/data/label_maker.h"

#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What is infinite is no integer either.
void require_integers(const at::Tensor& values) {
  constexpr double too_large = 9223372036854775808.0;  // 2^63
  const at::Tensor whole = values.frac().eq(0).logical_and(values.abs().lt(too_large));
  const at::Tensor wrong = whole.logical_not().nonzero();
  if (wrong.size(0) == 0) return;
  const auto first = wrong[0][0].item<std::int64_t>();
  throw Error("it is to be discrete, but " + std::to_string(wrong.size(0)) + " of its " +
              std::to_string(values.size(0)) + " values are not integers, first " +
              number_text(values[first].item<double>()) + " in row " + std::to_string(first));
}

/// T bool; undefined where none is.
at::Tensor where_any(const at::Tensor& missing) {
  return missing.any().item<bool>() ? missing : at::Tensor();
}

}  // namespace

LabelMaker::LabelMaker(std::int64_t num_bins, std::int64_t num_channels,
                       const RecordingConfig& config, std::vector<std::string> asked)
    : num_bins_(num_bins), num_channels_(num_channels), config_(config), asked_(std::move(asked)) {
  for (const auto* names : {&config.continuous, &config.discrete})
    asked_.insert(asked_.end(), names->begin(), names->end());
  for (const auto& name : {config.trials, config.time})
    if (name) asked_.push_back(*name);
}

void LabelMaker::add(const FileArray& array) {
  std::string why = array.why_unreadable();
  if (why.empty()) why = why_no_rows(array);
  if (why.empty()) why = why_not_read(array);
  if (!why.empty()) return leave_out(array, why);
  try {
    array.shape()[0] == num_bins_ ? add_of_bins(array) : add_of_channels(array);
  } catch (const Error& error) {
    leave_out(array, std::string("cannot be used: ") + error.what());
  }
}

void LabelMaker::add_of_bins(const FileArray& array) {
  labels_.push_back(label(array));
  const Label& made = labels_.back();
  unusable_for_channels_.push_back({array.name(), "has a row for each bin, not for each of the " +
                                                      std::to_string(num_channels_) + " channels"});
  decisions_.push_back("label '" + made.name + "' is " + to_string(made.kind) + ", " +
                       shape_text(made.values.sizes()));
}

void LabelMaker::add_of_channels(const FileArray& array) {
  channel_labels_.push_back(label(array));
  unusable_.push_back({array.name(), "has " + std::to_string(num_channels_) +
                                         " rows, one for each channel: the recording has " +
                                         std::to_string(num_bins_) + " bins"});
  decisions_.push_back("array '" + array.name() + "' has a row for each channel");
}

void LabelMaker::leave_out(const FileArray& array, const std::string& why) {
  // What cannot be read is told first: it is rather what somebody looks for.
  const bool first = !array.why_unreadable().empty();
  for (auto* unusable : {&unusable_, &unusable_for_channels_})
    unusable->insert(first ? unusable->begin() : unusable->end(), {array.name(), why});
  decisions_.push_back("array '" + array.name() + "' is no label: it " + why);
}

std::string LabelMaker::why_no_rows(const FileArray& array) const {
  const std::vector<std::int64_t>& shape = array.shape();
  if ((shape.size() != 1 && shape.size() != 2) || shape.back() == 0)
    return "is " + shape_text(shape) + ", a label is T or T x d";
  if (at::isComplexType(array.type())) return "holds complex numbers, a label is of real ones";
  if (shape[0] == num_bins_ || shape[0] == num_channels_) return "";
  const std::string rows = "has " + std::to_string(shape[0]) + " rows, the recording has " +
                           std::to_string(num_bins_) + " bins";
  return shape.back() == num_bins_ ? rows + ": it is " + shape_text(shape) +
                                         ", a label has a row for each bin, so transpose it"
                                   : rows;
}

/// Nobody asks for it, and it is no label of a usual form.
std::string LabelMaker::why_not_read(const FileArray& array) const {
  constexpr std::int64_t most_columns = 64;
  if (array.shape().size() == 1 || array.shape()[1] == 1) return "";
  const std::string is = "is " + shape_text(array.shape());
  if (kind(array) == LabelKind::discrete)
    return is +
           " and discrete: a discrete label has one column; list it in [data] continuous to "
           "use its numbers as they are";
  const bool wide = array.shape()[1] > most_columns && !array.in_memory();
  if (wide && !contains(asked_, array.name()))
    return is + ": an array of more than " + std::to_string(most_columns) +
           " columns is read only where it is asked for; list it in [data] continuous";
  return "";
}

LabelKind LabelMaker::kind(const FileArray& array) const {
  if (contains(config_.continuous, array.name())) return LabelKind::continuous;
  if (contains(config_.discrete, array.name())) return LabelKind::discrete;
  return at::isFloatingType(array.type()) ? LabelKind::continuous : LabelKind::discrete;
}

Label LabelMaker::label(const FileArray& array) const {
  if (array.is_text()) {
    if (kind(array) == LabelKind::continuous) throw Error("it is to be continuous, but holds text");
    TextValues text = array.read_text();
    if (text.classes.empty()) throw Error("it has no text in any row");
    return {array.name(), LabelKind::discrete, text.codes, std::move(text.classes),
            where_any(text.codes.lt(0))};
  }
  const at::Tensor values = array.read();
  if (kind(array) == LabelKind::continuous)
    return {array.name(), LabelKind::continuous,
            (values.dim() == 1 ? values.unsqueeze(1) : values).to(at::kDouble).contiguous()};
  const at::Tensor flat = values.flatten(), missing = flat.isnan();
  const at::Tensor known = flat.masked_fill(missing, -1);
  if (flat.is_floating_point()) require_integers(known);
  return {
      array.name(), LabelKind::discrete, known.to(at::kLong).contiguous(), {}, where_any(missing)};
}

}  // namespace facet
