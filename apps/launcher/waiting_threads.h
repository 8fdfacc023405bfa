#pragma once

namespace facet {

/// Threads of OpenMP that wait for work soon sleep, as far as the environment does not say how they
/// wait. By default they spin for long, and where another process needs the core, the thread that
/// has the work does not get it: a step takes twenty times as long. They spin for as long as it is
/// to the next layer of a network, and where there are more threads than cores not at all. To be
/// called before OpenMP is loaded, which reads this when it is.
void let_waiting_threads_sleep();

}  // namespace facet
