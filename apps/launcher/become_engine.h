#pragma once

namespace facet {

/// The process goes on as the program that has libtorch in it, with the same arguments. Comes back
/// only where that one cannot be started, which it says: with the exit code of the program.
int become_engine(char** arguments);

}  // namespace facet
