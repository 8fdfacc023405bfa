#include "framework/charts/label_colours.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>

#include "framework/charts/colour_bar.h"
#include "framework/drawing/period.h"

namespace facet {

LabelColours::LabelColours(const Label& label, const at::Tensor& rows)
    : name_(label.name), of_rows_(static_cast<std::size_t>(rows.size(0))) {
  if (label.kind == LabelKind::discrete)
    colour_classes(label, rows);
  else
    colour_numbers(label.values.select(1, 0).index_select(0, rows));
}

void LabelColours::colour_classes(const Label& label, const at::Tensor& rows) {
  const at::Tensor all = label.values.index_select(0, rows);
  const at::Tensor known = label.missing.defined()
                               ? label.missing.index_select(0, rows).logical_not()
                               : at::ones_like(all, at::kBool);
  const auto [values, places] = at::_unique(all.masked_select(known), true, true);
  for (std::int64_t i = 0; i < values.size(0); ++i)
    classes_.push_back(label.class_name(values[i].item<std::int64_t>()));
  const at::Tensor numbers = at::full_like(all, -1).masked_scatter(known, places);
  for (std::size_t i = 0; i < of_rows_.size(); ++i)
    if (const std::int64_t number = numbers.data_ptr<std::int64_t>()[i]; number >= 0)
      of_rows_[i] = colour_of_class(static_cast<std::size_t>(number));
}

Colour LabelColours::colour_of_class(std::size_t number) const {
  if (have_own_colours()) return class_colour(number);
  return ramp_colour(static_cast<double>(number) / static_cast<double>(classes_.size() - 1));
}

void LabelColours::colour_numbers(const at::Tensor& values) {
  const at::Tensor all = values.to(at::kDouble).contiguous();
  const double* begin = all.data_ptr<double>();
  const std::vector<double> numbers(begin, begin + all.size(0));
  numbers_ = extent_of(numbers);
  if (const auto period = period_of(numbers_)) {
    const double first = numbers_.low < -*period / 4 ? -*period / 2 : 0;
    numbers_ = {first, first + *period};
    colour_ = circle_colour;
  }
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (std::isfinite(numbers[i]))
      of_rows_[i] = colour_((numbers[i] - numbers_.low) / numbers_.size());
}

void LabelColours::draw_key(Drawing& drawing, Point corner) const {
  std::vector<std::string> names;
  std::vector<Colour> colours;
  if (classes_.empty()) {
    corner.x = draw_number_bar(drawing, corner, name_, numbers_, colour_);
  } else if (!have_own_colours()) {
    corner.x = draw_order_bar(drawing, corner, name_, classes_.front(), classes_.back());
  } else {
    corner.x = draw_name(drawing, corner, name_, true);
    names = classes_;
    for (std::size_t i = 0; i < classes_.size(); ++i) colours.push_back(class_colour(i));
  }
  if (std::ranges::find(of_rows_, Ink{}) != of_rows_.end()) {
    names.emplace_back("missing");
    colours.push_back(missing_colour);
  }
  facet::draw_key(drawing, {corner.x + 8, corner.y}, names, colours);
}

}  // namespace facet
