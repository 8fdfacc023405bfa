#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

enum class Colour { red = 1, green = 5 };

class FACET_API Shape {
 public:
  virtual ~Shape();
  virtual double area() const = 0;
  virtual void scale(double factor) = 0;
};

struct Square : Shape {
  struct Corner {
    short x, y;
  };
  static int count;

  double area() const override { return 1; }
  void scale(double) override {}
  int same() const { return 2; }

  char letter;
  Corner corners[4];
  std::string name;
  const Colour* colour;
};

template <class T>
struct Box {
  T content;
};
template struct Box<int>;

FACET_API void paint(Square& square, long times);
int unseen();

}  // namespace facet
