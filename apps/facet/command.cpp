#include "command.h"

namespace facet {

namespace po = boost::program_options;

po::typed_value<std::string>* text_of(const char* name) {
  return po::value<std::string>()->value_name(name);
}

po::typed_value<Texts>* texts_of(const char* name) {
  return po::value<Texts>()->value_name(name)->composing()->default_value({}, "");
}

}  // namespace facet
