#pragma once

namespace facet {

/// To be called before anything is opened: a standard stream that is closed is not given to a file
/// that is opened later, and a reader that goes away does not end the program.
void hold_standard_streams();

}  // namespace facet
