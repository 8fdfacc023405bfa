// A program that embeds the engine and uses headers of the C library whose names Facet has, too.
#include <error.h>

#include "facet/framework.h"

int main() {
  error(0, 0, "the facet %s", facet::to_string(facet::FeatureRange{0, 4}).c_str());
}
