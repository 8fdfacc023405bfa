#include "only_matlab_reads.h"

#include <map>

namespace facet::matlab {

namespace {

std::string what_to_save(const std::string& matlab_class, const std::string& x) {
  const std::map<std::string, std::string> calls = {
      {"string", "double(categorical(" + x + "))"},
      {"categorical", "double(" + x + ")"},
      {"table", "table2struct(" + x + ", 'ToScalar', true)"},
      {"timetable", "table2struct(timetable2table(" + x + "), 'ToScalar', true)"},
      {"datetime", "posixtime(" + x + ")"},
      {"duration", "seconds(" + x + ")"},
      {"function_handle", "the values that it gives"}};
  const auto found = calls.find(matlab_class);
  return found == calls.end() ? "what is needed of it as arrays of numbers" : found->second;
}

}  // namespace

std::string only_matlab_reads(const std::string& matlab_class, const std::string& name) {
  return "is of MATLAB's class " + matlab_class + ", which only MATLAB reads: save " +
         what_to_save(matlab_class, name);
}

}  // namespace facet::matlab
