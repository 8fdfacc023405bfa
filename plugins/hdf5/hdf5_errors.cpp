#include "hdf5_errors.h"

namespace facet::hdf5 {

namespace {

herr_t keep_first(unsigned, const H5E_error2_t* error, void* text) {
  auto& first = *static_cast<std::string*>(text);
  if (first.empty() && error->desc) first = error->desc;
  return 0;
}

herr_t keep_first_code(unsigned, const H5E_error2_t* error, void* code) {
  auto& first = *static_cast<hid_t*>(code);
  if (first < 0) first = error->min_num;
  return 0;
}

struct Search {
  hid_t minor_code;
  bool found = false;
};

herr_t compare(unsigned, const H5E_error2_t* error, void* search) {
  auto& own = *static_cast<Search*>(search);
  own.found |= error->min_num == own.minor_code;
  return 0;
}

}  // namespace

QuietErrors::QuietErrors() {
  H5Eget_auto2(H5E_DEFAULT, &print_, &data_);
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

QuietErrors::~QuietErrors() {
  H5Eset_auto2(H5E_DEFAULT, print_, data_);
}

std::string last_error() {
  std::string text;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &text);
  return text.empty() ? "it is damaged" : text;
}

bool last_cause_is(hid_t minor_code) {
  hid_t cause = -1;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first_code, &cause);
  return cause == minor_code;
}

bool last_error_is(hid_t minor_code) {
  Search search{minor_code};
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, compare, &search);
  return search.found;
}

}  // namespace facet::hdf5
