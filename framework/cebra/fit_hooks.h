#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "facet/export.h"
#include "facet/observer.h"

namespace facet {

// CEBRA's ways to watch a training, as observers: each goes into Solver::FitOptions::observers.
// Each throws Error for a function that is null.

/// `logger`: called every `log_frequency` steps and after the last one. Throws Error for
/// a frequency below 1.
FACET_API std::shared_ptr<Observer> logger(std::function<void(const Report&)> call,
                                           std::int64_t log_frequency);

/// `save_hook`: called whenever the run is to be saved, after every validation among others.
FACET_API std::shared_ptr<Observer> save_hook(std::function<void(std::int64_t step)> call);

/// Asked after every step; true ends the training, saved.
FACET_API std::shared_ptr<Observer> interrupted(std::function<bool()> call);

}  // namespace facet
