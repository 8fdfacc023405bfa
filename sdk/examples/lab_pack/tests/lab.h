#pragma once

#include "facet/framework.h"

namespace lab {

/// Facet, with the plugin as a run uses it.
inline facet::Registry& registry() {
  static const auto registry = facet::open_registry({LAB_FOLDER});
  return *registry;
}

}  // namespace lab
