# Instructions of the training step that instructions_of_a_step.cmake counts, by version of libtorch.
# A new figure is what the test counted on a clean build, and its commit says why it rose.
set(instructions_with_libtorch_1.13.0 516132539)
