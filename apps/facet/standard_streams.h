#pragma once

namespace facet {

/// To be called before anything is opened: a standard stream that is closed is not given to a file
/// that is opened later, and a reader that goes away does not end the program.
void hold_standard_streams();

/// How a command ends whose exit code would be `exit_code`: where its results could not be written
/// to stdout, says why on stderr and fails.
int exit_code_of_output(int exit_code);

}  // namespace facet
