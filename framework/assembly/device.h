#pragma once

#include <c10/core/Device.h>

#include <cstdint>
#include <string>

namespace facet {

/// The device that `training.device` asks for: auto (CUDA where there is one, else the CPU), cpu,
/// cuda (the process's current CUDA device, the first one unless it was set) or cuda:N. Throws
/// Error for another text, or where CUDA is asked for and absent.
c10::Device choose_device(const std::string& text);

/// Makes one of the CUDA devices the calling thread's current one: those of a machine in turn, by
/// `number`. Does nothing where there is none.
void take_cuda_device(std::int64_t number);

}  // namespace facet
