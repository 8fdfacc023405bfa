#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "facet/reader.h"

namespace facet::matlab {

/// An element of a cell array, or one of a field in an array of structs, before it is read.
struct Element {
  std::int64_t rows = 0,
               columns = 0;  ///< as MATLAB shows it; of text its lines and letters, or one column
  at::ScalarType type = at::kDouble;
  bool is_text = false;
  std::string why_no_row = {};  ///< `is complex`; empty: it can be a row

  bool is_empty() const { return why_no_row.empty() && (rows == 0 || columns == 0); }
};

/// The elements of one variable in an opened file; those that are empty are not asked for. What is
/// thrown continues the variable's name.
class ElementValues {
 public:
  virtual ~ElementValues() = default;
  /// Its numbers in their order, row after row; for one that is no text.
  virtual at::Tensor numbers(std::size_t element) = 0;
  virtual std::string text(std::size_t element) = 0;
};
using OpenElements = std::function<std::unique_ptr<ElementValues>()>;

/// Of cells each is a row, whatever there is in it; what is one number in each struct of an array
/// is one number a row.
enum class ElementsOf { cells, structs };

/// The elements as rows of one array: a text each, or numbers, n x 1, 1 x n or n x d with one d for
/// all. An empty one is a row of length 0, or no text. It is opened once for all that is read.
/// Unreadable where an element is something else; `path` is the file's, for errors.
FileArray array_of_elements(const std::string& path, const std::string& name,
                            const std::vector<Element>& elements, ElementsOf of,
                            const OpenElements& open);

}  // namespace facet::matlab
