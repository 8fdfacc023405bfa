#pragma once

#include <type_traits>

#include "framework/config/run_config.h"

namespace facet {

/// `config` with one member set: `with(&DataConfig::signals, "spikes")`.
template <class Member>
DataConfig with(Member DataConfig::*member, std::type_identity_t<Member> value,
                DataConfig config = {}) {
  config.*member = std::move(value);
  return config;
}

}  // namespace facet
