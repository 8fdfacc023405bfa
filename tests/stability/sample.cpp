// A library whose layout is known from the rules of C++ on this machine.
#include "stability/sample.h"

namespace facet {

Shape::~Shape() = default;

void paint(Square&, long) {}

namespace {

struct Unseen {
  int number = 0;
};

}  // namespace

int unseen() {
  return Unseen().number;
}

}  // namespace facet
