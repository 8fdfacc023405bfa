#include "framework/reading/describe_files.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/reading/sample_clock.h"

namespace facet {

namespace {

std::string type_text(const FileArray& array) {
  if (array.is_text()) return "text";
  static const std::map<at::ScalarType, const char*> names = {
      {at::kBool, "bool"},    {at::kByte, "uint8"},    {at::kChar, "int8"},
      {at::kShort, "int16"},  {at::kInt, "int32"},     {at::kLong, "int64"},
      {at::kHalf, "float16"}, {at::kFloat, "float32"}, {at::kDouble, "float64"}};
  const auto found = names.find(array.type());
  return found == names.end() ? c10::toString(array.type()) : found->second;
}

/// Of a long text the beginning, in whole UTF-8 characters.
std::string shortened(const std::string& text) {
  constexpr std::size_t most = 40;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

/// `'left', 'right', 3 more`
std::string classes_text(std::vector<std::string> classes) {
  constexpr std::size_t most = 4;
  const std::size_t count = classes.size();
  if (count > most) classes.resize(most);
  std::vector<std::string> quoted_ones;
  for (const std::string& text : classes) quoted_ones.push_back("'" + shortened(text) + "'");
  if (count > most) quoted_ones.push_back(std::to_string(count - most) + " more");
  return join(quoted_ones);
}

/// Both numbers with so many digits that the difference has some: of times since 1970 more.
std::string between_text(double first, double last, const std::string& between) {
  constexpr int least = 4, most = 15;
  const double size = std::max(std::abs(first), std::abs(last)), apart = last - first;
  const int equal = apart > 0 ? static_cast<int>(std::log10(size / apart)) : 0;
  const int digits = std::clamp(least + equal, least, most);
  return number_text(first, digits) + between + number_text(last, digits);
}

std::string range_text(const at::Tensor& values) {
  const at::Tensor known = values.is_floating_point()
                               ? values.masked_select(values.isfinite()).to(at::kDouble)
                               : values.to(at::kDouble);
  if (known.numel() == 0) return "none";
  return between_text(known.min().item<double>(), known.max().item<double>(), " .. ");
}

/// Describes one array.
class Describer {
 public:
  explicit Describer(const FileArray& array, const FileArrays& file) : array_(array), file_(file) {}

  ArrayDescription describe() {
    made_.name = array_.name();
    made_.why_unreadable = array_.why_unreadable();
    if (!made_.why_unreadable.empty()) return made_;
    made_.shape = shape_text(array_.shape());
    made_.type = type_text(array_);
    made_.unit = array_.facts().unit;
    made_.serves = serves();
    try {
      add_clock();
      add_values();
    } catch (const Error& error) {  // rather than to say nothing of the others
      made_.why_unreadable = std::string("cannot be read: ") + error.what();
    }
    return made_;
  }

 private:
  std::string serves() const {
    const ArrayFacts& facts = array_.facts();
    const auto dims = array_.shape().size();
    if (!facts.of.empty()) return "tells of " + facts.of;
    switch (facts.role) {
      case ArrayRole::events: return "events: signals or a label, with data.bin";
      case ArrayRole::intervals: return "intervals: data.trials, data.select, with data.bin";
      case ArrayRole::times:
        return at::isIntegralType(array_.type(), false) ? "times in samples: data.file's events"
                                                        : "times";
      case ArrayRole::samples:
        return array_.is_text() ? "label, with data.bin" : "signals or a label, with data.bin";
      case ArrayRole::unknown: break;
    }
    if (array_.is_ragged())
      return dims == 2 ? "signals of trials" : "events: signals, with data.bin";
    if (array_.is_text() || dims == 1) return "label";
    if (dims == 2) return "signals or a label";
    return dims == 3 ? "signals: trials x time x channels" : "";
  }

  void add_clock() {
    const ArrayFacts& facts = array_.facts();
    if (facts.rate > 0) made_.clock = number_text(facts.rate, 4) + " Hz";
    if (facts.times.empty()) return;
    const double step = sample_clock(array_, file_).step;
    made_.clock = "at " + facts.times;
    if (step > 0) made_.clock += ", about " + number_text(1 / step, 3) + " Hz";
  }

  void add_values() {
    if (array_.is_ragged()) return add_rows();
    if (is_large(array_)) {
      made_.range = "not read";
      return;
    }
    if (array_.is_text()) {
      const TextValues text = array_.read_text();
      made_.range = classes_text(text.classes);
      made_.missing = text.codes.lt(0).sum().item<std::int64_t>();
      return;
    }
    const at::Tensor values = array_.read();
    if (at::isComplexType(array_.type())) return;
    made_.range = range_text(values);
    if (values.is_floating_point()) made_.missing = values.isnan().sum().item<std::int64_t>();
  }

  void add_rows() {
    const RaggedValues all = array_.read_ragged();
    const std::string what = array_.facts().role == ArrayRole::events ? "units" : "rows";
    made_.shape = std::to_string(array_.shape()[0]) + " " + what + ", " +
                  std::to_string(all.values.size(0)) + " in all";
    made_.range = range_text(all.values);
  }

  const FileArray& array_;
  const FileArrays& file_;
  ArrayDescription made_;
};

/// Arrays of unknown role with as many rows.
std::vector<std::string> rows_lines(const FileArrays& file) {
  std::map<std::int64_t, std::vector<std::string>> by_rows;
  for (const FileArray& array : file)
    if (array.why_unreadable().empty() && array.facts().role == ArrayRole::unknown &&
        array.facts().of.empty() && !array.shape().empty() && !array.is_ragged())
      by_rows[array.shape()[0]].push_back(array.name());
  std::vector<std::string> lines;
  for (const auto& [rows, names] : by_rows)
    if (names.size() > 1) lines.push_back(std::to_string(rows) + " rows have " + quoted(names));
  return lines;
}

}  // namespace

std::vector<ArrayDescription> describe_arrays(const FileArrays& file) {
  std::vector<ArrayDescription> described;
  for (const FileArray& array : file) described.push_back(Describer(array, file).describe());
  return described;
}

std::vector<std::string> describe_fit(const FileArrays& file) {
  std::vector<std::string> lines = rows_lines(file);
  double first = -1e300, last = 1e300;
  std::vector<std::string> names;
  for (const FileArray& array : file) {
    const ArrayFacts& facts = array.facts();
    if (!array.why_unreadable().empty() || facts.role != ArrayRole::samples) continue;
    if (facts.rate <= 0 && facts.times.empty()) continue;
    const auto [begin, end] = span_of(sample_clock(array, file));
    first = std::max(first, begin);
    last = std::min(last, end);
    names.push_back(array.name());
  }
  if (names.empty()) return lines;
  lines.push_back(quoted(names) + (first < last
                                       ? " share " + between_text(first, last, " s to ") + " s"
                                       : " share no time"));
  return lines;
}

}  // namespace facet
