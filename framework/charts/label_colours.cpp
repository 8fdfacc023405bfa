#include "framework/charts/label_colours.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "framework/charts/number_bar.h"
#include "framework/drawing/period.h"

namespace facet {

namespace {

constexpr std::int64_t most_classes = 6;  // that have colours of their own

}  // namespace

LabelColours::LabelColours(const Label& label, const at::Tensor& rows) : name_(label.name) {
  const at::Tensor values = label.values.index_select(0, rows);
  if (label.kind == LabelKind::discrete)
    colour_classes(label, values);
  else
    colour_numbers(values.select(1, 0));
}

/// More classes than there are colours are numbers, such as those of trials.
void LabelColours::colour_classes(const Label& label, const at::Tensor& values) {
  const auto [classes, numbers] = at::_unique(values, true, true);
  if (classes.size(0) > most_classes) return colour_numbers(values.to(at::kDouble));
  for (std::int64_t i = 0; i < classes.size(0); ++i)
    classes_.push_back(label.class_name(classes[i].item<std::int64_t>()));
  const at::Tensor places = numbers.contiguous();
  for (std::int64_t i = 0; i < places.size(0); ++i)
    of_rows_.push_back(class_colour(static_cast<std::size_t>(places.data_ptr<std::int64_t>()[i])));
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
  for (const double number : numbers)
    of_rows_.push_back(colour_((number - numbers_.low) / numbers_.size()));
}

void LabelColours::draw_key(Drawing& drawing, Point corner) const {
  if (classes_.empty()) return draw_number_bar(drawing, corner, name_, numbers_, colour_);
  std::vector<Colour> colours;
  for (std::size_t i = 0; i < classes_.size(); ++i) colours.push_back(class_colour(i));
  drawing.shapes.emplace_back(Text{corner, name_, 7, Anchor::start, false, true});
  facet::draw_key(drawing, {corner.x + text_width(name_, 7) + 8, corner.y}, classes_, colours);
}

}  // namespace facet
