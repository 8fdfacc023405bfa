#include "element_rows.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/tensor.h>

#include <algorithm>

#include "facet/error.h"
#include "named.h"

namespace facet::matlab {

namespace {

/// How the elements become rows.
struct Layout {
  std::vector<std::int64_t> lengths;
  std::int64_t columns = 0;  ///< 0: each is a vector
  at::ScalarType type = at::kDouble;

  std::vector<std::int64_t> shape(std::int64_t rows) const {
    return columns == 0 ? std::vector{rows} : std::vector{rows, columns};
  }
};

std::string element_number(const Element& element, const std::vector<Element>& elements) {
  return "number " + std::to_string(&element - elements.data() + 1);
}

bool is_vector(const Element& element) {
  return element.rows == 1 || element.columns == 1;
}

/// Nothing where all are empty.
const Element* first_with_values(const std::vector<Element>& elements) {
  const auto found = std::find_if(elements.begin(), elements.end(),
                                  [](const Element& element) { return !element.is_empty(); });
  return found == elements.end() ? nullptr : &*found;
}

/// Texts, and where nothing has values, at least one empty text.
bool are_texts(const std::vector<Element>& elements) {
  const Element* first = first_with_values(elements);
  if (first) return first->is_text;
  return std::any_of(elements.begin(), elements.end(),
                     [](const Element& element) { return element.is_text; });
}

std::string why_unlike(const Element& element, const Element& first) {
  if (!element.why_no_row.empty()) return element.why_no_row;
  if (element.is_text != first.is_text) return "is text among numbers, or a number among texts";
  if (element.is_text) return is_vector(element) ? "" : "is text of several lines";
  if (element.type != first.type) return "is of another type than the first: save all as double";
  return "";
}

/// Of matrices, `columns` of them; a row of as many is one of one row.
std::string why_unlike(const Element& element, std::int64_t columns) {
  if (element.columns == columns) return "";
  return "has " + std::to_string(element.columns) + " columns, where another one has " +
         std::to_string(columns) +
         ": all must have as many (where these are rows, save each of them transposed)";
}

/// Of those that are no vectors; 0: there are none.
std::int64_t columns_of(const std::vector<Element>& elements) {
  for (const Element& element : elements)
    if (!element.is_empty() && !is_vector(element)) return element.columns;
  return 0;
}

std::string why_no_rows(const std::vector<Element>& elements) {
  const Element* first = first_with_values(elements);
  const std::int64_t columns = are_texts(elements) ? 0 : columns_of(elements);
  for (const Element& element : elements) {
    if (element.is_empty()) continue;
    std::string why = why_unlike(element, *first);
    if (why.empty() && columns > 0) why = why_unlike(element, columns);
    if (!why.empty())
      return "has an element, " + element_number(element, elements) + ", that " + why;
  }
  return "";
}

Layout layout_of(const std::vector<Element>& elements) {
  Layout layout;
  layout.columns = columns_of(elements);
  if (const Element* first = first_with_values(elements)) layout.type = first->type;
  for (const Element& element : elements)
    layout.lengths.push_back(element.is_empty()    ? 0
                             : layout.columns == 0 ? element.rows * element.columns
                                                   : element.rows);
  return layout;
}

RaggedValues read_rows(const Layout& layout, Rows rows, ElementValues& elements) {
  std::vector<std::int64_t> ends;
  std::int64_t end = 0;
  for (std::int64_t row = rows.begin; row < rows.end; ++row)
    ends.push_back(end += layout.lengths[static_cast<std::size_t>(row)]);
  const at::Tensor values = memory_for(layout.shape(end), layout.type);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::int64_t begin = i == 0 ? 0 : ends[i - 1];
    const at::Tensor place = values.narrow(0, begin, ends[i] - begin);
    if (place.numel() == 0) continue;
    const at::Tensor element = elements.numbers(static_cast<std::size_t>(rows.begin) + i);
    if (element.numel() != place.numel() || element.scalar_type() != layout.type)
      throw Error("is not what it was before: the file has changed");
    place.copy_(element.view(place.sizes()));
  }
  return {values, at::tensor(ends, at::kLong)};
}

std::vector<std::string> read_texts(const std::vector<char>& are_empty, ElementValues& elements) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < are_empty.size(); ++i)
    texts.push_back(are_empty[i] ? "" : elements.text(i));
  return texts;
}

FileArray array_of_texts(const std::string& path, const std::string& name,
                         const std::vector<Element>& elements, const OpenElements& open) {
  std::vector<char> are_empty;
  for (const Element& element : elements) are_empty.push_back(element.is_empty());
  return FileArray::text(name, static_cast<std::int64_t>(elements.size()), [=] {
    return named(path, name, [&] { return TextValues::of(read_texts(are_empty, *open())); });
  });
}

}  // namespace

FileArray array_of_elements(const std::string& path, const std::string& name,
                            const std::vector<Element>& elements, ElementsOf of,
                            const OpenElements& open) {
  const std::string why = why_no_rows(elements);
  if (!why.empty()) return FileArray::unreadable(name, why);
  if (are_texts(elements)) return array_of_texts(path, name, elements, open);
  const Layout layout = layout_of(elements);
  const auto read = [=](Rows rows) {
    return named(path, name, [&] { return read_rows(layout, rows, *open()); });
  };
  const auto count = static_cast<std::int64_t>(elements.size());
  const bool scalars = std::all_of(layout.lengths.begin(), layout.lengths.end(),
                                   [](std::int64_t length) { return length == 1; });
  if (of == ElementsOf::structs && scalars && layout.columns == 0)
    return FileArray::by_rows(name, {count}, layout.type,
                              [read](Rows rows) { return read(rows).values; });
  return FileArray::ragged(name, layout.shape(count), layout.type, read);
}

}  // namespace facet::matlab
