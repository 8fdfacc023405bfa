# Installs the build folder BUILD, and moves what was installed to PLACE: nothing in it may depend
# on where it was first.
file(REMOVE_RECURSE ${PLACE} ${PLACE}.first)
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PLACE}.first
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(RENAME ${PLACE}.first ${PLACE})
