// Writes sdk/stability/ anew, after the version was raised.
#include <cstdio>
#include <exception>

#include "stability/record.h"

int main() {
  using namespace facet;
  try {
    for (const RecordPart& part : {components_part(), classes_part(), symbols_part()}) {
      write_part(part, FACET_SDK_VERSION, record_folder());
      std::printf("%s/%s: %zu lines\n", record_folder().c_str(), part.file.c_str(),
                  part.lines.size());
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
