#pragma once

namespace facet {

/// Says what is called next of a component that is tried, such as `its forward()`; null: nothing
/// more. The text must stay in memory. A process and those that it forks share it: what was called
/// when a child ended, its parent knows.
void now_doing(const char* what);

/// What was said last.
const char* doing();

}  // namespace facet
