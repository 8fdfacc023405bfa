#include "framework/writing/write_file.h"

#include <map>

#include "facet/text.h"
#include "facet/warning.h"
#include "facet/writer.h"
#include "framework/calls/call.h"
#include "framework/files/extension.h"

namespace facet {

namespace {

void require_first(const std::string& first, const std::vector<LeftOut>& left_out) {
  for (const LeftOut& array : left_out)
    if (array.array == first)
      throw BrokenPromise("it left out the first array, '" + first + "': " + array.why);
}

void warn_of(const std::string& path, const std::vector<LeftOut>& left_out) {
  std::map<std::string, std::vector<std::string>> by_reason;
  for (const LeftOut& array : left_out) by_reason[array.why].push_back(array.array);
  for (const auto& [why, arrays] : by_reason)
    warn(path + ": is written without " + quoted(arrays) + ": " + why);
}

}  // namespace

std::vector<std::string> written_extensions(const Registry& registry) {
  std::vector<std::string> extensions;
  for (const ComponentInfo* writer : registry.components("writer"))
    extensions.push_back("." + writer->name);
  return extensions;
}

void write_file(const std::string& path, const FileArrays& arrays, Registry& registry) {
  const auto writer = registry.create<Writer>({extension_of(path)});
  const std::vector<LeftOut> left_out = call(*writer, "in write()", [&] {
    auto left = own_errors_pass([&] { return writer->write(path, arrays); });
    require_first(arrays.at(0).name(), left);
    return left;
  });
  warn_of(path, left_out);
}

}  // namespace facet
