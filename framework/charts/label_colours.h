#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "facet/labels.h"
#include "framework/drawing/axes.h"

namespace facet {

/// The colour of each row by a label of one column, and what it says: of classes a key, of more
/// than have colours of their own a bar with the first and the last one, of numbers a bar, of
/// angles (see period.h) one whose ends are alike.
class LabelColours {
 public:
  /// Of the given rows (int64) alone.
  LabelColours(const Label& label, const at::Tensor& rows);

  /// Nothing where the label is missing.
  const std::vector<Ink>& of_rows() const { return of_rows_; }
  void draw_key(Drawing& drawing, Point corner) const;

 private:
  void colour_classes(const Label& label, const at::Tensor& rows);
  void colour_numbers(const at::Tensor& values);
  bool have_own_colours() const { return classes_.size() <= class_colours; }
  Colour colour_of_class(std::size_t number) const;

  std::string name_;
  std::vector<Ink> of_rows_;
  std::vector<std::string> classes_ = {};  // none: numbers
  Extent numbers_ = {};
  Colour (*colour_)(double part) = ramp_colour;  // of numbers
};

}  // namespace facet
