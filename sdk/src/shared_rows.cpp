#include "facet/shared_rows.h"

namespace facet {

namespace {

thread_local const SharedRows* of_this_thread = nullptr;

}  // namespace

SharedRows::SharedRows(std::int64_t begin, std::int64_t total)
    : begin_(begin), total_(total), outer_(of_this_thread) {
  of_this_thread = this;
}

SharedRows::~SharedRows() {
  of_this_thread = outer_;
}

const SharedRows* SharedRows::now() {
  return of_this_thread;
}

}  // namespace facet
