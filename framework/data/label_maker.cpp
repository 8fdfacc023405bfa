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

}  // namespace

void LabelMaker::add(const NamedTensor& array) {
  const at::Tensor& values = array.tensor;
  if (values.dim() != 1 && values.dim() != 2)
    return add_unusable(array.name, "is " + shape_text(values.sizes()) + ", a label is T or T x d");
  if (values.is_complex())
    return add_unusable(array.name, "holds complex numbers, a label is of real ones");
  const std::string rows = std::to_string(values.size(0)) + " rows";
  if (values.size(0) == num_bins_) {
    labels_.push_back(label(array));
    const Label& made = labels_.back();
    decisions_.push_back("label '" + made.name + "' is " + to_string(made.kind) + ", " +
                         shape_text(made.values.sizes()));
  } else if (values.size(0) == num_channels_) {
    channel_labels_.push_back(label(array));
    unusable_.push_back({array.name, "has " + rows + ", one for each channel: the recording has " +
                                         std::to_string(num_bins_) + " bins"});
    decisions_.push_back("array '" + array.name + "' has a row for each channel");
  } else {
    add_unusable(array.name,
                 "has " + rows + ", the recording has " + std::to_string(num_bins_) + " bins");
  }
}

void LabelMaker::add_unusable(const std::string& name, const std::string& why) {
  unusable_.push_back({name, why});
  decisions_.push_back("array '" + name + "' is no label: it " + why);
}

LabelKind LabelMaker::kind(const NamedTensor& array) const {
  if (contains(config_.continuous, array.name)) return LabelKind::continuous;
  if (contains(config_.discrete, array.name)) return LabelKind::discrete;
  return array.tensor.is_floating_point() ? LabelKind::continuous : LabelKind::discrete;
}

Label LabelMaker::label(const NamedTensor& array) const {
  const at::Tensor& values = array.tensor;
  if (kind(array) == LabelKind::continuous)
    return {array.name, LabelKind::continuous,
            (values.dim() == 1 ? values.unsqueeze(1) : values).to(at::kDouble).contiguous()};
  const at::Tensor flat = values.dim() == 2 && values.size(1) == 1 ? values.squeeze(1) : values;
  if (flat.dim() != 1)
    throw Error("label '" + array.name + "' is " + shape_text(values.sizes()) +
                " and discrete: a discrete label has one column; list it in [data] continuous to "
                "use its numbers as they are");
  if (flat.is_floating_point() && !flat.frac().eq(0).all().item<bool>())
    throw Error("label '" + array.name +
                "' is to be discrete, but not all of its values are integers");
  return {array.name, LabelKind::discrete, flat.to(at::kLong).contiguous()};
}

}  // namespace facet
