#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "facet/export.h"
#include "framework/sweeping/sweep_table.h"

namespace facet {

/// How the runs of a sweep are trained.
struct SweepProgram {
  std::string facet;      ///< the program, whose command `train` trains each
  std::int64_t jobs = 1;  ///< that run side by side
  std::function<bool()> asked_to_end;
  std::function<void(const std::string&)> note;  ///< is told how it goes on, a line each
};

struct SweepEnd {
  bool stopped = false;  ///< before all runs had ended
  SweepFailures failures;
};

/// Trains and judges the runs of a sweep that are not complete, each in a process of its own: those
/// that were begun go on from their checkpoints, those that failed are tried again. Each computes
/// with its share of the cores, unless OMP_NUM_THREADS or its config says otherwise. Where an end
/// is asked for, the runs are asked to end, saved. They are, too, where this process is killed.
///
/// Meanwhile no other sweep may use the folder; a run that another process still writes is waited
/// for. Throws Error; also where a run is complete and has not the figure that the best is chosen
/// by.
FACET_API SweepEnd run_sweep(const SweepFolder& folder, const SweepQuestion& question,
                             const SweepProgram& program);

}  // namespace facet
