#pragma once

#include <type_traits>

#include "framework/data/data_config.h"

namespace facet {

/// `config` with one member set: `with(&RecordingConfig::signals, {"spikes"})`.
template <class Member>
RecordingConfig with(Member RecordingConfig::*member, std::type_identity_t<Member> value,
                     RecordingConfig config = {}) {
  config.*member = std::move(value);
  return config;
}

}  // namespace facet
